/* The conversation: questions in, answers shown whole, one status line that is read aloud. */
import { hush } from "./afterwards.js";
import { showAnswer, showChips } from "./answer.js";
import { build, button, phone } from "./plan-chat.js";
import { Service } from "./service.js";

const HISTORY = 5; // earlier questions sent along, so that “那……呢” is understood
const KEPT = 20; // turns that live on when the page changes
const PAUSE = 500; // milliseconds before the way to the newest answer is offered
const SAID = 12_000; // milliseconds that a status line stands
const UNDO = 10_000; // milliseconds in which a conversation that was cleared can be had back

export class Conversation {
  #host;
  #asked = [];
  #busy = false;
  #hush;
  #seen; // whether the newest turn is in view
  #visit = 0; // counts 清空, so that an answer that comes late is not shown

  constructor(host) {
    this.#host = host;
    this.service = new Service(host.base);
    this.badges = new Map();
    this.turns = build("ul", { class: "turns", role: "list" });
    this.past = build("details", { class: "past", hidden: true }, build("summary"), build("ol"));
    this.log = build("div", { role: "log", "aria-live": "off", "aria-label": "问答记录", class: "log", part: "log" }, this.past, this.turns);
    this.status = build("p", { role: "status", class: "status" });
    this.jump = button("跳到最新答复", () => this.turns.lastChild.scrollIntoView({ block: "start" }), { class: "jump", hidden: true });
    let wait; // while a turn is being shown it is out of view for a moment
    this.#seen = new IntersectionObserver(([last]) => {
      clearTimeout(wait);
      if (last.isIntersecting) this.jump.hidden = true;
      else wait = setTimeout(() => { this.jump.hidden = false; }, PAUSE);
    }, { rootMargin: "0px 0px -25%" }); // below it the box lies over the talk
  }

  get contact() {
    return this.#host.contact;
  }

  /* What stands there before the first question; the examples follow when they have arrived. */
  async welcome() {
    const item = build("li", { class: "welcome" }, build("p", {}, "您好。请写下想问的事，这里会找出规划文件里的原文，并标明出处。"), build("p", { class: "quiet" }, "请不要写身份证号、电话等个人信息。"));
    this.turns.replaceChildren(item);
    try {
      const shelf = await this.service.documents();
      for (const document of shelf.documents) this.badges.set(document.id, document.badges);
      const examples = showChips(shelf.suggestions.slice(0, 3), "比如", this);
      if (examples) item.append(examples);
    } catch {
      // Examples are a courtesy: if the service is down, the first question will say so.
    }
  }

  /* True when the question was answered; then the box may be emptied. */
  ask = async (question, history = this.#asked) => {
    if (this.#busy || !question.trim()) {
      if (!this.#busy) this.say("请先写下想问的话。");
      return false;
    }
    const visit = this.#visit;
    const turn = this.#turn(question.trim());
    this.#begin(turn);
    try {
      const answer = await this.service.answer(question.trim(), history, this.#documents());
      if (visit !== this.#visit) return true;
      this.#told(turn, question.trim(), answer);
      this.#keep([...this.#kept(), { question: question.trim(), answer }].slice(-KEPT));
      this.say(summary(answer));
      this.#host.tell("answer", { id: answer.id, outcome: answer.outcome });
      return true;
    } catch (error) {
      if (visit === this.#visit) this.#fail(turn, error);
      return false;
    } finally {
      if (visit === this.#visit) this.#end(turn);
    }
  };

  /* What was asked in this visit before the page changed stands there again. */
  restore(turns = this.#kept()) {
    for (const { question, answer } of turns) this.#told(this.#turn(question), question, answer);
  }

  clear() {
    const turns = this.#kept();
    this.#visit += 1;
    this.#asked = [];
    this.#busy = false;
    hush();
    this.#seen.disconnect();
    this.jump.hidden = this.past.hidden = true;
    this.past.lastChild.replaceChildren();
    this.#keep([]);
    this.welcome();
    this.say("已清空。");
    if (turns.length) this.#offerBack(turns);
  }

  #offerBack(turns) {
    const undo = button("撤销", () => {
      undo.remove();
      this.#keep(turns);
      this.restore(turns);
      this.say("已恢复。");
    }, { class: "plain" });
    this.status.after(undo);
    setTimeout(() => undo.remove(), UNDO);
  }

  #turn(question) {
    const turn = build("li", { class: "turn" }, build("p", { class: "asked" }, build("span", { class: "who" }, "您问 "), question));
    this.turns.append(turn);
    this.#seen.disconnect();
    this.#seen.observe(turn);
    this.#remember(turn, question);
    return turn;
  }

  #told(turn, question, answer) {
    this.#asked = [...this.#asked, question].slice(-HISTORY);
    turn.append(showAnswer(answer, question, this));
  }

  /* Kept until the tab is closed, by the browser alone; what got a fixed reply is kept nowhere. */
  #keep(turns) {
    const kept = turns.filter(({ answer }) => answer.outcome !== "small_talk");
    try {
      if (kept.length) sessionStorage.setItem(this.#name, JSON.stringify(kept));
      else sessionStorage.removeItem(this.#name);
    } catch {
      // A browser that keeps nothing: the conversation ends with the page.
    }
  }

  #kept() {
    try {
      return JSON.parse(sessionStorage.getItem(this.#name)) ?? [];
    } catch {
      return [];
    }
  }

  /* An answer that has changed since: its question was left to staff. */
  keep(answer) {
    this.#keep(this.#kept().map((turn) => (turn.answer.id === answer.id ? { ...turn, answer } : turn)));
  }

  get #name() {
    return `plan-chat ${this.#host.base}`;
  }

  /* What was said is gone after a while: on a phone it lies over the talk. */
  say(text) {
    clearTimeout(this.#hush);
    this.status.textContent = text;
    if (!this.#busy) this.#hush = setTimeout(() => { this.status.textContent = ""; }, SAID);
  }

  #documents() {
    return this.#host.setting("documents").split(/[\s,，]+/).filter(Boolean);
  }

  /* The questions of this visit, each leading back to its answer. */
  #remember(turn, question) {
    const back = () => {
      turn.tabIndex = -1;
      turn.focus({ preventScroll: true });
      turn.scrollIntoView({ block: "start" });
    };
    this.past.lastChild.append(build("li", {}, button(question, back, { class: "plain" })));
    const count = this.past.lastChild.children.length;
    this.past.firstChild.textContent = `这次问过的 ${count} 个问题`;
    this.past.hidden = count < 2;
  }

  #begin(turn) {
    this.#busy = true;
    this.say("正在查找原文…");
    turn.scrollIntoView({ block: "start" });
  }

  #end(turn) {
    this.#busy = false;
    turn.scrollIntoView({ block: "start" });
  }

  #fail(turn, error) {
    const message = error.message.replace(/[。\s]*$/, "。");
    turn.append(build("div", { class: "reply failed" }, build("p", {}, message), build("p", {}, "也可以拨打 ", phone(this.contact), " 咨询工作人员。")));
    this.say("没有查成，请看提示。");
    this.#host.tell("error", { code: error.code || "unexpected" });
  }
}

function summary(answer) {
  if (answer.parts.some(({ kind }) => kind === "guidance") && answer.outcome !== "answered") return "已找到办事指引";
  if (answer.outcome === "answered") return answer.citations.length ? `已找到 ${answer.citations.length} 条原文` : "已答复";
  return answer.outcome === "not_found" ? "没有找到" : "已答复";
}
