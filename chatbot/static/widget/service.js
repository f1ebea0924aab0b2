/* The service, as the widget calls it: JSON both ways, no cookies, a limit on waiting. */
const PATIENCE = 15000; // milliseconds

export class Unavailable extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

export class Service {
  constructor(base) {
    this.base = base;
  }

  documents() {
    return this.#call("api/documents");
  }

  answer(question, history, documents) {
    const body = { question, history };
    return this.#call("api/answers", documents.length ? { ...body, documents } : body);
  }

  suggestions(typed) {
    return this.#call(`api/suggestions?q=${encodeURIComponent(typed)}`);
  }

  /* The words before and after a quote, for those who want to see where it stands. */
  context({ document, start, end, sha256 }) {
    return this.#call(`api/documents/${encodeURIComponent(document.id)}/context?start=${start}&end=${end}&sha256=${sha256}`);
  }

  /* `vote` is what an earlier rating was acknowledged with: this one takes its place. */
  rate(answer, helpful, comment, vote = "") {
    return this.#call("api/feedback", { answer, helpful, comment, vote });
  }

  /* Leaves a question that was refused to staff: {receipt, url}. */
  leave(answer) {
    return this.#call("api/receipts", { answer });
  }

  /* The reader page at a quote; it will mark nothing if the document has changed since. */
  quoteAddress(citation) {
    const address = new URL(citation.url, this.base);
    address.searchParams.set("sha256", citation.sha256);
    return address.href;
  }

  async #call(path, body) {
    const giveUp = new AbortController();
    const clock = setTimeout(() => giveUp.abort(), PATIENCE);
    const options = { credentials: "omit", signal: giveUp.signal };
    if (body) {
      options.method = "POST";
      options.headers = { "Content-Type": "application/json" };
      options.body = JSON.stringify(body);
    }
    try {
      const reply = await fetch(new URL(path, this.base), options);
      const value = await reply.json();
      if (reply.ok) return value;
      if (value?.error?.message) throw new Unavailable(value.error.code, value.error.message);
      throw new Error("a reply in another language");
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      throw new Unavailable("unreachable", "现在连不上政策问答服务，请稍后再试。");
    } finally {
      clearTimeout(clock);
    }
  }
}
