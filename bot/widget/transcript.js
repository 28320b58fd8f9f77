// The transcript: a log that announces what is new, and nothing twice.

import { button, el, icon } from "./dom.js";
import { drawReply, isUrgent } from "./reply.js";

const CONTROLS = "a, button, summary, [role=button]";
const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/**
 * One message is current: Tab reaches it and what is in it. The arrow keys make another one
 * current. So a long conversation does not stand between two presses of Tab.
 */
export class Transcript {
  #articles = new Map();
  #context;
  #current;

  constructor(context) {
    this.#context = context;
    this.node = el("div", {
      class: "log",
      part: "transcript",
      role: "log",
      "aria-label": context.words.transcript,
      "aria-describedby": "hint",
      keydown: (event) => this.#onKey(event),
      focusin: ({ target }) => this.#makeCurrent(target.closest("article") ?? this.#current),
    });
    this.#announce("off");
  }

  /** Shows an entry. History comes with `isNew` false, and is not announced. */
  add(entry, isNew = true) {
    if (entry.silent) return;
    if (isNew) this.#announce(entry.replies?.some(isUrgent) ? "assertive" : "polite");
    const articles = entry.replies?.map((reply) => drawReply(reply, this.#context)) ?? [this.#draw(entry)];
    this.#markUsed(entry.payload);
    this.node.append(...articles);
    this.#articles.set(entry, articles[0]);
    this.change(entry);
    this.#makeCurrent(articles[0]);
    this.reveal();
  }

  /** Marks a message that was not sent, or takes the mark away. */
  change(entry) {
    const article = this.#articles.get(entry);
    article?.querySelector(".failed")?.remove();
    if (entry.status === "failed") article?.append(this.#drawFailure(entry));
  }

  clear() {
    this.#announce("off");
    this.#articles.clear();
    this.node.replaceChildren();
  }

  /** Scrolls to where reading goes on: the top of the last turn, not its end. */
  reveal() {
    const article = this.#current;
    if (!article) return;
    const before = article.previousElementSibling;
    const first = !article.matches(".person") && before?.matches(".person") ? before : article;
    // In a low window all of the chat scrolls, not the log alone.
    const scroller = this.node.scrollHeight > this.node.clientHeight ? this.node : this.node.parentNode;
    scroller.scrollTop += first.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  }

  #announce(politeness) {
    this.node.setAttribute("aria-live", politeness);
  }

  #draw({ text }) {
    const { you } = this.#context.words;
    return el(
      "article",
      { class: "message person", part: "message person", "aria-label": `${you}: ${text}` },
      el("h3", { class: "hidden" }, you),
      el("p", null, text),
    );
  }

  #drawFailure(entry) {
    const { words, resend } = this.#context;
    const again = button(() => resend(entry), null, icon("restart"), words.resend);
    return el("div", { class: "failed" }, el("p", null, icon("alarm"), words.message_failed), again);
  }

  // The choice that led to a message stays readable where it was, with a mark.
  #markUsed(payload) {
    const choices = [...this.node.querySelectorAll("[data-payload]")];
    const used = choices.findLast((choice) => choice.dataset.payload === payload);
    if (!used || used.ariaPressed) return;
    used.ariaPressed = "true";
    if (used.matches("button")) used.prepend(icon("check"));
  }

  #onKey(event) {
    const articles = [...this.node.children];
    const at = articles.indexOf(event.target);
    if (at < 0 || !STEPS[event.key]) return;
    event.preventDefault();
    articles.at(Math.max(0, Math.min(at + STEPS[event.key], articles.length - 1))).focus();
  }

  #makeCurrent(article) {
    this.#current = article;
    for (const each of this.node.children) {
      for (const one of [each, ...each.querySelectorAll(CONTROLS)]) one.tabIndex = each === article ? 0 : -1;
    }
  }
}
