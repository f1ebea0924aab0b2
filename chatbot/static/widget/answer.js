/* An answer -> what a person reads: reply, quotes with their source, what to do next. */
import { cited, readAloud, showLeaving, showRating } from "./afterwards.js";
import { build, button, phone } from "./plan-chat.js";

/* `chat` holds: service, badges (document id -> labels), contact, ask(question, history), say(text). */
export function showAnswer(answer, question, chat) {
  const offersPhone = ["not_found", "unclear"].includes(answer.outcome) && !answer.parts.some(({ text }) => text.includes(chat.contact));
  return build(
    "div",
    { class: "reply", part: "answer" },
    build("p", { class: "who" }, "答复"),
    answer.context && showContext(answer.context, question, chat),
    showParts(answer, chat),
    showRelated(answer, chat),
    offersPhone && build("p", { class: "help" }, "也可以拨打 ", phone(chat.contact), " 咨询工作人员。"),
    answer.may_be_left && showLeaving(answer, chat),
    build("div", { class: "rating" }, readAloud(answer), ["answered", "not_found"].includes(answer.outcome) && showRating(answer, chat)),
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

/* The parts in their order; a document is named once, at the first of its places that follow one another. */
function showParts(answer, chat) {
  let named;
  return answer.parts.flatMap((part) => {
    const places = byPlace(part, cited(part, answer)).map((quotes) => {
      const isNew = quotes[0].document.id !== named;
      named = quotes[0].document.id;
      return build("div", { class: "quotes" }, showQuotes(part, quotes, chat), showSource(part, quotes, isNew, chat));
    });
    if (part.kind === "guidance") return showGuidance(part);
    return [part.kind !== "list" && showSaid(part), ...places];
  });
}

/* The quotes that follow one another in one section; a list is complete, so of one. */
function byPlace(part, citations) {
  const runs = [];
  let last;
  for (const citation of citations) {
    const place = part.kind === "list" || JSON.stringify([citation.document.id, citation.path]);
    if (place !== last) runs.push([]);
    runs[runs.length - 1].push(citation);
    last = place;
  }
  return runs;
}

/* What the product says itself; a telephone number in it can be tapped. */
function showSaid({ text, phones = [] }) {
  return text && build("p", { class: "own" }, withPhones(text, phones));
}

function withPhones(text, phones) {
  let at = 0;
  const pieces = phones.flatMap(({ start, end }) => {
    const before = cut(text, at, start);
    at = end;
    return [before, phone(cut(text, start, end))];
  });
  return [...pieces, cut(text, at)];
}

/* What staff advise to do next, in a frame of its own: nobody is to take it for the plan's words. */
function showGuidance(part) {
  const value = (line) => {
    if (line === part.phone) return withPhones(line, part.phones);
    if (line !== part.link) return line;
    return [build("a", { class: "open", href: line, target: "_blank", rel: "noopener" }, "去网上办", build("span", { class: "unseen" }, "（新窗口）")), build("span", { class: "quiet" }, ` ${line}`)];
  };
  const lines = part.lines.map(({ label, text }) => build("div", {}, build("dt", {}, label), build("dd", {}, value(text))));
  return build("div", { class: "guidance", part: "guidance" }, build("p", { class: "guided" }, part.text), build("dl", {}, lines), build("p", { class: "quiet" }, `工作人员 ${part.checked} 核对`));
}

function showQuotes(part, quotes, chat) {
  const whole = (citation) => build("blockquote", { part: "quote", cite: chat.service.quoteAddress(citation) }, withKey(citation));
  if (part.cells?.length) return build("dl", { part: "quote" }, part.cells.flatMap(({ column, cell }) => [build("dt", {}, column), build("dd", {}, cell)]));
  if (part.kind !== "list") return quotes.map(whole);
  const opening = part.intro ? 1 : 0; // …下列条件：
  return [...quotes.slice(0, opening).map(whole), showSaid(part), showItems(quotes.slice(opening), chat)];
}

/* Places count code points. */
function cut(text, from, to) {
  return [...text].slice(from, to).join("");
}

/* The sentence that answers stands out in its paragraph. */
function withKey({ quote, start, key }) {
  if (!key) return withSign(quote);
  const [from, to] = [key.start - start, key.end - start];
  return [from > 0 && withSign(cut(quote, 0, from)), build("strong", {}, from > 0 ? cut(quote, from, to) : withSign(cut(quote, from, to))), cut(quote, to)].flat().filter(Boolean);
}

/* A dash or a dot that opens an item in the plan is seen as a list's sign; its character stays. */
function withSign(words) {
  const sign = /^\s*(?:-{2,}|—{2,}|[·•●▪■◆*-])\s*/.exec(words)?.[0];
  return sign ? [build("span", { class: "list-sign" }, sign), words.slice(sign.length)] : [words];
}

function showItems(citations, chat) {
  const items = citations.map((citation) =>
    build("li", {}, build("q", { part: "quote" }, withSign(citation.quote)), link(`[${citation.number}]`, citation, chat, `查看第 ${citation.number} 条原文`)));
  return build("ol", { class: "items", role: "list" }, items);
}

function showSource(part, citations, isNew, chat) {
  const isWhole = part.kind === "list" || part.cells?.length > 0; // read as one, so it has one link
  const { document, path } = citations[0];
  const links = isWhole ? link("查看原文", citations[0], chat) : citations.map((citation) => link(`查看原文 [${citation.number}]`, citation, chat));
  const headings = path.join(" › ") || (!isNew && "同上");
  return build(
    "div",
    { class: "source" },
    build("p", {}, build("span", { class: "quiet" }, "出处 "), isNew && build("cite", {}, ...title(document)), headings && build("span", { class: "path" }, headings)),
    isNew && showStanding(document, chat),
    build("p", { class: "links" }, links, !isWhole && showAround(citations[0], chat), copyButton(citations, chat)),
  );
}

/* What a reader must know before believing a document: its labels, who issued it, when. */
function showStanding(document, chat) {
  return build(
    "p",
    { class: "about" },
    showLabels(document, chat),
    [document.issuer, document.published].filter(Boolean).map((fact) => build("span", {}, fact)),
  );
}

function showLabels(document, chat) {
  const labels = chat.badges.get(document.id) ?? (document.status ? [{ text: document.status, tone: "caution" }] : []);
  return labels.map((label) => build("span", { class: `badge ${label.tone}` }, label.text));
}

/* A long title is seen short, and heard in full. */
function title({ title, short_title: short }) {
  if (short === title) return [title];
  return [build("span", { title, "aria-hidden": "true" }, short), build("span", { class: "unseen" }, title)];
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

function showRelated({ related, outcome }, chat) {
  if (!related.length) return null;
  const items = related.map((citation) =>
    build("li", {}, link(citation.path.slice(-2).join(" › ") || title(citation.document), citation, chat), build("q", { class: "glimpse" }, citation.quote), build("span", { class: "quiet" }, ...title(citation.document)), showLabels(citation.document, chat)));
  return build("div", { class: "related" }, build("p", { class: "who" }, outcome === "unclear" ? "写到它的地方" : "可能相关的原文"), build("ul", {}, items));
}
