import { el } from "./dom.js";

/**
 * Quotes that follow each other; each page is named below its last one. `titleOf` gives the page of a quote, `textOf` what
 * is shown of its text, `marksOf` the numbers behind it.
 */
export function drawQuotes(quotes, words, { titleOf, textOf = ({ text }) => text, marksOf = () => [] }) {
  const titles = quotes.map(titleOf);
  return quotes.map((quote, index) => {
    const title = titles[index] !== titles[index + 1] && titles[index];
    const aside = quote.aside && el("span", { class: "mark" }, ` [${quote.aside}]`);
    const text = el("p", { dir: "auto" }, "“", textOf(quote), "”", marksOf(quote), aside);
    const cite = title && el("cite", { dir: "auto" }, words.quoted_from.replace("{title}", title));
    return el("blockquote", { part: "quote" }, text, cite);
  });
}
