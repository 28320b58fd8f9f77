import { button, el } from "./dom.js";
import { drawQuotes } from "./quotes.js";

/** Shows below a term what it means, in the words of the pages, or takes it away again. */
export function toggleMeaning(term, { lead, quotes, title, payload }, { words, ask, refresh }) {
  const isOpen = term.ariaExpanded === "true";
  term.ariaExpanded = `${!isOpen}`;
  const place = term.closest("blockquote, p:not(blockquote p)");
  if (isOpen) return place.parentNode.querySelector(`[data-of="${payload.replaceAll('"', "")}"]`)?.remove();
  // The quote that the term stands in is in sight.
  const others = quotes.filter(({ text }) => !place.textContent.includes(text));
  const drawn = drawQuotes(others, words, { titleOf: ({ page }) => page });
  const close = button(() => (term.focus(), toggleMeaning(term, { quotes, payload }, { words })), null, words.meaning_close);
  const more = button(() => ask(title, payload), null, words.meaning_more);
  const label = words.meaning.replace("{term}", term.textContent);
  const note = { class: "meaning", part: "meaning", role: "note", "aria-label": label, "data-of": payload.replaceAll('"', "") };
  place.after(el("div", note, el("h4", null, label), el("p", null, lead), drawn, el("div", { class: "choices" }, close, more)));
  refresh();
}
