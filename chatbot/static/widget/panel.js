/* The panel: a dialog with the conversation, the question box and the controls for reading. */
import { hush } from "./afterwards.js";
import { Conversation } from "./conversation.js";
import { build, button, phone } from "./plan-chat.js";
import { Suggestions, dictation } from "./typing.js";

const PERSONAL = /(?<!\d)(?:\d{17}[\dXx]|\d{15,16}|1[3-9]\d{9})(?!\d)/; // an identity card, a bank card, a mobile
const SIZES = [["normal", "标准"], ["large", "大字"], ["xlarge", "特大"]];

export async function createPanel(host, root, style) {
  if (!style.ok) throw new Error("the style sheet did not arrive");
  host.dress(host.shadowRoot, await style.text(), "panel.css");
  return new Panel(host, root);
}

class Panel {
  #host;
  #dialog;
  #box;
  #title;
  #talk;
  #offers;
  #composing = false;
  #warning;

  constructor(host, root) {
    this.#host = host;
    this.#talk = new Conversation(host);
    this.#title = build("h2", { id: "title", tabindex: "-1" });
    const [head, form] = [this.#head(), this.#form()];
    this.#dialog = build(
      "dialog",
      { class: "panel", part: "panel", "aria-labelledby": "title" },
      head,
      this.#talk.log,
      form,
      build("p", { class: "contact" }, "人工咨询 ", phone(host.contact)),
    );
    this.#dialog.addEventListener("close", () => {
      hush();
      host.closed();
    });
    this.#dialog.addEventListener("keydown", (event) => this.#escape(event));
    root.append(this.#dialog);
    const watch = new ResizeObserver(() => this.#fit(head, form));
    for (const element of [this.#dialog, head, form]) watch.observe(element);
    host.addEventListener("plan-chat-look", () => this.#look());
    this.#look();
    this.#talk.welcome();
    this.#talk.restore();
  }

  /* On a small screen the panel covers the page, so the page behind it is taken out of reach. */
  open() {
    const covers = matchMedia("(max-width: 640px), (max-height: 480px)").matches;
    if (covers) this.#dialog.showModal();
    else this.#dialog.show();
    // A finger has no use for a keyboard that covers half of the screen unasked.
    (matchMedia("(pointer: coarse)").matches ? this.#title : this.#box).focus();
  }

  #head() {
    const sizes = SIZES.map(([size, label]) =>
      button(label, () => this.#host.setAttribute("size", size), { class: "small", "data-choice": size }));
    const contrast = button("高对比", () => this.#toggleContrast(), { class: "small", "data-choice": "contrast-high" });
    const settings = button("设置", () => {
      settings.setAttribute("aria-expanded", String(settings.getAttribute("aria-expanded") !== "true"));
    }, { class: "settings", "aria-expanded": "false" });
    return build(
      "div",
      { class: "head", part: "header" },
      build("div", { class: "bar" }, this.#title, settings, button("关闭", () => this.#dialog.close(), { class: "close" })),
      build(
        "div",
        { class: "tools" },
        build("div", { class: "choices", role: "group", "aria-label": "文字大小" }, sizes),
        contrast,
        button("清空", () => this.#talk.clear(), { class: "small" }),
      ),
      build("p", { class: "notice" }, build("span", {}, "以下为文件原文摘录，"), build("span", {}, "请以发布机关正式文本为准。")),
    );
  }

  #form() {
    this.#box = build("textarea", { id: "box", rows: "2", maxlength: "500", part: "input", autocomplete: "off", "aria-autocomplete": "list", "aria-controls": "offers" });
    this.#offers = new Suggestions(this.#box, this.#talk, (question) => this.#take(question));
    this.#warning = build("div", { role: "alert", class: "warning" });
    this.#box.addEventListener("input", () => this.#warning.replaceChildren());
    this.#box.addEventListener("keydown", (event) => this.#key(event));
    this.#box.addEventListener("compositionstart", () => { this.#composing = true; });
    this.#box.addEventListener("compositionend", () => { this.#composing = false; });
    return build(
      "form",
      { class: "form", onsubmit: (event) => this.#submit(event) },
      this.#talk.jump,
      this.#warning,
      build("div", { class: "above" }, build("label", { for: "box" }, "想问什么？"), this.#talk.status),
      this.#offers.list,
      build("div", { class: "row" }, this.#box, this.#host.setting("dictation") !== "off" && dictation(this.#box, (words) => this.#talk.say(words)), build("button", { class: "send", part: "send" }, "提问")),
    );
  }

  #take(question) {
    this.#box.value = question;
    this.#send();
  }

  #submit(event) {
    event.preventDefault();
    this.#send();
  }

  async #send(isMeant = false) {
    this.#offers.hide();
    const typed = this.#box.value;
    if (!isMeant && PERSONAL.test(typed.replace(/[ -]/g, ""))) return this.#warn();
    this.#warning.replaceChildren();
    const answered = await this.#talk.ask(typed);
    if (answered && this.#box.value === typed) this.#box.value = "";
  }

  /* A number by which somebody can be known has no place in a question; but only they decide. */
  #warn() {
    const cut = button("我去删掉", () => {
      this.#warning.replaceChildren();
      this.#box.focus();
    });
    this.#warning.replaceChildren(build("p", {}, "这句话里好像有身份证号、银行卡号或手机号。查规划用不着，建议删掉再问。"), cut, button("照样提问", () => this.#send(true)));
    cut.focus();
  }

  /* While an input method is composing, Enter picks a word: it must not send the question. */
  #key(event) {
    if (event.isComposing || this.#composing || event.keyCode === 229) return;
    if (this.#offers.key(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === "Enter" && !event.shiftKey) this.#submit(event);
  }

  #escape(event) {
    if (event.key !== "Escape" || event.isComposing || this.#composing || event.keyCode === 229) return;
    event.preventDefault();
    this.#dialog.close();
  }

  /* Head and box may stick while they leave room to read; what scrolls into view keeps clear of them. */
  #fit(head, form) {
    const left = this.#dialog.clientHeight - head.offsetHeight - form.offsetHeight;
    const roomy = left > 12 * parseFloat(getComputedStyle(this.#dialog).fontSize);
    this.#dialog.classList.toggle("roomy", roomy);
    this.#dialog.style.scrollPadding = roomy ? `${head.offsetHeight + 8}px 0 ${form.offsetHeight + 8}px` : "";
  }

  #toggleContrast() {
    this.#host.setAttribute("contrast", this.#host.setting("contrast") === "high" ? "normal" : "high");
  }

  #look() {
    const chosen = [this.#host.setting("size") || "normal", `contrast-${this.#host.setting("contrast")}`];
    for (const choice of this.#dialog.querySelectorAll("[data-choice]")) {
      choice.setAttribute("aria-pressed", String(chosen.includes(choice.dataset.choice)));
    }
    this.#title.textContent = this.#host.setting("title") || "政策问答";
  }
}
