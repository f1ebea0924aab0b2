/* An answer -> what a person reads: reply, quotes with their source, what to do next. */
import { build, button, phone } from "./plan-chat.js";

const LIST_LENGTH = 3; // quotes of one section from which they are shown as a numbered list
const REASONS = ["答非所问", "不够完整", "看不懂", "内容过时"];

/* `chat` holds: service, badges (document id -> labels), contact, ask(question, history), say(text). */
export function showAnswer(answer, question, chat) {
  const groups = groupQuotes(answer.citations);
  return build(
    "div",
    { class: "reply", part: "answer" },
    build("p", { class: "who" }, "答复"),
    answer.context && showContext(answer.context, question, chat),
    wordsAround(answer).map((line) => build("p", {}, withPhone(line, chat.contact))),
    groups.map((group) => showQuotes(group, chat)),
    showRelated(answer.related, chat),
    answer.outcome !== "answered" && answer.outcome !== "small_talk" && !answer.text.includes(chat.contact) &&
      build("p", { class: "help" }, "也可以拨打 ", phone(chat.contact), " 咨询工作人员。"),
    build("div", { class: "rating" }, readAloud(answer.text.replace(/\[\d+\]/g, "")), groups.length > 0 && showRating(answer, chat)),
    showChips(answer.suggestions, "您还可以问", chat),
  );
}

export function showChips(questions, label, chat) {
  if (!questions.length) return null;
  const chips = questions.map((question) =>
    build("li", {}, button(question, () => chat.ask(question), { class: "chip" })));
  return build("div", { class: "chips" }, build("p", { class: "quiet" }, label), build("ul", {}, chips));
}

/* A question read as continuing another says so, and can be asked again for itself. */
function showContext(context, question, chat) {
  const alone = button("不接着前面，单独问", () => chat.ask(question, []), { class: "plain" });
  return build("p", { class: "quiet" }, `接着“${context}”来理解。`, alone);
}

/* Quotes that follow one another in one section belong together. */
function groupQuotes(citations) {
  const groups = [];
  for (const citation of citations) {
    const place = JSON.stringify([citation.document.id, citation.path]);
    if (!groups.length || groups[groups.length - 1].place !== place) groups.push({ place, citations: [] });
    groups[groups.length - 1].citations.push(citation);
  }
  return groups.map((group) => group.citations);
}

/* The lines of the reply that are neither quotes nor the source, which is shown below them. */
function wordsAround(answer) {
  const quotes = answer.citations.map((citation) => citation.quote).join("\n");
  const places = answer.citations.map(({ document, path }) => `《${document.title}》“${path.join(" > ")}”`);
  const said = (line) => places.reduce((left, place) => left.replace(place, ""), line.trim());
  const bare = (line) => line.replace(/\s*\[\d+\]/g, "").replace(/^\s*(?:\d+[.、)]\s*)?[“「]?|[”」]?\s*$/g, "");
  return answer.text.split("\n").map(said).filter((line) => line !== "写道：" && bare(line) && !quotes.includes(bare(line)));
}

/* A telephone number in a reply can be tapped. */
function withPhone(line, contact) {
  const place = line.indexOf(contact);
  return place < 0 ? [line] : [line.slice(0, place), phone(contact), line.slice(place + contact.length)];
}

function showQuotes(citations, chat) {
  const isList = citations.length >= LIST_LENGTH;
  const announces = (citation) => isList && /[：:]$/.test(citation.quote); // …下列条件：
  const whole = (citation) => build("blockquote", { part: "quote", cite: chat.service.quoteAddress(citation) }, withKey(citation));
  const items = citations.filter((citation) => !announces(citation));
  const quotes = isList ? [...citations.filter(announces).map(whole), showItems(items, chat)] : showRow(citations) ?? citations.map(whole);
  return build("div", { class: "quotes" }, quotes, showSource(citations, isList, chat));
}

/* The sentence that answers stands out in its paragraph; places count code points. */
function withKey({ quote, start, key }) {
  if (!key) return quote;
  const signs = [...quote];
  const cut = (from, to) => signs.slice(from, to).join("");
  const [from, to] = [key.start - start, key.end - start];
  return [cut(0, from), build("strong", {}, cut(from, to)), cut(to)];
}

/* The cells of a table row, each beside the name of its column; null when these are no such two. */
function showRow(citations) {
  const rows = citations.map((citation) => citation.quote.split("\t")).reverse();
  if (rows.length !== 2 || rows[0].length < 2 || rows[0].length !== rows[1].length) return null;
  const pairs = rows[0].flatMap((name, place) => [build("dt", {}, name), build("dd", {}, rows[1][place])]);
  return [build("dl", { part: "quote" }, pairs)];
}

function showItems(citations, chat) {
  const items = citations.map((citation) =>
    build("li", {}, link(String(citation.number), citation, chat, `查看第 ${citation.number} 条原文`), build("q", { part: "quote" }, citation.quote)));
  return build("ol", { class: "items", role: "list", "aria-label": `共 ${citations.length} 项` }, items);
}

function showSource(citations, isList, chat) {
  const { document, path } = citations[0];
  const labels = chat.badges.get(document.id) ?? (document.status ? [{ text: document.status, tone: "caution" }] : []);
  const links = (isList ? citations.slice(0, 1) : citations).map((citation) =>
    link(isList ? "查看原文" : `查看原文 [${citation.number}]`, citation, chat));
  return build(
    "div",
    { class: "source" },
    build("p", {}, build("span", { class: "quiet" }, "出处 "), build("cite", {}, document.title)),
    path.length > 0 && build("p", { class: "quiet" }, path.join(" › ")),
    build(
      "p",
      { class: "about" },
      labels.map((label) => build("span", { class: `badge ${label.tone}` }, label.text)),
      [document.issuer, document.published].filter(Boolean).map((fact) => build("span", {}, fact)),
    ),
    build("p", { class: "links" }, links, !isList && showAround(citations[0], chat), copyButton(citations, chat)),
  );
}

/* “展开上下文”: the paragraph and its neighbours, the quote marked among them. */
function showAround(citation, chat) {
  let around;
  const toggle = button("展开上下文", async () => {
    try {
      if (!around) {
        const { before, quote, after } = await chat.service.context(citation);
        around = build("p", { class: "around", hidden: true }, before, build("mark", {}, quote), after);
        toggle.closest(".source").append(around);
      }
      around.hidden = !around.hidden;
      toggle.setAttribute("aria-expanded", String(!around.hidden));
      toggle.textContent = around.hidden ? "展开上下文" : "收起上下文";
    } catch {
      chat.say("现在取不到上下文，请点“查看原文”。");
    }
  }, { class: "plain", "aria-expanded": "false" });
  return toggle;
}

function copyButton(citations, chat) {
  if (!navigator.clipboard) return null; // a page without https
  const { document, path } = citations[0];
  const source = [`《${document.title}》${path.map((heading) => `“${heading}”`).join("")}`, document.issuer, document.published, document.status];
  const words = `${citations.map(({ quote }) => `「${quote}」`).join("\n")}\n（${source.filter(Boolean).join("，")}）`;
  const copy = () => navigator.clipboard.writeText(words).then(() => chat.say("已复制引文和出处。"), () => chat.say("没有复制成，请手动选取。"));
  return button("复制引文", copy, { class: "plain" });
}

/* Opened beside the page, so that the conversation is still there afterwards. */
function link(label, citation, chat, name) {
  return build(
    "a",
    { class: name ? "number" : "open", part: "cite", href: chat.service.quoteAddress(citation), target: "_blank", rel: "noopener", "aria-label": name && `${name}（新窗口）` },
    label,
    !name && build("span", { class: "unseen" }, "（新窗口）"),
  );
}

function showRelated(related, chat) {
  if (!related.length) return null;
  const items = related.map((citation) =>
    build("li", {}, link(citation.path.slice(-2).join(" › ") || citation.document.title, citation, chat), build("q", { class: "glimpse" }, citation.quote), build("span", { class: "quiet" }, citation.document.title)));
  return build("div", { class: "related" }, build("p", { class: "who" }, "可能相关的原文"), build("ul", {}, items));
}

function showRating(answer, chat) {
  const rate = async (helpful, reason) => {
    try {
      await chat.service.rate(answer.id, helpful, reason);
      chat.say("已记下您的评价，谢谢。");
      reasons.hidden = true;
    } catch {
      chat.say("评价没有送到，请稍后再试。");
    }
  };
  const press = (event) => {
    for (const choice of [yes, no]) choice.setAttribute("aria-pressed", String(choice === event.currentTarget));
    reasons.hidden = event.currentTarget === yes;
    if (reasons.hidden) rate(true, "");
    else chat.say("请选一个原因。");
  };
  const [yes, no] = ["有帮助", "没帮助"].map((label) => button(label, press, { "aria-pressed": "false" }));
  const reasons = build("div", { class: "rating reasons", role: "group", "aria-label": "没帮助的原因", hidden: true }, REASONS.map((reason) => button(reason, () => rate(false, reason))));
  return build("div", { class: "rating", role: "group", "aria-label": "这条答复有帮助吗" }, yes, no, reasons);
}

/* Where the browser can read aloud. */
function readAloud(text) {
  if (!("speechSynthesis" in window)) return null;
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
