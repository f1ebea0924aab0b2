/* Controls outside of running text that are smaller than a finger wants. */
() => {
  const all = (root) => [...root.querySelectorAll("*")].flatMap((e) => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])]);
  return all(document).filter((e) => e.matches("button, textarea, select, input[type=search], summary, nav a, a.open, a.number") && e.checkVisibility())
    .map((e) => [e.textContent.trim(), e.getBoundingClientRect().width, e.getBoundingClientRect().height])
    .filter(([name, width, height]) => width && (width < 43.5 || height < 43.5));
}
