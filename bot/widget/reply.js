import { button, el, icon } from "./dom.js";
import { drawTree } from "./tree.js";

// Kinds that must not look like an answer, and their drawings.
const ALARMS = { crisis: "crisis", emergency: "alarm", guardrail: "person" };
// In an alarm, a number to call or a site to go to is one touch away.
const CONTACT = /(\b\d{3}\b|\b[a-z]+\.com\b)/;

export const isUrgent = ({ custom }) => ["crisis", "emergency"].includes(custom?.kind);

export function drawReply(reply, context) {
  const { custom = {}, text } = reply;
  const { kind = "answer", blocks = [{ text }], notes = [] } = custom;
  const { words } = context;
  const sources = drawSources(custom, context);
  const copy = () => context.copy(text);
  return el(
    "article",
    { class: `message ${kind}`, part: `message ${kind}`, "aria-label": `${words.heard}: ${blocks[0].text}` },
    ALARMS[kind]
      ? el("h3", { class: "alarm" }, icon(ALARMS[kind]), words[`${kind}_heading`])
      : el("h3", { class: "hidden" }, words.heard),
    runs(blocks).map((run) => drawRun(run, isUrgent(reply), context)),
    notes.map((note) => iconed("note", "note", note)),
    sources && [sources, button(copy, { class: "copy" }, words.copy)],
    drawChoices(reply, context),
  );
}

const iconed = (name, drawing, text) => el("p", { class: name }, icon(drawing), el("span", null, text));

/** Items and branches that follow each other belong together. */
function runs(blocks) {
  const found = [];
  for (const block of blocks) {
    const run = found.at(-1);
    if (["item", "tree"].includes(block.kind) && run?.[0].kind === block.kind) run.push(block);
    else found.push([block]);
  }
  return found;
}

function drawRun(run, urgent, context) {
  const [{ kind, text, citations = [] }] = run;
  if (kind === "tree") return drawTree(run, context);
  if (kind === "item") return el("ul", { class: "items" }, run.map((item) => el("li", null, item.text)));
  if (kind === "heading") return el("h4", null, text);
  if (kind === "guardrail") return iconed("note ask", "person", text);
  if (kind !== "quote") return el("p", null, urgent ? contacts(text, context) : text);
  const marks = citations.map((number) => el("span", { class: "mark" }, ` [${number}]`));
  return el("blockquote", { part: "quote" }, `“${text}”`, marks);
}

function contacts(text, { words }) {
  const link = (piece) =>
    /\d/.test(piece) ? el("a", { href: `tel:${piece}` }, piece) : drawLink(`https://${piece}`, piece, words);
  return text.split(CONTACT).map((piece, index) => (index % 2 ? link(piece) : piece));
}

function drawLink(href, text, words) {
  const hint = el("span", { class: "hidden" }, ` (${words.new_tab})`);
  return el("a", { href, target: "_blank", rel: "noopener noreferrer" }, text, hint);
}

function drawSources({ citations = [], pages = [], sources_heading: heading }, { words, locale }) {
  if (!citations.length && !pages.length) return null;
  const [oldest] = pages.map((page) => page.last_updated).sort();
  const date = new Date(oldest).toLocaleDateString(locale, { dateStyle: "long", timeZone: "UTC" });
  return el(
    "details",
    { class: "sources", part: "sources" },
    el("summary", null, heading, oldest && ` · ${words.source_date.replace("{date}", date)}`),
    citations.map((citation) => el("p", null, `[${citation.number}] `, drawCitation(citation, words))),
    pages.map((page) => el("p", null, page.line)),
  );
}

/** Word for word; the address becomes a link. */
function drawCitation({ text, url }, words) {
  const at = /^https?:/.test(url) ? text.indexOf(url) : -1;
  if (at < 0) return text;
  return [text.slice(0, at), drawLink(url, url, words), text.slice(at + url.length)];
}

function drawChoices({ buttons = [], custom }, { words, ask }) {
  if (!buttons.length) return null;
  const inGuide = custom?.intent === "guide";
  const items = buttons.map(({ title, payload }) => {
    const properties = { part: "choice", "data-payload": payload };
    return el("li", null, button(() => ask(title, payload), properties, title));
  });
  return el("ul", { class: inGuide ? "choices large" : "choices", "aria-label": words.choices }, items);
}
