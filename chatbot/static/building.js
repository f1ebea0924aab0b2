/* A build that goes on beside the page: its progress, and the page anew when it is over. */
const shown = document.querySelector("[data-build]");

async function look() {
  try {
    const reply = await fetch(shown.dataset.build, { headers: { Accept: "application/json" } });
    const { state, done, step } = await reply.json();
    if (state !== "running") return location.reload();
    shown.querySelector(".step").textContent = step || "准备";
    shown.querySelector(".per-cent").textContent = done;
    shown.querySelector("progress").value = done;
  } catch {
    // The network may be back at the next look.
  }
  setTimeout(look, 700);
}

if (shown) setTimeout(look, 700);

/* Pages that the file does not have leave no empty frame. */
for (const sheet of document.querySelectorAll("img[data-page]")) {
  sheet.addEventListener("error", () => sheet.remove());
  if (sheet.complete && !sheet.naturalWidth && sheet.currentSrc) sheet.remove();
}
