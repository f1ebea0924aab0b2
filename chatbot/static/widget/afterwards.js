/* What may be done with an answer: rate it, leave its question to staff, have it read aloud. */
import { build, button } from "./plan-chat.js";

const REASONS = ["答非所问", "不够完整", "看不懂", "内容过时"];

export function cited(part, answer) {
  return part.citations.map((number) => answer.citations.find((citation) => citation.number === number));
}

/* A vote counts at once; a reason, or a change of mind, takes its place. */
export function showRating(answer, chat) {
  let vote;
  const rate = async (helpful, reason) => {
    try {
      ({ vote } = await chat.service.rate(answer.id, helpful, reason, vote));
      reasons.hidden = helpful || Boolean(reason);
      chat.say(reasons.hidden ? "已记下您的评价，谢谢。" : "已记下。愿意的话，请选一个原因。");
    } catch {
      chat.say("评价没有送到，请稍后再试。");
    }
  };
  const press = (event) => {
    for (const choice of [yes, no]) choice.setAttribute("aria-pressed", String(choice === event.currentTarget));
    rate(event.currentTarget === yes, "");
  };
  const [yes, no] = ["有帮助", "没帮助"].map((label) => button(label, press, { "aria-pressed": "false" }));
  const reasons = build("div", { class: "rating reasons", role: "group", "aria-label": "没帮助的原因", hidden: true }, REASONS.map((reason) => button(reason, () => rate(false, reason))));
  return build("div", { class: "rating", role: "group", "aria-label": "这条答复有帮助吗" }, yes, no, reasons);
}

/* A question that was refused can be left to staff; its receipt stays below it. */
export function showLeaving(answer, chat) {
  const receipt = ({ receipt: number, url }) => build("p", {}, "已留给工作人员。回执号 ", build("strong", { class: "receipt" }, number), "，", build("a", { class: "open", href: new URL(url, chat.service.base), target: "_blank", rel: "noopener" }, "凭号看答复", build("span", { class: "unseen" }, "（新窗口）")));
  if (answer.left) return receipt(answer.left);
  const leave = button("把这个问题留给工作人员", async () => {
    try {
      answer.left = await chat.service.leave(answer.id);
      leave.replaceWith(receipt(answer.left));
      chat.keep(answer);
      chat.say(`回执号 ${answer.left.receipt}`);
    } catch {
      chat.say("没有留成，请稍后再试。");
    }
  }, { class: "leave" });
  return leave;
}

/* What is read aloud: the parts in their order, without marks and sources. */
function spoken(answer) {
  const opening = (part) => (part.intro ? 1 : 0);
  return answer.parts.flatMap((part) => {
    const quotes = cited(part, answer).map(({ quote }) => quote);
    if (part.kind === "guidance") return [part.text, ...part.lines.map(({ label, text }) => `${label}：${text}`)];
    return [...quotes.splice(0, opening(part)), part.text, ...quotes];
  }).filter(Boolean).join("\n");
}

/* Where the browser can read aloud. */
export function readAloud(answer) {
  if (!("speechSynthesis" in window)) return null;
  const text = spoken(answer);
  const show = (reading) => { control.textContent = reading ? "停止朗读" : "朗读"; };
  const control = button("朗读", () => {
    const reading = control.textContent !== "朗读";
    hush();
    if (reading) return show(false);
    const words = new SpeechSynthesisUtterance(text);
    words.lang = "zh-CN";
    words.rate = 0.9; // a little slower than a young ear would want
    words.onend = words.onerror = () => show(false);
    speechSynthesis.speak(words);
    show(true);
  });
  return control;
}

export function hush() {
  window.speechSynthesis?.cancel();
}
