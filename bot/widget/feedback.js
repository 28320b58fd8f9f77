import { button, drawing, el } from "./dom.js";

const UP = "M7 11v9H4v-9zM7 11l4-8c2 0 3 1 3 3v4h6l-2 10H7";
const DOWN = "M7 13V4H4v9zM7 13l4 8c2 0 3-1 3-3v-4h6L18 4H7";

/** Asks whether an answer helped. What is sent names the answer and the thumb, and nothing else. */
export function drawThumbs(cell, { words, rate }) {
  const press = (thumb) => async () => {
    const heard = await rate(cell, thumb).then(
      () => words.feedback_thanks,
      () => words.feedback_failed,
    );
    node.replaceChildren(heard);
    node.focus();
  };
  const thumb = (name, path, text) => button(press(name), { "aria-label": `${words.feedback} ${text}` }, drawing(path), text);
  const node = el(
    "div",
    { class: "thumbs", part: "thumbs", tabindex: -1 },
    el("span", null, words.feedback),
    el("div", null, thumb("up", UP, words.feedback_up), thumb("down", DOWN, words.feedback_down)),
  );
  return node;
}
