// What goes on beside the conversation: no connection, waiting, small confirmations.

import { el, icon } from "./dom.js";

// A quick answer needs no sign of waiting.
const PATIENCE = 400;
const SHOWN_FOR = 4_000;

/** A banner on the connection and a line below the log. Both announce what they show. */
export class Notices {
  banner = el("div", { class: "banner", part: "banner", role: "status" });
  activity = el("div", { class: "activity", role: "status" });
  #words;
  #isBusy = false;
  #isTroubled = false;
  #wait;
  #end;

  constructor(words) {
    this.#words = words;
  }

  /** Says something for a moment. */
  say(text) {
    this.activity.replaceChildren(text);
    this.#showWaiting(SHOWN_FOR);
  }

  /** Whether an answer is awaited. */
  busy(isBusy) {
    if (isBusy === this.#isBusy) return;
    this.#isBusy = isBusy;
    this.#showWaiting(isBusy ? PATIENCE : 0);
  }

  /** Something is wrong; what, and what to do. */
  trouble(text, ...more) {
    this.#isTroubled = true;
    this.#show("alarm", text, ...more);
  }

  /** The connection works. */
  online() {
    if (!this.#isTroubled) return;
    this.#isTroubled = false;
    this.#show("check", this.#words.online);
    this.#end = setTimeout(() => this.banner.replaceChildren(), SHOWN_FOR);
  }

  #show(drawing, text, ...more) {
    clearTimeout(this.#end);
    this.#showWaiting(0);
    // The same words again would be announced again.
    if (this.banner.querySelector("span")?.textContent === text) return;
    this.banner.replaceChildren(icon(drawing), el("span", null, text), ...more);
  }

  #showWaiting(delay) {
    clearTimeout(this.#wait);
    this.#wait = setTimeout(() => {
      const dots = el("span", { class: "dots", "aria-hidden": true }, el("i"), el("i"), el("i"));
      const waits = this.#isBusy && !this.#isTroubled;
      this.activity.replaceChildren(...(waits ? [this.#words.waiting, dots] : []));
    }, delay);
  }
}
