// The window of the chat, put together from its parts.

import { button, el, icon } from "./dom.js";
import { Notices } from "./notices.js";
import { printSummary } from "./summary.js";
import { Transcript } from "./transcript.js";

// The service refuses bodies over 16 KB. A character takes up to three bytes, the state the rest.
const LONGEST_MESSAGE = 4_000;

/** Shows a conversation, and listens to it. */
export class View {
  field = el("textarea", {
    id: "message",
    part: "input",
    rows: 1,
    maxlength: LONGEST_MESSAGE,
    enterkeyhint: "send",
    keydown: (event) => this.#onKey(event),
  });
  #conversation;
  #context;
  #notices;
  #tell;
  #transcript;

  /** `close` is null when there is nothing to close; `tell` has the page hear of an event. */
  constructor({ guide, heading, locale, conversation, close, tell }) {
    const { words } = guide;
    this.#conversation = conversation;
    this.#tell = tell;
    this.#notices = new Notices(words);
    this.#context = {
      ...guide,
      heading,
      locale,
      ask: (text, payload) => conversation.say(text, payload),
      resend: (entry) => conversation.send(entry),
      copy: (text) => this.#copy(text),
    };
    this.#transcript = new Transcript(this.#context);
    this.node = el(
      "div",
      { class: "body" },
      this.#drawHead(words, close),
      this.#notices.banner,
      this.#transcript.node,
      el("p", { id: "hint", class: "hint" }, words.transcript_hint),
      this.#notices.activity,
      el("div", { class: "foot", part: "footer" }, this.#drawWays(words), this.#drawComposer(words)),
    );
    conversation.entries.forEach((entry) => this.#transcript.add(entry, false));
    conversation.listener = this;
  }

  add(entry) {
    this.#transcript.add(entry);
    if (!entry.silent) this.#tell("message", { from: entry.replies ? "guide" : "person" });
  }

  change(entry) {
    this.#transcript.change(entry);
    if (entry.status !== "failed") return;
    const { words, resend } = this.#context;
    // A start has no place of its own for a button.
    const again = entry.silent ? [button(() => resend(entry), null, words.resend)] : [];
    this.#notices.trouble(words.trouble, ...again);
    this.#transcript.reveal();
    this.#tell("error", { code: entry.code });
  }

  clear() {
    this.#transcript.clear();
  }

  busy(isBusy) {
    this.#notices.busy(isBusy);
  }

  /** Hears of a passing trouble with the service, or null when a request worked. */
  trouble(trouble) {
    if (!trouble) this.#notices.online();
    else if (trouble.code === "network") this.#notices.trouble(this.#context.words.offline);
  }

  /** The window came into sight. */
  onShown() {
    this.#transcript.reveal();
  }

  /** Follows what the browser says of the network. */
  watch(signal) {
    const offline = () => this.trouble({ code: "network" });
    addEventListener("offline", offline, { signal });
    addEventListener("online", () => this.trouble(null), { signal });
    if (!navigator.onLine) offline();
  }

  #drawHead(words, close) {
    const tool = (name, text, click) =>
      button(click, { class: "tool", part: `tool ${name}`, title: text }, icon(name), el("span", null, text));
    return el(
      "div",
      { class: "head", part: "header" },
      el("h2", { id: "heading" }, this.#context.heading),
      tool("restart", words.restart, () => this.#conversation.restart()),
      tool("print", words.summary, () => this.#print()),
      close && tool("close", words.close, close),
    );
  }

  // Always there, the way to a person first.
  #drawWays(words) {
    const way = (text, payload, ...more) =>
      button(() => this.#context.ask(text, payload), { part: "way" }, ...more, text);
    return el(
      "div",
      { class: "ways" },
      way(words.professional, words.professional_payload, icon("person")),
      way(words.topics, "/topics"),
      way(words.types, "/show_types"),
    );
  }

  #drawComposer(words) {
    return el(
      "form",
      { submit: (event) => this.#onSubmit(event) },
      el("label", { for: "message" }, words.message_label),
      this.field,
      el("button", { class: "send", part: "send" }, words.send),
    );
  }

  // Enter sends, with Shift it begins a line. While composing, it belongs to the input method.
  #onKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.#onSubmit(event);
  }

  #onSubmit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    if (!text) return;
    this.field.value = "";
    this.#context.ask(text);
  }

  async #copy(text) {
    const { words } = this.#context;
    try {
      await navigator.clipboard.writeText(text);
      this.#notices.say(words.copied);
    } catch {
      this.#notices.say(words.copy_failed);
    }
  }

  #print() {
    printSummary(this.#conversation.entries, this.#context, this.node);
  }
}
