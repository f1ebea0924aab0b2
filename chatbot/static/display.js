/* Letters and contrast of the page, and of the widget on it; kept for this visit once chosen. */
const page = document.documentElement;
const chat = document.querySelector("plan-chat");
const buttons = document.querySelectorAll("[data-size], [data-contrast]");
const KEY = "planbot-display";

let chosen = { size: "normal", contrast: "normal", ...remembered() };

function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return {}; // storage may be forbidden: then a choice lasts for one page
  }
}

function remember() {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // As above.
  }
}

function show() {
  for (const name of ["large", "xlarge"]) page.classList.toggle(name, name === chosen.size);
  page.classList.toggle("contrast", chosen.contrast === "high");
  chat?.setAttribute("size", chosen.size);
  chat?.setAttribute("contrast", chosen.contrast);
  for (const button of buttons) button.setAttribute("aria-pressed", String(isOn(button)));
}

function isOn({ dataset: { size, contrast } }) {
  return size ? chosen.size === size : chosen.contrast === contrast;
}

/* A button that is on goes back to normal when pressed again. */
function press(button) {
  const [name, value] = Object.entries(button.dataset)[0];
  chosen = { ...chosen, [name]: isOn(button) ? "normal" : value };
  remember();
  show();
}

show();
for (const bar of document.querySelectorAll(".display")) bar.hidden = false;
for (const button of buttons) button.addEventListener("click", () => press(button));
