/* Read aloud, where the browser can: the words marked, or the whole text, paragraph by paragraph. */
const control = document.querySelector("[data-reads]");

if (control && "speechSynthesis" in window) {
  control.hidden = false;
  control.addEventListener("click", () => (control.getAttribute("aria-pressed") === "true" ? stop() : start()));
  addEventListener("pagehide", stop);
}

function start() {
  speechSynthesis.cancel();
  const last = words().map(speak).pop();
  if (!last) return;
  last.onend = stop;
  control.setAttribute("aria-pressed", "true");
}

function stop() {
  speechSynthesis.cancel();
  control.setAttribute("aria-pressed", "false");
}

/* Short pieces: some browsers fall silent in the middle of a long one. */
function words() {
  const marked = [...document.querySelectorAll("mark:not(.found)")];
  const parts = marked.length ? marked : [...document.querySelectorAll(control.dataset.reads)];
  return parts.flatMap((part) => part.textContent.split(/(?<=[。；！？\n])/)).filter((piece) => piece.trim());
}

function speak(piece) {
  const said = new SpeechSynthesisUtterance(piece);
  said.lang = "zh-CN";
  said.rate = 0.9;
  speechSynthesis.speak(said);
  return said;
}
