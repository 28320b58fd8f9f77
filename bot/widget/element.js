// The custom element: its attributes, methods and events are what a page can use.

import { Client, pause } from "./client.js";
import { Conversation } from "./conversation.js";
import { el } from "./dom.js";
import { Floating } from "./floating.js";
import { sheet } from "./style.js";
import { View } from "./view.js";

const BETWEEN_LOADS = 60_000;

/**
 * `<net-guide-chat>`: the chat, in a corner of the window or, `inline`, in the flow of the page.
 * Its events carry nothing of what was said.
 */
export class NetGuideChat extends HTMLElement {
  static observedAttributes = ["endpoint", "inline", "lang", "open", "remember", "title"];

  #root = this.attachShadow({ mode: "open" });
  #gone;
  #guide;
  #conversation;
  #floating;
  #view;

  connectedCallback() {
    this.#start();
  }

  disconnectedCallback() {
    this.#gone.abort();
    this.#conversation?.stop();
  }

  attributeChangedCallback(name, before, after) {
    // Attributes of the markup come before the element is connected.
    if (!this.#gone || this.#gone.signal.aborted || before === after) return;
    if (name === "open") return this.#reflectOpen();
    if (name === "endpoint" || name === "remember") this.#guide = null;
    this.disconnectedCallback();
    this.#start();
  }

  /** Opens the panel and moves the focus into it. */
  open() {
    this.toggleAttribute("open", true);
    this.#floating?.focus();
  }

  /** Closes the panel; the conversation stays. */
  close() {
    this.toggleAttribute("open", false);
  }

  /** Sends a message for the person. Settles when it was answered or has failed. */
  async send(text) {
    await this.#conversation?.say(`${text}`);
  }

  /** Forgets the conversation and begins a new one. */
  async restart() {
    await this.#conversation?.restart();
  }

  async #start() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    const isNew = !this.#guide;
    if (isNew) await this.#load(signal);
    if (signal.aborted) return;
    this.#draw(signal);
    if (isNew) this.#tell("ready");
  }

  async #load(signal) {
    // Until there is a chat, the page's own content of the element is shown.
    this.#root.adoptedStyleSheets = [];
    this.#root.replaceChildren(el("slot"));
    const given = this.getAttribute("endpoint")?.replace(/\/?$/, "/");
    // This file is served by the service.
    const base = given ? new URL(given, document.baseURI).href : new URL("..", import.meta.url).href;
    const client = new Client(base, (trouble) => this.#view?.trouble(trouble));
    this.#guide = await this.#insist(client, signal);
    const keepsTranscript = this.getAttribute("remember") === "transcript";
    this.#conversation = new Conversation(client, `net-guide ${base}`, keepsTranscript);
  }

  async #insist(client, signal) {
    while (!signal.aborted) {
      try {
        return await client.guide(signal);
      } catch (trouble) {
        this.#tell("error", { code: trouble.code });
        await pause(BETWEEN_LOADS, signal);
      }
    }
  }

  #draw(signal) {
    const { texts: words, language, direction } = this.#guide;
    const heading = this.getAttribute("title") || words.title;
    const inline = this.hasAttribute("inline");
    const close = () => this.close();
    this.#view = new View({
      guide: { words, language, direction },
      heading,
      locale: this.#locale(language),
      conversation: this.#conversation,
      close: !inline && close,
      tell: (name, detail) => this.#tell(name, detail),
    });
    this.#floating = inline ? null : new Floating(this.#view, words.open, () => this.open(), close);
    const nodes = this.#floating?.nodes ?? [el("div", { class: "panel", part: "panel" }, this.#view.node)];
    const root = el("div", { part: "root", role: "region", "aria-label": heading, lang: language, dir: direction });
    // Keeps the host's title from showing as a tooltip over all of the chat.
    root.title = "";
    root.append(...nodes);
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.replaceChildren(root);
    this.#view.watch(signal);
    this.#show();
  }

  #show() {
    const isOpen = this.hasAttribute("open");
    this.#floating?.show(isOpen);
    if (!this.#floating || isOpen) this.#conversation.begin();
  }

  // A page may want British dates of an English service, but cannot have a language it lacks.
  #locale(language) {
    return this.lang.split("-")[0] === language.split("-")[0] ? this.lang : language;
  }

  #reflectOpen() {
    if (!this.#floating) return;
    this.#show();
    this.#tell(this.hasAttribute("open") ? "open" : "close");
  }

  // Nothing bubbles: an `error` that reached the window would look like an error of the page.
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, composed: true }));
  }
}
