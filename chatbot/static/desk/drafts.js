/* What is typed into a form, kept in this tab until the form was taken; signing out clears it.
   A draft belongs to an account, to a form by its address and what it hides, and, where the address
   of the page tells what is asked, to the page. Each tab has its own. */
import { asItCame, fieldsOf, isSame, putBack, read } from "./fields.js";

const START = "desk-draft ";
const others = "BroadcastChannel" in window ? new BroadcastChannel("desk") : null;
const unkept = new Set(); // forms whose words this browser cannot keep

export function keepDrafts(account) {
  forgetOthers(account);
  judgeSent();
  const seen = new Map();
  for (const form of document.querySelectorAll("main form:not([data-fleeting])")) {
    if (!fieldsOf(form).length) continue;
    const name = nameOf(form, account);
    seen.set(name, (seen.get(name) ?? 0) + 1);
    keep(form, `${name} ${seen.get(name)}`);
  }
  document.querySelector("form.who")?.addEventListener("submit", () => {
    forget();
    others?.postMessage("signed out");
  });
  if (others) others.onmessage = forget;
  addEventListener("beforeunload", (event) => unkept.size && event.preventDefault());
}

function nameOf(form, account) {
  const hidden = [...form.querySelectorAll("input[type=hidden]")].filter((field) => field.name !== "token");
  const told = hidden.map((field) => `${field.name}=${field.value.slice(0, 200)}`).join("&");
  const page = form.getAttribute("method") === "post" ? "" : location.pathname + location.search;
  return `${START}${account} ${page} ${new URL(form.getAttribute("action"), location).pathname} ${told}`;
}

function keep(form, name) {
  const draft = load(name);
  const came = asItCame(form);
  if (draft && !isSame(draft.fields, came)) offer(form, name, draft);
  const note = () => {
    const typed = read(form);
    const isKept = store(name, isSame(typed, came) ? null : { fields: typed, files: holdsFiles(form) });
    unkept[isKept ? "delete" : "add"](form);
  };
  form.addEventListener("input", note);
  form.addEventListener("change", note);
  form.addEventListener("submit", () => {
    unkept.delete(form);
    const typed = load(name);
    if (typed) store(name, { ...typed, sent: true });
  });
}

function offer(form, name, draft) {
  putBack(form, draft.fields);
  for (let fold = form.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const line = document.createElement("p");
  line.className = "kept-line";
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  const clear = document.createElement("button");
  clear.type = "button";
  clear.className = "plain";
  clear.textContent = "清除";
  clear.addEventListener("click", () => {
    putBack(form, asItCame(form));
    store(name, null);
    line.remove();
    fieldsOf(form)[0].focus();
  });
  line.append(told, clear);
  form.prepend(line);
  // Said after the line is there, so that it is read out.
  told.textContent = `已恢复上次没有提交的内容${draft.files ? "，文件要重新选" : ""}`;
}

function holdsFiles(form) {
  return [...form.querySelectorAll("input[type=file]")].some((field) => field.files.length);
}

/* A form that was sent has been taken when a page of ours answered that finds no fault. */
function judgeSent() {
  const [visit] = performance.getEntriesByType("navigation");
  const isAnswer = visit?.type === "navigate" && document.referrer.startsWith(`${location.origin}/`);
  const isTaken = isAnswer && !document.querySelector("main [role=alert]");
  for (const name of names()) {
    const draft = load(name);
    if (draft?.sent) store(name, isTaken ? null : { ...draft, sent: false });
  }
}

function forgetOthers(account) {
  for (const name of names()) if (!name.startsWith(`${START}${account} `)) store(name, null);
}

function forget() {
  for (const name of names()) store(name, null);
}

function names() {
  try {
    return Object.keys(sessionStorage).filter((name) => name.startsWith(START));
  } catch {
    return []; // storage may be forbidden
  }
}

function load(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name));
  } catch {
    return null;
  }
}

/* Whether it could be kept. */
function store(name, draft) {
  try {
    if (draft) sessionStorage.setItem(name, JSON.stringify(draft));
    else sessionStorage.removeItem(name);
    return true;
  } catch {
    return !draft;
  }
}
