import { el } from "./dom.js";

const PAPER_STYLE = `
body { font: 11pt/1.5 system-ui, sans-serif }
h2 { font-size: 12pt; margin: 2em 0 .5em; break-after: avoid }
p { white-space: pre-line; overflow-wrap: anywhere }
p.about { border-block: 1px solid; padding-block: .6em }
`;

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
