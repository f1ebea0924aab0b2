/* Help at the question box: questions offered while one is typed, and dictation. */
import { build, button } from "./plan-chat.js";

const PAUSE = 200; // milliseconds without a key, before the service is asked

/* A list beside the box, which keeps the focus: arrows choose, Enter asks, Esc puts the list away. */
export class Suggestions {
  #box;
  #chat;
  #take;
  #clock;
  #chosen = -1;
  #off = false;

  constructor(box, chat, take) {
    [this.#box, this.#chat, this.#take] = [box, chat, take];
    this.list = build("ul", { id: "offers", role: "listbox", class: "offers", "aria-label": "您可能想问", hidden: true });
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    box.addEventListener("input", (event) => event.isComposing || this.#later());
    box.addEventListener("compositionend", () => this.#later());
    box.addEventListener("blur", () => this.hide());
  }

  /* True when the key was meant for the list. */
  key({ key }) {
    if (this.list.hidden) return false;
    const count = this.list.children.length;
    if (key === "Escape") this.hide();
    else if (key === "ArrowDown") this.#choose((this.#chosen + 1) % count);
    else if (key === "ArrowUp") this.#choose((Math.max(this.#chosen, 0) + count - 1) % count);
    else if (key === "Enter" && this.#chosen >= 0) this.list.children[this.#chosen].click();
    else return false;
    return true;
  }

  hide() {
    clearTimeout(this.#clock);
    this.#clock = undefined;
    this.list.hidden = true;
    this.#choose(-1);
  }

  #later() {
    this.hide();
    if (!this.#off && this.#box.value.trim()) this.#clock = setTimeout(() => this.#offer(this.#clock), PAUSE);
  }

  async #offer(turn) {
    try {
      const found = await this.#chat.service.suggestions(this.#box.value.trim());
      if (turn === this.#clock) this.#show(found.suggestions.slice(0, 8));
    } catch (error) {
      this.#off = error.code === "not_found"; // a service without completion is asked once
    }
  }

  #show(questions) {
    const options = questions.map((question, place) => {
      const taken = () => {
        this.hide();
        this.#take(question);
      };
      return build("li", { id: `offer-${place}`, role: "option", "aria-selected": "false", onclick: taken }, question);
    });
    this.list.replaceChildren(...options);
    this.list.hidden = !options.length;
    // As many as there is room for: a list that scrolls within a page that scrolls loses people.
    while (this.list.scrollHeight > this.list.clientHeight && this.list.children.length > 1) this.list.lastChild.remove();
    if (options.length) this.#chat.say(`有 ${this.list.children.length} 个提示`);
  }

  #choose(place) {
    this.#chosen = place;
    [...this.list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
    const option = this.list.children[place];
    if (!option) return this.#box.removeAttribute("aria-activedescendant");
    this.#box.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }
}

/* The words heard are put into the box, to be looked over before they are sent. */
export function dictation(box, say) {
  const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
  if (!Recognition) return null;
  let listening;
  const stop = () => {
    listening = undefined;
    control.textContent = "语音";
  };
  const control = button("语音", () => {
    if (listening) return listening.stop();
    listening = new Recognition();
    listening.lang = "zh-CN";
    listening.onresult = (event) => {
      box.value += event.results[0][0].transcript;
      say("已写进框里，看看对不对，再点“提问”。");
      box.focus();
    };
    listening.onerror = () => say("没有听清，请再说一次，或直接写字。");
    listening.onend = stop;
    listening.start();
    control.textContent = "停止";
    say("请说话……");
  }, { class: "speak" });
  return control;
}
