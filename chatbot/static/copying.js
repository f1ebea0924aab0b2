/* The copy buttons of a page: shown where copying works, and they say when it is done. */
for (const button of document.querySelectorAll("[data-copies]")) {
  if (!navigator.clipboard) break; // an address without https: the words can still be selected
  button.hidden = false;
  const label = button.textContent;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent);
      say(button, "已复制", label);
    } catch {
      say(button, "请手动选取", label);
    }
  });
}

const status = document.createElement("p");
status.setAttribute("role", "status");
status.className = "unseen";
document.querySelector("main").append(status);

function say(button, words, label) {
  button.textContent = words;
  status.textContent = words;
  setTimeout(() => {
    button.textContent = label;
    status.textContent = "";
  }, 4000);
}
