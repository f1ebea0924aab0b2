/* A batch of drafts goes on by itself: one draft a request, the page told what each came to. */
const form = document.querySelector("form[data-goes-on]");
const told = document.getElementById("progress-told");
const LONGEST = 10000; // milliseconds between two tries
const TRIES = 30; // in vain, one after another

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

form.hidden = true; // what its button does is done here
let failed = 0;
while (failed < TRIES) {
  try {
    const before = told.textContent;
    if (!(await checkNext())) break;
    failed = 0;
    // Nothing more was done: a draft of another window has its turn.
    await wait(told.textContent === before ? 700 : 100);
  } catch {
    failed += 1; // the service restarts, or the line is down: what was done is kept
    told.textContent = "暂时连不上服务器，正在再试；办过的都在。";
    await wait(Math.min(LONGEST, 1000 * failed));
  }
}
if (failed) {
  told.textContent = "连不上服务器；办过的都在，刷新这一页就接着办。";
  form.hidden = false;
}

/* Whether there is more to do; the page is loaded anew when there is not, or somebody must sign in. */
async function checkNext() {
  const reply = await fetch(form.action, { method: "POST", body: new FormData(form) });
  if (reply.status >= 500) throw new Error(reply.statusText);
  const fresh = new DOMParser().parseFromString(await reply.text(), "text/html");
  if (!reply.ok || !fresh.querySelector("form[data-goes-on]")) {
    location.reload();
    return false;
  }
  document.title = fresh.title;
  told.textContent = fresh.getElementById("progress-told").textContent;
  document.getElementById("progress").value = fresh.getElementById("progress").value;
  document.getElementById("drafts").replaceWith(fresh.getElementById("drafts"));
  return true;
}
