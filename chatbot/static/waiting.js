/* A form whose answer takes some seconds says so on its button, and to those who do not see it. */
const forms = document.querySelectorAll("form[data-waiting]");
const told = document.createElement("p");
told.setAttribute("role", "status");
told.className = "unseen";
document.querySelector("main").append(told);

for (const form of forms) {
  const button = form.querySelector("button.primary");
  const label = button.textContent;
  form.addEventListener("submit", (event) => {
    if (button.getAttribute("aria-disabled")) return event.preventDefault(); // pressed twice
    button.setAttribute("aria-disabled", "true");
    button.textContent = told.textContent = form.dataset.waiting;
  });
  // Coming back from the answer, the page is as it was left.
  addEventListener("pageshow", () => {
    button.removeAttribute("aria-disabled");
    button.textContent = label;
    told.textContent = "";
  });
}
