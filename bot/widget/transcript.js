import { button, el, icon } from "./dom.js";
import { drawReply } from "./reply.js";

const CONTROLS = "a, button, summary, [role=button]";
const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/** A log that announces what is new, and nothing twice. Tab stops at its current message only. */
export function createTranscript(setting) {
  const { words } = setting;
  const context = { ...setting, refresh, settle };
  const articles = new Map();
  let current;
  const node = el("div", {
    class: "log",
    part: "transcript",
    role: "log",
    "aria-label": words.transcript,
    "aria-describedby": "hint",
    "aria-live": "off",
    keydown: move,
    focusin: ({ target }) => makeCurrent(target.closest("article") ?? current),
  });

  // What comes up beside the log must not hide the message that was just sent.
  new ResizeObserver(() => node.lastChild?.matches(".person") && reveal()).observe(node);

  function move(event) {
    const all = [...node.children];
    const at = all.indexOf(event.target);
    if (at < 0 || !STEPS[event.key]) return;
    event.preventDefault();
    all[Math.max(0, Math.min(at + STEPS[event.key], all.length - 1))].focus();
  }

  function makeCurrent(article) {
    current = article;
    for (const each of node.children) {
      for (const one of [each, ...each.querySelectorAll(CONTROLS)]) one.tabIndex = each === article ? 0 : -1;
    }
  }

  /** What is drawn late has the tab stops of its message. */
  function settle() {
    makeCurrent(current);
  }

  /** What is large needs room, too. */
  function refresh() {
    settle();
    reveal();
  }

  // A used choice stays readable where it was.
  function markUsed(payload) {
    const choices = [...node.querySelectorAll("[data-payload]")];
    const used = choices.findLast((choice) => choice.dataset.payload === payload);
    if (!used || used.ariaPressed) return;
    used.ariaPressed = "true";
    if (used.matches("button")) used.prepend(icon("check"));
  }

  /** Scrolls to where reading goes on: the top of the last turn, not its end. */
  function reveal() {
    if (!current) return;
    const before = current.previousElementSibling;
    // An alarm needs all the room.
    const first = !current.matches(".person, .emergency, .crisis") && before?.matches(".person") ? before : current;
    // In a low window the log does not scroll alone.
    const scroller = node.scrollHeight > node.clientHeight ? node : node.parentNode;
    scroller.scrollTop += first.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 8;
  }

  function drawMessage({ text }) {
    return el(
      "article",
      { class: "message person", part: "message person", "aria-label": `${words.you}: ${text}` },
      el("h3", { class: "hidden" }, words.you),
      el("p", { dir: "auto" }, text),
    );
  }

  function change(entry) {
    const article = articles.get(entry);
    if (!article) return;
    const shown = article.querySelector(".failed");
    const says = { failed: words.message_failed, waiting: words.message_waiting }[entry.status];
    // Not drawn again with each try, or a button would be gone under somebody's finger.
    if (says && shown?.textContent.startsWith(says)) return;
    if (shown?.contains(node.getRootNode().activeElement)) article.focus();
    shown?.remove();
    if (!says) return;
    const click = () => {
      article.focus();
      context.resend(entry);
    };
    const again = button(click, null, icon("restart"), words.resend);
    const mark = icon(entry.status === "failed" ? "emergency" : "note");
    article.append(el("div", { class: `failed ${entry.status}` }, el("p", null, mark, says), again));
    makeCurrent(current);
  }

  /** Shows an entry. History comes with `isNew` false, and is not announced. */
  function add(entry, isNew = true) {
    if (entry.text === "") return;
    const drawn = entry.replies?.map((reply) => drawReply(reply, context)) ?? [drawMessage(entry)];
    const find = (kinds) => drawn.find((each) => each.matches(kinds));
    if (isNew) node.ariaLive = find(".crisis, .emergency") ? "assertive" : "polite";
    markUsed(entry.payload);
    node.append(...drawn);
    articles.set(entry, drawn[0]);
    change(entry);
    makeCurrent(find(".check_in") ?? drawn[0]);
    reveal();
  }

  function clear() {
    current = null;
    node.ariaLive = "off";
    node.replaceChildren();
  }

  return { node, add, change, clear, reveal };
}
