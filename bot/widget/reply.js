import { button, el, icon, later } from "./dom.js";

// In an alarm, whom to call or where to go is one touch away.
const CONTACT = /((?:[a-z\d-]+\.)+[a-z]{2,}|\b\d[\d -]*\d\b)/;

export function drawReply(reply, context) {
  const { buttons, custom = {}, text } = reply;
  const { kind = "answer", intent, cell = "", blocks = [{ text }], notes = [], help } = custom;
  const { words } = context;
  // Of kinds that must not look like an answer; they have a drawing, too.
  const heading = words[`${kind}_heading`];
  const calls = help && ["emergency", "crisis"].includes(kind) && drawCalls(help, words);
  const helps = !calls && (heading || cell.startsWith("after_alarm/"));
  const sources = drawSources(custom, context);
  const copy = () => context.copy(text);
  return el(
    "article",
    { class: `message ${kind}`, part: `message ${kind}`, "aria-label": `${words.heard}: ${blocks[0].text}` },
    heading ? el("h3", { class: "alarm" }, icon(kind), heading) : el("h3", { class: "hidden" }, words.heard),
    calls,
    runs(blocks).map((run) => drawRun(run, helps, context)),
    notes.map((note) => iconed("note", "note", note)),
    custom.links && drawLinks(custom.links, context),
    sources && [sources, button(copy, { class: "copy" }, words.copy)],
    buttons && drawChoices(buttons, intent === "guide" || kind === "check_in", context),
  );
}

const iconed = (name, drawing, text) => el("p", { class: name }, icon(drawing), el("span", null, text));

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

function drawRun(run, helps, context) {
  const [{ kind, text, citations = [] }] = run;
  if (kind === "tree") return drawBranches(run, context);
  if (kind === "item") return el("ul", { class: "items" }, run.map((item) => el("li", null, item.text)));
  if (kind === "heading") return el("h4", null, text);
  if (kind === "guardrail") return iconed("note ask", kind, text);
  if (kind !== "quote") return el("p", null, helps ? contacts(text, context) : text);
  const marks = citations.map((number) => el("span", { class: "mark" }, ` [${number}]`));
  return el("blockquote", { part: "quote" }, `“${text}”`, marks);
}

/** As a list, until the drawing is there. */
function drawBranches(run, context) {
  const branch = ({ text, payload }) => el("li", null, button(() => context.ask(text, payload), { "data-payload": payload }, text));
  const list = el("ul", { class: "choices" }, run.map(branch));
  later().then(
    ({ drawTree }) => {
      list.replaceWith(drawTree(run, context));
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

function drawLink(href, text, words) {
  const hint = el("span", { class: "hidden" }, ` (${words.new_tab})`);
  return el("a", { href, target: "_blank", rel: "noopener noreferrer" }, text, hint);
}

function drawSources({ citations = [], pages = [], sources_heading: heading }, { words, locale }) {
  if (!citations.length && !pages.length) return null;
  const [oldest] = pages.map((page) => page.last_updated).sort();
  const date = inWords(oldest, locale);
  return el(
    "details",
    { class: "sources", part: "sources" },
    el("summary", null, heading, oldest && ` · ${words.source_date.replace("{date}", date)}`),
    citations.map((citation) => el("p", null, `[${citation.number}] `, drawCitation(citation, words))),
    pages.map((page) => el("p", null, page.line, page.url && [" ", drawAddress(page, words, locale)])),
  );
}

const inWords = (day, locale) =>
  day && new Date(day).toLocaleDateString(locale, { dateStyle: "long", timeZone: "UTC" });

/** Where what the answer names can be found. */
function drawLinks(links, { words, locale }) {
  const items = links.map((link) => el("li", null, link.name, ": ", drawAddress(link, words, locale)));
  const ours = links.some((link) => !link.reference) && el("p", null, words.links_ours);
  return el("section", { class: "links", part: "links" }, el("h4", null, words.links), el("ul", null, items), ours);
}

/** An address that is no part of a quote, and what is known of it. */
function drawAddress({ url, reference, checked }, words, locale) {
  const known = reference
    ? words.link_reference
    : checked
      ? words.link_checked.replace("{date}", inWords(checked, locale))
      : words.link_unchecked;
  const shown = new URL(url).host.replace(/^www\./, "");
  return [drawLink(url, shown, words), ` (${known})`];
}

/** Word for word; the address becomes a link. */
function drawCitation({ text, url }, words) {
  const at = /^https?:/.test(url) ? text.indexOf(url) : -1;
  if (at < 0) return text;
  return [text.slice(0, at), drawLink(url, url, words), text.slice(at + url.length)];
}

function drawChoices(buttons, isLarge, { words, ask }) {
  const items = buttons.map(({ title, payload }) => {
    const properties = { part: "choice", "data-payload": payload };
    return el("li", null, button(() => ask(title, payload), properties, title));
  });
  return el("ul", { class: isLarge ? "choices large" : "choices", "aria-label": words.choices }, items);
}
