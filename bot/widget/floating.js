// The chat in a corner of the window: a button, and the panel that it opens.

import { button, el, icon } from "./dom.js";

// As in the stylesheet: below this width the panel fills the screen.
const NARROW = "(max-width: 30em)";

/**
 * Button and panel are in the browser's top layer: no z-index, transform or overflow of the page
 * reaches them. A panel that fills the screen is modal, so that nobody gets lost behind it.
 */
export class Floating {
  #view;
  #launcher;
  #panel;

  constructor(view, label, open, close) {
    this.#view = view;
    const keydown = (event) => event.key === "Escape" && close();
    const launcher = { class: "launcher", part: "launcher", popover: "manual" };
    const panel = { class: "panel", part: "panel", popover: "manual", tabindex: -1 };
    this.#launcher = button(open, launcher, icon("chat"), label);
    this.#panel = el("dialog", { ...panel, "aria-labelledby": "heading", keydown, cancel: close }, view.node);
    this.nodes = [this.#launcher, this.#panel];
  }

  /** Shows the panel or the button. Focus that was in the panel goes back to the button. */
  show(isOpen) {
    const hadFocus = this.#panel.matches(":focus-within");
    const isModal = matchMedia(NARROW).matches;
    this.#panel.close();
    // Browsers move the focus into a dialog that they show, but not into an inert one.
    this.#panel.inert = true;
    this.#panel.togglePopover(isOpen && !isModal);
    if (isOpen && isModal) this.#panel.showModal();
    this.#panel.inert = false;
    this.#launcher.togglePopover(!isOpen);
    if (isOpen) this.#view.onShown();
    else if (hadFocus) this.#launcher.focus();
  }

  // On a touch screen the field would bring up the keyboard, over the welcome.
  focus() {
    (matchMedia("(pointer: coarse)").matches ? this.#panel : this.#view.field).focus();
  }
}
