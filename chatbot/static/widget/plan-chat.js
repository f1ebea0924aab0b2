/* <plan-chat>: the launcher button; everything behind it is loaded when it is first pressed. */
const FIELDS = "input:not([type='hidden']), textarea, select, form button, [contenteditable='true']";
const LAUNCHER = `
:host { all: initial; }
.root { --least: 18px; --size: max(var(--least), 1.125rem); --target: 44px; --ring: #b25b00;
  --accent: var(--plan-chat-accent, #0b5566); --on-accent: var(--plan-chat-on-accent, #fff);
  font: 400 var(--size)/1.6 var(--plan-chat-font, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif);
  letter-spacing: normal; word-spacing: normal; text-align: left; text-transform: none; }
.root[data-size="large"] { --least: 24px; --target: 60px; }
.root[data-size="xlarge"] { --least: 30px; --target: 60px; }
.root[data-contrast="high"] { --accent: #000; --on-accent: #fff; --ring: #a30000; }
.launcher, .broken { position: fixed; right: var(--plan-chat-right, 20px); bottom: var(--plan-chat-bottom, 20px); z-index: 2147483000; }
.launcher { min-height: 60px; min-width: 60px;
  padding: 0 1.3em; border: 2px solid var(--on-accent); border-radius: 34px; background: var(--accent); color: var(--on-accent);
  font: inherit; font-weight: 600; letter-spacing: .08em; cursor: pointer; box-shadow: 0 4px 18px #0b2a3355; }
.launcher:hover { text-decoration: underline; text-underline-offset: .25em; }
.launcher:focus-visible { outline: 4px solid var(--ring); outline-offset: 2px; }
.launcher[hidden] { display: none; }
.launcher[data-place="left"] { right: auto; left: var(--plan-chat-right, 20px); }
.launcher[data-place="top"] { bottom: auto; top: var(--plan-chat-bottom, 20px); }
.launcher[data-place="away"] { visibility: hidden; }
.broken { box-sizing: border-box; max-width: min(20em, calc(100vw - 40px)); margin: 0 0 72px; padding: .8em 1em; border: 2px solid var(--accent); border-radius: 10px; background: #fff; color: #1c2a33; }
.broken a { color: var(--accent); }
@media print { .root { display: none; } }`;

class PlanChat extends HTMLElement {
  static observedAttributes = ["size", "contrast", "title"];
  #root;
  #launcher;
  #panel;

  connectedCallback() {
    if (this.#root) return;
    this.#launcher = button("", () => this.open(), { class: "launcher", part: "launcher", "aria-haspopup": "dialog" });
    this.#root = build("div", { class: "root", lang: "zh-CN" }, this.#launcher);
    const shadow = this.attachShadow({ mode: "open" });
    this.dress(shadow, LAUNCHER, "launcher.css");
    shadow.append(this.#root);
    this.attributeChangedCallback();
    for (const [place, event] of [[document, "scroll"], [window, "resize"], [window, "load"], [document, "focusin"]]) {
      place.addEventListener(event, () => requestAnimationFrame(() => this.#keepClear()), { capture: true, passive: true });
    }
    // A script that runs early meets the element before the JSON inside it.
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.attributeChangedCallback());
  }

  attributeChangedCallback() {
    if (!this.#root) return;
    this.#root.dataset.size = this.setting("size") || "normal";
    this.#root.dataset.contrast = this.setting("contrast") || "normal";
    this.#launcher.textContent = this.setting("title") || "政策问答";
    this.#keepClear();
    this.dispatchEvent(new Event("plan-chat-look"));
  }

  /* The launcher lies over no field of the page: it takes another corner, or goes till there is room. */
  #keepClear() {
    if (this.#launcher.hidden) return;
    const boxes = (named) => [...document.querySelectorAll(named)].map((one) => one.getBoundingClientRect()).filter((box) => box.width);
    const free = (place) => {
      this.#launcher.dataset.place = place;
      const own = this.#launcher.getBoundingClientRect();
      return !boxes(place === "top" ? `${FIELDS}, a, button` : FIELDS).some((box) => box.left < own.right && box.right > own.left && box.top < own.bottom && box.bottom > own.top);
    };
    if (!["right", "left", "top"].some(free)) this.#launcher.dataset.place = "away";
  }

  /* An attribute, or else an entry of the JSON inside the element; "" when neither is there. */
  setting(name) {
    return String(this.getAttribute(name) ?? this.#config()[name] ?? "");
  }

  #config() {
    try {
      return JSON.parse(this.querySelector("script[type='application/json']").textContent) ?? {};
    } catch {
      return {}; // none, or one that cannot be read: the portal must not suffer for it
    }
  }

  /* Where the service is: the `endpoint` setting, or the site this script came from. */
  get base() {
    const endpoint = this.setting("endpoint");
    return endpoint ? new URL(endpoint.replace(/\/?$/, "/"), document.baseURI) : new URL("../../", import.meta.url);
  }

  get contact() {
    return this.setting("contact") || "12345";
  }

  async open() {
    this.#root.querySelector(".broken")?.remove();
    try {
      this.#panel ??= this.#load();
      const panel = await this.#panel;
      this.#launcher.hidden = true;
      panel.open();
      this.tell("open", {});
    } catch {
      this.#panel = undefined;
      this.#apologise();
    }
  }

  /* All parts at once: one found after another, they would cost a slow phone five journeys. */
  async #load() {
    const names = ["panel", "conversation", "answer", "afterwards", "typing", "service"];
    const files = [fetch(new URL("panel.css", import.meta.url)), ...names.map((name) => import(`./${name}.js`))];
    const [style, { createPanel }] = await Promise.all(files);
    return createPanel(this, this.#root, style);
  }

  /* Called by the panel when it has closed: focus goes back to where the person came from. */
  closed() {
    this.#launcher.hidden = false;
    this.#keepClear();
    this.#launcher.focus();
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`plan-chat-${name}`, { detail, bubbles: true, composed: true }));
  }

  /* A constructed sheet is allowed by a strict content policy; a <style> element is not. */
  dress(shadow, css, file) {
    if ("adoptedStyleSheets" in shadow && "replaceSync" in CSSStyleSheet.prototype) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
      return;
    }
    shadow.prepend(build("link", { rel: "stylesheet", href: new URL(file, import.meta.url) }));
  }

  #apologise() {
    this.#root.append(build("p", { class: "broken", role: "alert" }, "现在打不开政策问答，请稍后再试，或拨打 ", phone(this.contact), "。"));
    this.tell("error", { code: "unreachable" });
  }
}

/* Elements built one by one: text stays text, whatever it holds. The panel builds with these too. */
export function build(tag, options = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child || child === 0));
  return element;
}

export function button(label, onclick, options = {}) {
  return build("button", { type: "button", onclick, ...options }, label);
}

export function phone(contact) {
  return build("a", { class: "phone", href: `tel:${contact}` }, contact);
}

if (!customElements.get("plan-chat")) customElements.define("plan-chat", PlanChat);
