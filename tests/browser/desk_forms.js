/* Every form of the desk in which a person types, found by following the desk's own links. */
async () => {
  const NOT_TYPED = ["hidden", "password", "file", "submit", "button"];
  const typed = (form) =>
    [...form.elements].filter((one) => one.name && one.matches("input, textarea, select") && !NOT_TYPED.includes(one.type));
  const kind = (address) => address.pathname + [...address.searchParams.keys()].sort().join();
  const found = new Map();
  const seen = new Set();
  const ahead = [new URL("/desk", location)];
  while (ahead.length) {
    const address = ahead.shift();
    if (seen.has(kind(address))) continue;
    seen.add(kind(address));
    const reply = await fetch(address);
    if (!reply.ok) continue;
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    for (const form of page.querySelectorAll("main form:not([data-fleeting])")) {
      const names = typed(form).map((one) => one.name);
      const action = new URL(form.getAttribute("action"), location).pathname;
      const method = form.getAttribute("method") ?? "get";
      const name = `${method} ${action} ${[...new Set(names)].join()}`;
      if (names.length && !found.has(name)) {
        found.set(name, { name, page: address.pathname + address.search, action, method });
      }
    }
    for (const link of page.querySelectorAll("main a[href], nav a[href]")) {
      const next = new URL(link.getAttribute("href"), location);
      if (/^\/desk(\/[a-z0-9/-]+)?$/.test(next.pathname)) ahead.push(next);
    }
  }
  return [...found.values()];
}
