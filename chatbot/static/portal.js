/* The demonstration portal's toolbar: text size and contrast for the page and the widget. */
const toolbar = document.querySelector(".toolbar");
const chat = document.querySelector("plan-chat");
const page = document.documentElement;

function press(button) {
  if ("contrast" in button.dataset) {
    const on = page.classList.toggle("contrast");
    button.setAttribute("aria-pressed", String(on));
    chat.setAttribute("contrast", on ? "high" : "normal");
    return;
  }
  for (const other of toolbar.querySelectorAll("[data-size]")) {
    other.setAttribute("aria-pressed", String(other === button));
    page.classList.toggle(other.dataset.size, other === button);
  }
  chat.setAttribute("size", button.dataset.size);
}

toolbar.hidden = false;
toolbar.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button) press(button);
});
