import { button, el, later } from "./dom.js";

/** Makes terms in a text buttons that explain them: each once in an answer, and none that it is about. */
export function createMarker(subject, context) {
  const idOf = new Map(Object.entries(context.terms ?? {}).flatMap(([id, names]) => names.map((name) => [name, id])));
  // The longest first, and whole words.
  const names = [...idOf.keys()].sort((one, other) => other.length - one.length).map(escape);
  const pattern = names.length && new RegExp(`(\\(?)(?<![\\p{L}\\d-])(${names.join("|")})s?(?![\\p{L}\\d-])`, "giu");
  const seen = new Set([subject]);

  return (text) => {
    const pieces = [];
    let end = 0;
    for (const found of pattern ? text.matchAll(pattern) : []) {
      const [whole, bracket, name] = found;
      const id = idOf.get(name.toLowerCase());
      if (seen.has(id)) continue;
      seen.add(id);
      const term = drawTerm(whole.slice(bracket.length), id, context);
      // A line must not end with the bracket.
      pieces.push(text.slice(end, found.index), bracket ? el("span", { class: "whole" }, bracket, term) : term);
      end = found.index + whole.length;
    }
    return [...pieces, text.slice(end)];
  };
}

const escape = (name) => name.replace(/[^\p{L}\d ]/gu, "\\$&");

function drawTerm(name, id, context) {
  const explain = async () => {
    try {
      const [{ toggleMeaning }, meanings] = await Promise.all([later(), context.glossary()]);
      toggleMeaning(node, meanings[id], context);
    } catch {
      context.say(context.words.part_failed);
    }
  };
  const node = button(explain, { class: "term", part: "term", "aria-expanded": "false" }, name);
  return node;
}
