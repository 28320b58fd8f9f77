import { button, el, icon } from "./dom.js";

// As in the stylesheet: a panel that fills the screen.
export const NARROW = "(max-width: 30em)";

/** The button in the corner, and the panel that it opens. */
export function createFloating(view, label, open, close) {
  const keydown = (event) => event.key === "Escape" && close();
  const panel = el(
    "dialog",
    { class: "panel", part: "panel", popover: "manual", tabindex: -1, "aria-labelledby": "heading", keydown, cancel: close },
    view.node,
  );
  const launcher = button(open, { class: "launcher", part: "launcher", popover: "manual" }, icon("chat"), el("span", null, label));

  return {
    nodes: [launcher, panel],

    show(isOpen) {
      const { activeElement } = panel.getRootNode();
      const hadFocus = panel.contains(activeElement);
      const isModal = isOpen && matchMedia(NARROW).matches;
      panel.close();
      // Or browsers would move the focus into it.
      panel.inert = true;
      panel.togglePopover(isOpen && !isModal);
      if (isModal) panel.showModal();
      panel.inert = false;
      launcher.togglePopover(!isOpen);
      if (isOpen) view.reveal();
      if (hadFocus) (isOpen ? activeElement : launcher).focus();
    },

    focus: () => (matchMedia("(pointer: coarse)").matches ? panel : view.field).focus(),
  };
}
