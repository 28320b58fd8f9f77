import { button, el, icon, later } from "./dom.js";
import { drawQuotes } from "./quotes.js";
import { createSources, drawLink, drawLinks } from "./sources.js";
import { stepBack } from "./steps.js";
import { createMarker } from "./terms.js";

// In an alarm, whom to call or where to go is one touch away.
const CONTACT = /((?:[a-z\d-]+\.)+[a-z]{2,}|\b\d[\d -]*\d\b)/;

// Characters of quotes after the first one from which on they are folded.
const LONG = 200;

// Kinds of replies whose words are explained, and of which people can say whether they helped.
const RATED = ["answer", "refusal"];

export function drawReply(reply, context) {
  const { buttons, custom = {}, text } = reply;
  const { kind = "answer", intent, cell = "", blocks = [{ text }], notes = [], help } = custom;
  const { words } = context;
  // Of kinds that must not look like an answer; they have a drawing, too.
  const heading = words[`${kind}_heading`];
  const calls = help && ["emergency", "crisis"].includes(kind) && drawCalls(help, words);
  const helps = !calls && (heading || cell.startsWith("after_alarm/"));
  const sources = createSources(custom, context);
  const copy = () => context.copy(text);
  const isGuide = intent === "guide";
  const mark = RATED.includes(kind) ? createMarker(custom.subject, context) : (text) => text;
  // At the top, where it stays in sight.
  const back = isGuide && stepBack(buttons);
  const [first, ...others] = runs(blocks).map((run) => drawRun(run, { ...context, helps, sources, mark }));
  return el(
    "article",
    { class: `message ${kind}`, part: `message ${kind}`, "aria-label": `${words.heard}: ${blocks[0].text}` },
    heading ? el("h3", { class: "alarm" }, icon(kind), heading) : el("h3", { class: "hidden" }, words.heard),
    calls,
    back ? el("div", { class: "step" }, first, drawChoice(back, context)) : first,
    others,
    notes.map((note) => iconed("note", "note", note)),
    custom.links && drawLinks(custom.links, context),
    sources.node && [sources.node, button(copy, { class: "copy" }, words.copy)],
    // A list of sources has the cell of the answer that it is of.
    context.rate && RATED.includes(kind) && cell && intent !== "show_sources" && drawThumbs(cell, context),
    buttons && drawChoices(buttons.filter((each) => each !== back), isGuide || kind === "check_in", context),
  );
}

/** What asks whether it helped, as soon as it is there. */
function drawThumbs(cell, context) {
  const place = el("div");
  later().then(
    (parts) => {
      place.replaceWith(parts.drawThumbs(cell, context));
      context.settle();
    },
    () => {},
  );
  return place;
}

const iconed = (name, drawing, text) => el("p", { class: name }, icon(drawing), el("span", { dir: "auto" }, text));

/** One large button for each number. */
function drawCalls(help, words) {
  const label = ({ way, word }) =>
    ({ call: words.call, text: word ? words.text_word : words.text_any, visit: words.visit })[way];
  const call = (line) => {
    const said = label(line).replace("{number}", line.number).replace("{word}", line.word);
    const place = words.in_place.replace("{place}", line.place);
    const about = el("span", null, line.name && `${line.name}, `, place);
    // What has a name needs a row of its own.
    const row = { class: (line.name || line.way === "visit") && "named" };
    return el("li", row, drawWay(line, { class: "call", part: "call" }, el("strong", null, said), about));
  };
  return el("ul", { class: "calls" }, help.map(call));
}

/** A link that calls, texts or opens. `?&body=` because iPhones want `&` there, and other phones `?`. */
function drawWay({ way, number, word }, properties, ...children) {
  const digits = number.replace(/\D/g, "");
  const ways = { call: `tel:${digits}`, text: `sms:${digits}?&body=${word}`, visit: `https://${number}` };
  const tab = way === "visit" && { target: "_blank", rel: "noopener noreferrer" };
  return el("a", { href: ways[way], ...tab, ...properties }, ...children);
}

/** Items, branches and quotes that follow each other belong together. */
function runs(blocks) {
  const found = [];
  for (const block of blocks) {
    // The page is named below its last quote.
    if (block.kind === "page") continue;
    const run = found.at(-1);
    if (["item", "tree", "site", "quote"].includes(block.kind) && run?.[0].kind === block.kind) run.push(block);
    else found.push([block]);
  }
  return found;
}

function drawRun(run, context) {
  const [{ kind, text }] = run;
  if (kind === "tree") return drawLater(run, "drawTree", context);
  if (kind === "site") return drawLater(run, "drawBody", context);
  if (kind === "item") return el("ul", { class: "items", dir: "auto" }, run.map((item) => el("li", null, item.text)));
  if (kind === "heading") return el("h4", { dir: "auto" }, text);
  if (kind === "guardrail") return iconed("note ask", kind, text);
  if (kind !== "quote") return el("p", { dir: "auto" }, context.helps ? contacts(text, context) : context.mark(text));
  return drawFolded(run, context);
}

/** The first of several quotes; the others unfold when they are long. What ends in a colon does not stand alone. */
function drawFolded(run, context) {
  const { words } = context;
  const end = run.findIndex(({ text }) => !text.endsWith(":")) + 1 || run.length;
  const rest = run.slice(end);
  if (rest.reduce((length, { text }) => length + text.length, 0) < LONG) return drawStretch(run, context);
  const summary = el("summary", null, words.more.replace("{count}", rest.length));
  const more = el("details", { class: "more", part: "more" }, summary, drawStretch(rest, context));
  return [drawStretch(run.slice(0, end), context), more];
}

const drawStretch = (quotes, { words, sources, mark }) =>
  drawQuotes(quotes, words, {
    titleOf: ({ statement }) => sources.pageOf(statement)?.title,
    textOf: ({ text }) => mark(text),
    marksOf: ({ citations = [] }) => citations.map((number) => [" ", sources.mark(number)]),
  });

/** As a list, until the drawing of this name is there. */
function drawLater(run, name, context) {
  const branch = ({ text, payload }) => el("li", null, button(() => context.ask(text, payload), { "data-payload": payload }, text));
  const list = el("ul", { class: "choices" }, run.map(branch));
  later().then(
    (drawings) => {
      list.replaceWith(drawings[name](run, context));
      context.refresh();
    },
    () => {},
  );
  return list;
}

function contacts(text, { words }) {
  const link = (piece) => {
    if (piece.includes(".")) return drawLink(`https://${piece}`, piece, words);
    // As in "85258 (Shout, text SHOUT to 85258)".
    const way = text.match(`\\btext (\\w+) to ${piece}\\b|(?<!\\d )${piece} \\([^)]*, text\\)`);
    return drawWay({ way: way ? "text" : "call", number: piece, word: way?.[1] ?? "" }, null, piece);
  };
  return text.split(CONTACT).map((piece, index) => (index % 2 ? link(piece) : piece));
}

const drawChoice = ({ title, payload }, { ask }) =>
  button(() => ask(title, payload), { part: "choice", "data-payload": payload }, title);

function drawChoices(buttons, isLarge, context) {
  const items = buttons.map((each) => el("li", null, drawChoice(each, context)));
  return el("ul", { class: isLarge ? "choices large" : "choices", "aria-label": context.words.choices }, items);
}
