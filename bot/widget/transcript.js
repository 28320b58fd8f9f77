import { button, el, icon } from "./dom.js";
import { drawReply } from "./reply.js";

const CONTROLS = "a, button, summary, [role=button]";
const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

const PAPER_STYLE = `
body { font: 11pt/1.5 system-ui, sans-serif }
h2 { font-size: 12pt; margin: 2em 0 .5em; break-after: avoid }
p { white-space: pre-line; overflow-wrap: anywhere }
p.about { border-block: 1px solid; padding-block: .6em }
`;

/** A log that announces what is new, and nothing twice. Tab stops at its current message only. */
export function createTranscript(context) {
  const { words } = context;
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
    const first = !current.matches(".person") && before?.matches(".person") ? before : current;
    // In a low window the log does not scroll alone.
    const scroller = node.scrollHeight > node.clientHeight ? node : node.parentNode;
    scroller.scrollTop += first.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 8;
  }

  function drawMessage({ text }) {
    return el(
      "article",
      { class: "message person", part: "message person", "aria-label": `${words.you}: ${text}` },
      el("h3", { class: "hidden" }, words.you),
      el("p", null, text),
    );
  }

  function change(entry) {
    const article = articles.get(entry);
    article?.querySelector(".failed")?.remove();
    if (entry.status !== "failed") return;
    const click = () => {
      article.focus();
      context.resend(entry);
    };
    const again = button(click, null, icon("restart"), words.resend);
    article?.append(el("div", { class: "failed" }, icon("emergency"), words.message_failed, again));
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

/** Prints what was said, with all sources, from a frame in `place`. */
export function printSummary(entries, context, place) {
  // Not every browser tells when printing is over.
  place.querySelector("iframe")?.remove();
  const frame = el("iframe", { class: "hidden", "aria-hidden": true, tabindex: -1 });
  place.append(frame);
  const { contentWindow: page, contentDocument: paper } = frame;
  // A sheet belongs to the document it was made for.
  const sheet = new page.CSSStyleSheet();
  sheet.replaceSync(PAPER_STYLE);
  paper.adoptedStyleSheets = [sheet];
  Object.assign(paper.documentElement, { lang: context.language, dir: context.direction });
  paper.title = context.heading;
  paper.body.append(drawSummary(entries, context));
  page.addEventListener("afterprint", () => frame.remove());
  page.print();
}

function drawSummary(entries, { words, heading, locale }) {
  return el(
    "main",
    null,
    el("h1", null, heading),
    el("p", null, new Date().toLocaleDateString(locale, { dateStyle: "long" })),
    el("p", { class: "about" }, words.summary_intro),
    entries.flatMap(({ text, replies = [] }) => [
      text && el("h2", null, `${words.you}: ${text}`),
      ...replies
        .filter(({ custom }) => custom?.kind !== "smalltalk")
        .map((reply) => el("p", null, reply.text)),
    ]),
  );
}
