import { button, el } from "./dom.js";

export function drawLink(href, text, words) {
  const hint = el("span", { class: "hidden" }, ` (${words.new_tab})`);
  return el("a", { href, target: "_blank", rel: "noopener noreferrer" }, text, hint);
}

/** What stands behind an answer: the list (`node`, or null), marks that open it, and the page of a statement. */
export function createSources({ intent, citations = [], pages = [], sources_heading: heading }, { words, locale }) {
  const [oldest] = pages.map((page) => page.last_updated).sort();
  const date = inWords(oldest, locale);
  const entries = new Map(citations.map((citation) => [citation.number, createEntry(citation, words)]));
  const node =
    (entries.size || pages.length) &&
    el(
      "details",
      // Who asks where it comes from need not ask twice.
      { class: "sources", part: "sources", open: intent === "show_sources" },
      el("summary", null, heading, oldest && ` · ${words.source_date.replace("{date}", date)}`),
      [...entries.values()].map((entry) => entry.node),
      pages.map((page) => el("p", { dir: "auto" }, page.line, page.url && [" ", drawAddress(page, words, locale)])),
    );

  /** A number that leads to its entry, and the entry back to it. */
  function mark(number) {
    const entry = entries.get(number);
    if (!entry) return el("span", { class: "mark" }, `[${number}]`);
    const open = ({ currentTarget }) => {
      node.open = true;
      entry.visit(currentTarget);
    };
    return button(open, { class: "mark", "aria-label": words.source.replace("{number}", number) }, `[${number}]`);
  }

  // An id of a statement begins with that of its document.
  return { node, mark, pageOf: (statement = "") => pages.find(({ document }) => statement.startsWith(`${document}.`)) };
}

function createEntry(citation, words) {
  let from;
  const back = button(() => from.focus(), { class: "back", hidden: true }, words.source_back);
  const node = el("p", { tabindex: -1, dir: "auto" }, `[${citation.number}] `, drawCitation(citation, words), " ", back);
  const visit = (mark) => {
    from = mark;
    back.hidden = false;
    node.focus();
  };
  return { node, visit };
}

const inWords = (day, locale) =>
  day && new Date(day).toLocaleDateString(locale, { dateStyle: "long", timeZone: "UTC" });

/** Where what the answer names can be found. */
export function drawLinks(links, { words, locale }) {
  const items = links.map((link) => el("li", { dir: "auto" }, link.name, ": ", drawAddress(link, words, locale)));
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
  return [drawLink(url, shown, words), " ", el("small", null, `(${known})`)];
}

/** Word for word; the address becomes a link. */
function drawCitation({ text, url }, words) {
  const at = /^https?:/.test(url) ? text.indexOf(url) : -1;
  if (at < 0) return text;
  return [text.slice(0, at), drawLink(url, url, words), text.slice(at + url.length)];
}
