import { createClient, createConversation, pause } from "./conversation.js";
import { el } from "./dom.js";
import { createFloating, NARROW } from "./floating.js";
import { chooseLocale, isAble, payloadIn, remembered } from "./setting.js";
import { sheet } from "./style.js";
import { createView } from "./view.js";

const BETWEEN_LOADS = 60_000;
// Filled in by the service, since it is needed before all other words can be there.
const LOADING = "$loading";

/** `<net-guide-chat>`, in a corner of the window or, `inline`, in the flow of the page. */
class NetGuideChat extends HTMLElement {
  static observedAttributes = ["endpoint", "inline", "lang", "open", "remember", "title"];

  #root = this.attachShadow({ mode: "open" });
  #gone;
  #guide;
  #conversation;
  #topics;
  #glossary;
  #rate;
  #floating;
  #view;

  connectedCallback() {
    this.#start();
  }

  disconnectedCallback() {
    this.#gone.abort();
    // Not if it has only moved.
    queueMicrotask(() => this.isConnected || this.#conversation?.stop());
  }

  attributeChangedCallback(name, before, after) {
    // Attributes of the markup come before the element is connected.
    if (!this.#gone || this.#gone.signal.aborted || before === after) return;
    if (name === "open") return this.#reflectOpen();
    if (name === "endpoint" || name === "remember") {
      this.#guide = null;
      this.#conversation?.stop();
    }
    this.#gone.abort();
    this.#start();
  }

  get open() {
    return this.hasAttribute("open");
  }

  set open(isOpen) {
    this.toggleAttribute("open", isOpen || isOpen === "");
  }

  /** Opens the floating chat and moves the focus into it. */
  show() {
    this.open = true;
    this.#floating?.focus();
  }

  hide() {
    this.open = false;
  }

  /** Asks for the person, in sight. */
  async ask(question) {
    this.show();
    await this.send(question);
  }

  async send(text) {
    await this.#conversation?.say(`${text}`);
  }

  async restart() {
    await this.#conversation?.restart();
  }

  async #start() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    const isNew = !this.#guide;
    if (isNew) await this.#load(signal);
    if (signal.aborted || !this.#guide) return;
    this.#draw(signal);
    if (!isNew) return;
    this.#tell("ready");
    this.#follow();
  }

  async #load(signal) {
    this.#view = null;
    if (!isAble()) return this.#fail("unsupported");
    this.#root.adoptedStyleSheets = [sheet];
    const line = el("slot", { name: "loading" }, el("p", null, LOADING));
    // In the panel, so that the page does not jump, and the line is read on our own ground.
    const panel = () => el("div", { class: "root", part: "root" }, el("div", { class: "panel", part: "panel" }, line));
    this.#root.replaceChildren(this.hasAttribute("inline") ? panel() : "");
    const given = this.getAttribute("endpoint")?.replace(/\/?$/, "/");
    const base = new URL(given ?? ".", given ? document.baseURI : import.meta.url).href;
    const client = createClient(base, () => this.getAttribute("region"));
    this.#topics = remembered(async () => (await client.topics()).topics);
    this.#glossary = remembered(async () => (await client.glossary()).terms);
    this.#rate = client.rate;
    const remembersAll = this.getAttribute("remember") === "transcript";
    this.#conversation = createConversation(client, `net-guide ${base}#${this.id}`, remembersAll);
    while (!this.#guide && !signal.aborted) {
      try {
        this.#guide = await client.guide(signal, ({ code }) => this.#fail(code));
      } catch ({ code }) {
        if (!signal.aborted) this.#fail(code);
        await pause(BETWEEN_LOADS, signal);
      }
    }
  }

  /** Shows what the page wrote for this case. */
  #fail(code) {
    if (this.#root.querySelector("slot:not([name])")) return;
    this.#root.adoptedStyleSheets = [];
    this.#root.replaceChildren(el("slot"));
    this.#tell("error", { code });
  }

  #draw(signal) {
    const { activeElement } = this.#root;
    const { texts: words, terms, language, direction } = this.#guide;
    const heading = this.getAttribute("title") || words.title;
    const inline = this.hasAttribute("inline");
    const close = inline ? null : () => this.hide();
    const locale = chooseLocale(this.lang, language);
    const rate = this.#guide.feedback && this.#rate;
    const context = { words, language, direction, locale, heading, terms, rate, topics: this.#topics, glossary: this.#glossary };
    const tell = (...event) => this.#tell(...event);
    const view = createView(context, this.#conversation, close, tell, this.#view);
    this.#view = view;
    this.#floating = inline ? null : createFloating(view, words.open, () => this.show(), close);
    const nodes = this.#floating?.nodes ?? [el("div", { class: "panel", part: "panel" }, view.node)];
    const root = { class: "root", part: "root", role: "region", "aria-label": heading, lang: language, dir: direction };
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.replaceChildren(el("div", root, ...nodes));
    // Or the title of the host would be a tooltip over all of the chat.
    this.#root.firstChild.title = "";
    view.watch(signal);
    addEventListener("hashchange", () => this.#follow(), { signal });
    matchMedia(NARROW).addEventListener("change", () => this.#show(), { signal });
    this.#show();
    activeElement?.focus();
  }

  /** Asks what the address of the page names. */
  async #follow() {
    const wanted = payloadIn(location.hash);
    const topics = wanted ? await this.#topics().catch(() => []) : [];
    const topic = topics.find(({ payload }) => payload === wanted);
    if (!topic) return;
    this.open = true;
    await this.#conversation.say(topic.title, topic.payload);
  }

  #show() {
    const isOpen = this.hasAttribute("open");
    this.#floating?.show(isOpen);
    if (!this.#floating || isOpen) this.#conversation.begin();
    else this.#view.reading.stop();
    return isOpen;
  }

  #reflectOpen() {
    if (this.#floating) this.#tell(this.#show() ? "open" : "close");
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, composed: true }));
  }
}

// A page may load this script twice.
customElements.get("net-guide-chat") ?? customElements.define("net-guide-chat", NetGuideChat);
