import { el } from "./dom.js";

const PAPER_STYLE = `
body { font: 11pt/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h2 { font-size: 13pt; margin: 1.5em 0 .5em; break-after: avoid }
h3 { font-size: 11pt; margin: 1.2em 0 .3em; break-after: avoid }
p { margin: .5em 0; white-space: pre-line }
ul { margin: .3em 0; padding-inline-start: 1.4em }
blockquote { margin: .5em 0; padding-inline-start: .8em; border-inline-start: 2pt solid }
section.ask { border: 1pt solid; padding: 0 1em .6em; break-inside: avoid }
section.ask li { list-style: "☐  "; padding-block: .15em }
p.about { border-block: 1px solid; padding-block: .6em }
ol.sources { padding: 0; list-style: none }
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

/** What to ask comes first, then what was asked, and each source once, at the end. */
function drawSummary(entries, { words, heading, locale }) {
  const list = createList();
  const turns = drawTurns(entries, words, list);
  const asks = new Set(entries.flatMap(repliesOf).flatMap(questionsIn));
  const items = (texts) => [...texts].map((text) => el("li", null, text));
  return el(
    "main",
    null,
    el("h1", null, heading),
    el("p", null, new Date().toLocaleDateString(locale, { dateStyle: "long" })),
    el("p", { class: "about" }, words.summary_intro),
    asks.size && el("section", { class: "ask" }, el("h2", null, words.summary_ask), el("ul", null, items(asks))),
    turns,
    list.texts.size && [
      el("h2", null, words.summary_sources),
      el("ol", { class: "sources" }, items([...list.texts].map(([text, number]) => `[${number}] ${text}`))),
    ],
    items(list.lines).map((item) => el("p", null, ...item.childNodes)),
  );
}

const repliesOf = ({ replies = [] }) => replies.filter(({ custom }) => custom?.kind !== "smalltalk");
const blocksOf = ({ text, custom }) => custom?.blocks ?? [{ kind: "lead", text }];
const questionsIn = (reply) => blocksOf(reply).flatMap(({ kind, text }) => (kind === "item" ? [text] : []));

/** Each question with its answers; what was only chatted about is left out. */
function drawTurns(entries, words, list) {
  let asked = "";
  return entries.flatMap((entry) => {
    if (!entry.replies) asked = entry.text;
    const answers = repliesOf(entry);
    if (!answers.length) return [];
    const heading = asked && el("h3", null, `${words.summary_asked}: ${asked}`);
    asked = "";
    return [heading, answers.map((reply) => drawAnswer(reply, words, list))];
  });
}

function drawAnswer(reply, words, list) {
  const { citations = [], pages = [], notes = [], links = [] } = reply.custom ?? {};
  const numbers = new Map(citations.map(({ number, text }) => [number, list.number(text)]));
  list.known(numbers);
  for (const { line } of pages) list.lines.add(line);
  const blocks = blocksOf(reply);
  // The heading over the questions goes with them, to the top.
  const last = blocks.findIndex(({ kind }) => kind === "item") - 1;
  const shown = blocks.filter(({ kind }, index) => kind !== "item" && !(index === last && kind === "heading"));
  return [
    shown.map((block, index) => drawBlock(block, shown[index - 1], list)),
    links.length && drawLinks(links, words),
    notes.map((note) => el("p", null, note)),
  ];
}

/** Where what was named can be found: on paper an address is read, and not pressed. */
function drawLinks(links, words) {
  const items = links.map(({ name, url }) => el("li", null, `${name}: ${url}`));
  const ours = links.some(({ reference }) => !reference) && el("p", null, words.links_ours);
  return [el("p", null, el("strong", null, words.links)), el("ul", null, items), ours];
}

function drawBlock({ kind, text, citations = [], level, aside }, before, list) {
  if (kind === "quote") {
    const marks = citations.map((number) => ` [${list.shown(number)}]`);
    return el("blockquote", null, `“${text}”`, marks, aside && ` [${aside}]`);
  }
  if (kind !== "tree") return el("p", null, kind === "heading" ? el("strong", null, text) : text);
  const item = el("li", null, text);
  if (before?.kind !== "tree") {
    list.branches = [el("ul", null, item)];
    return list.branches[0];
  }
  list.branches.length = level + 1;
  list.branches[level] ??= list.branches[level - 1].lastChild.appendChild(el("ul"));
  list.branches[level].append(item);
  return null;
}

/** All sources, numbered anew in the order in which they are met. */
function createList() {
  const texts = new Map();
  let current = new Map();
  return {
    texts,
    lines: new Set(),
    branches: [],
    number(text) {
      if (!texts.has(text)) texts.set(text, texts.size + 1);
      return texts.get(text);
    },
    // Replies of one turn share their numbers, and list a source once.
    known: (numbers) => (current = new Map([...current, ...numbers])),
    shown: (number) => current.get(number) ?? number,
  };
}
