/* Keys of the desk, from one table: never while typing, never with Ctrl or Alt, and off when told so.
   What a page does itself it hears as the event "desk-shortcut", with the name of the deed. */
const KEY = "desk-shortcuts";
const PAUSE = 1500; // ms in which the second key is awaited
const list = document.querySelector(".find-row > a");
let isOffHere = false; // where nothing can be stored: for this page
let awaited = "";
let timer = 0;
let table = [];

if (list) begin();
prepare(document);

async function begin() {
  table = await (await fetch(new URL("shortcuts.json", import.meta.url))).json();
  document.addEventListener("keydown", (event) => isForUs(event) && press(event));
}

function isForUs(event) {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return false;
  if (isOff() || document.querySelector("dialog[open]")) return false;
  return !event.target.closest?.("input, textarea, select, [contenteditable]");
}

function press(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : "";
  const isHere = ({ page }) => !page || location.pathname.startsWith(page);
  const known = table.filter(isHere);
  const both = `${awaited} ${key}`.trim();
  clearTimeout(timer);
  awaited = "";
  if (!key) return;
  const found = known.find(({ keys }) => keys === both) ?? known.find(({ keys }) => keys === key);
  if (found) {
    event.preventDefault();
    follow(found);
  } else if (known.some(({ keys }) => keys.startsWith(`${key} `))) {
    awaited = key;
    timer = setTimeout(() => (awaited = ""), PAUSE);
  }
}

function follow({ goes, does }) {
  if (goes) location.assign(goes);
  else if (does === "search") document.getElementById("find-all")?.focus();
  else if (does === "list") show();
  else document.dispatchEvent(new CustomEvent("desk-shortcut", { detail: does }));
}

/* The list of the page of keys, over the page one is on. */
async function show() {
  const page = new DOMParser().parseFromString(await (await fetch(list.href)).text(), "text/html");
  const keys = page.querySelector(".keys-list");
  if (!keys) return location.assign(list.href); // not signed in any more
  const dialog = document.createElement("dialog");
  dialog.className = "over keys";
  dialog.setAttribute("aria-labelledby", "keys-title");
  const title = document.createElement("h1");
  title.id = "keys-title";
  title.textContent = "快捷键";
  const close = document.createElement("button");
  close.type = "button";
  close.className = "plain";
  close.textContent = "关闭";
  close.addEventListener("click", () => dialog.close());
  dialog.append(title, document.adoptNode(keys), close);
  prepare(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  close.focus();
}

/* The switch, wherever the list stands. */
function prepare(place) {
  const button = place.querySelector("[data-keys-switch]");
  if (!button) return;
  for (const part of place.querySelectorAll("[data-keys-off]")) part.hidden = false;
  const name = () => (button.textContent = isOff() ? "打开快捷键" : "关掉快捷键");
  name();
  button.addEventListener("click", () => {
    keep(!isOff());
    name();
    button.nextElementSibling.textContent = isOff() ? "快捷键已关掉" : "快捷键已打开";
  });
}

function isOff() {
  try {
    return sessionStorage.getItem(KEY) === "off";
  } catch {
    return isOffHere;
  }
}

function keep(off) {
  isOffHere = off;
  try {
    if (off) sessionStorage.setItem(KEY, "off");
    else sessionStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}
