/* Forms of the desk: what is typed survives a reload, Back and the end of a session. */
import { keepDrafts } from "./drafts.js";
import { signInOver } from "./signing_over.js";

const desk = document.querySelector("[data-staff]");
if (desk) {
  keepDrafts(desk.dataset.staff);
  signInOver(desk.dataset);
}
