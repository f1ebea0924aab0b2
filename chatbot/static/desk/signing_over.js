/* Before a form is sent: is its author still signed in? If not, they sign in over the page. */
const sure = new WeakSet(); // forms whose session was just seen to live
const busy = new WeakSet();

/* `staff`: whose page it is; `session` and `signIn`: where to ask, and where to sign in. */
export function signInOver({ staff, session, signIn }) {
  if (!HTMLFormElement.prototype.requestSubmit || !window.HTMLDialogElement) return; // as without scripts
  // On the document, before any other script hears of it: a form is sent once.
  document.addEventListener("submit", (event) => begin(event, { staff, session, signIn }), true);
}

function begin(event, desk) {
  const form = event.target;
  if (form.matches(".who, dialog form") || sure.delete(form)) return;
  event.preventDefault();
  event.stopPropagation();
  if (busy.has(form)) return;
  busy.add(form);
  send(form, event.submitter, desk).finally(() => busy.delete(form));
}

async function send(form, submitter, desk) {
  let known;
  try {
    known = await (await fetch(desk.session, { cache: "no-store" })).json();
    if (known.name !== desk.staff && !(known = await signedIn(desk, known.name))) return submitter?.focus();
  } catch {
    return say(form, "现在连不上，还没有提交；填写的内容都在，请稍后再提交。");
  }
  for (const field of document.querySelectorAll("form input[type=hidden][name=token]")) field.value = known.token;
  sure.add(form);
  form.requestSubmit(submitter);
}

/* What the session is after signing in, or null when it was called off. */
async function signedIn(desk, other) {
  const dialog = await made(desk, other);
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector("[name=password]").focus();
  return new Promise((done) => {
    let known = null;
    dialog.addEventListener("close", () => {
      dialog.remove();
      done(known);
    });
    dialog.addEventListener("submit", async (event) => {
      event.preventDefault();
      known = await tried(dialog, desk);
      if (known) dialog.close();
    });
  });
}

async function tried(dialog, desk) {
  const form = dialog.querySelector("form");
  const fault = dialog.querySelector("[role=alert]");
  try {
    const reply = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      redirect: "manual",
    });
    if (reply.type !== "opaqueredirect") {
      const page = parsed(await reply.text());
      form.elements.token.value = page.querySelector(".sign-in [name=token]").value;
      fault.textContent = page.querySelector(".error").textContent;
      form.elements.password.select();
      return null;
    }
    return await (await fetch(desk.session, { cache: "no-store" })).json();
  } catch {
    fault.textContent = "现在连不上，请稍后再试；填写的内容都在。";
    return null;
  }
}

/* The form of the sign-in page itself, in a dialog; for the one whose page it is. */
async function made(desk, other) {
  const page = parsed(await (await fetch(desk.signIn, { cache: "no-store" })).text());
  const form = document.adoptNode(page.querySelector(".sign-in form"));
  for (const part of form.querySelectorAll("[id]")) part.id = `over-${part.id}`;
  for (const label of form.querySelectorAll("label")) label.htmlFor = `over-${label.htmlFor}`;
  form.elements.name.value = desk.staff;
  form.elements.name.readOnly = true;
  const dialog = document.createElement("dialog");
  dialog.className = "over";
  dialog.setAttribute("aria-labelledby", "over-title");
  const title = written("h2", other ? "换了账号" : "登录过期了");
  title.id = "over-title";
  const why = other ? `这个浏览器现在登录的是 ${other}，这一页是 ${desk.staff} 打开的。` : "";
  const fault = written("p", "");
  fault.className = "error";
  fault.setAttribute("role", "alert");
  const cancel = written("button", "先不提交");
  cancel.type = "button";
  cancel.className = "plain";
  cancel.addEventListener("click", () => dialog.close());
  form.append(cancel);
  dialog.append(title, written("p", `${why}填写的内容都在，登录以后接着提交。`), fault, form);
  return dialog;
}

function written(tag, words) {
  const part = document.createElement(tag);
  part.textContent = words;
  return part;
}

function parsed(html) {
  return new DOMParser().parseFromString(html, "text/html");
}

function say(form, words) {
  let line = form.querySelector(":scope > .unsent");
  if (!line) {
    line = document.createElement("p");
    line.className = "error unsent";
    line.setAttribute("role", "alert");
    form.prepend(line);
  }
  line.textContent = words;
}
