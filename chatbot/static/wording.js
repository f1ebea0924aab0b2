/* The result of a check: one kind of finding alone, the next and the last one, the draft at it. */
const groups = [...document.querySelectorAll(".group")];
const filters = [...document.querySelectorAll("[data-show]")];
const walk = document.querySelector(".walk");
const paper = document.querySelector(".paper");
const beside = matchMedia("(min-width: 66rem)");
let current = null;

for (const filter of filters) {
  filter.addEventListener("click", (event) => {
    event.preventDefault();
    const chosen = filter.getAttribute("aria-current") ? "" : filter.dataset.show;
    for (const other of filters) other.removeAttribute("aria-current");
    if (chosen) filter.setAttribute("aria-current", "true");
    for (const group of groups) {
      group.hidden = Boolean(chosen) && group.dataset.weight !== chosen;
      if (group.dataset.weight === chosen) group.open = true;
    }
  });
}

walk.hidden = false;
for (const button of walk.querySelectorAll("[data-steps]")) {
  button.addEventListener("click", () => step(Number(button.dataset.steps), false));
}

const STEPS = { next: 1, previous: -1 };
document.addEventListener("desk-shortcut", ({ detail }) => detail in STEPS && step(STEPS[detail], true));

/* To the finding so many places on among those that are listed; `focus` when a key asked for it. */
function step(places, focus) {
  const listed = groups.filter((group) => group.open && !group.hidden).flatMap((group) => [...group.querySelectorAll(".card")]);
  if (!listed.length) return;
  const at = listed.indexOf(current);
  const next = at < 0 ? (places > 0 ? 0 : listed.length - 1) : Math.min(Math.max(at + places, 0), listed.length - 1);
  show(listed[next]);
  walk.querySelector("[role=status]").textContent = `${next + 1} / ${listed.length}`;
  if (focus) listed[next].querySelector("summary").focus({ preventScroll: true });
}

function show(card) {
  if (current && current !== card) current.querySelector("details").open = false;
  current = card;
  card.closest(".group").open = true;
  card.querySelector("details").open = true;
  card.scrollIntoView({ block: "nearest" });
  paper.querySelector(".current")?.classList.remove("current");
  const words = document.getElementById(`d${card.id.slice(1)}`);
  words.classList.add("current");
  if (beside.matches) words.scrollIntoView({ block: "center" });
}

function arrive() {
  const card = /^#f\d+$/.test(location.hash) && document.querySelector(location.hash);
  if (card) show(card);
}
addEventListener("hashchange", arrive);
arrive();

/* A click on words of the draft, or on their number, opens what is said of them. */
paper.addEventListener("click", (event) => {
  const words = event.target.closest(".said, .tag");
  if (!words || !getSelection().isCollapsed) return;
  show(document.getElementById(words.hash ? words.hash.slice(1) : `f${words.id.slice(1)}`));
});

/* Places are counted in code points, those of a text field in UTF-16 units. */
const field = document.getElementById("draft");
for (const link of document.querySelectorAll("[data-edits]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    field.closest("details").open = true;
    field.focus();
    if (link.dataset.from) {
      const signs = [...field.value];
      const [start, end] = [link.dataset.from, link.dataset.to].map((place) => signs.slice(0, place).join("").length);
      field.setSelectionRange(start, end);
      field.scrollTop = (field.scrollHeight * start) / field.value.length - field.clientHeight / 2;
    }
    field.scrollIntoView({ block: "center" });
  });
}
