// The family tree: an SVG figure, indented like a list, whose branches can be asked about.

import { el, svg } from "./dom.js";

// In em, so that the tree grows with the text.
const INDENT = 1.3;
const PADDING = 0.7;
const LINE = 1.3;
const GAP = 0.5;

/** Draws blocks of kind "tree", anew for each width: long names wrap. */
export function drawTree(blocks, { words, ask }) {
  const branches = blocks.map((block) => drawBranch(block, ask));
  const twigs = svg("path", { class: "twigs" });
  const figure = svg("svg", { class: "tree", role: "group", "aria-label": words.types }, twigs, nest(branches));
  let laidOut;
  const observer = new ResizeObserver(() => {
    const { width: room } = figure.getBoundingClientRect();
    const { direction, font, fontSize } = getComputedStyle(figure);
    // Hidden, or only the height changed, which is our own doing.
    if (!room || laidOut === room + font) return;
    laidOut = room + font;
    const em = parseFloat(fontSize);
    const page = { em, room, font, indent: Math.min(INDENT * em, room / 20), isMirrored: direction === "rtl" };
    figure.setAttribute("height", place(branches, page));
    twigs.setAttribute("d", branches.map((branch) => twig(branch, page)).join(""));
  });
  observer.observe(figure);
  return el("figure", { part: "tree" }, figure);
}

function drawBranch({ text, level, payload }, ask) {
  const rect = svg("rect", { rx: 6 });
  const label = svg("text");
  const click = () => ask(text, payload);
  const keydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    click();
  };
  const role = { class: "branch", role: "button", "aria-label": text, "data-payload": payload };
  return { text, level, rect, label, node: svg("g", { ...role, click, keydown }, rect, label) };
}

// Lists within lists tell a screen reader how deep a branch is.
function nest(branches) {
  const root = { level: -1, list: svg("g", { role: "list" }) };
  const path = [root];
  for (const branch of branches) {
    while (path.at(-1).level >= branch.level) path.pop();
    const parent = path.at(-1);
    parent.list ??= parent.item.appendChild(svg("g", { role: "list" }));
    branch.item = parent.list.appendChild(svg("g", { role: "listitem" }, branch.node));
    branch.parent = parent;
    path.push(branch);
  }
  return root.list;
}

/** Gives each branch its place; returns the height of all. */
function place(branches, { em, room, font, indent, isMirrored }) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = font;
  const lengthOf = (text) => pen.measureText(text).width;
  let top = 2;
  for (const branch of branches) {
    const start = branch.level * indent + 2;
    const lines = wrap(branch.text, room - start - 2 - 2 * PADDING * em, lengthOf);
    const span = Math.max(...lines.map(lengthOf)) + 2 * PADDING * em;
    const height = (lines.length * LINE + PADDING) * em;
    Object.assign(branch, { start, middle: top + height / 2, bottom: top + height });
    const box = { x: isMirrored ? room - start - span : start, y: top, width: span, height };
    for (const [name, value] of Object.entries(box)) branch.rect.setAttribute(name, value);
    const x = isMirrored ? room - start - PADDING * em : start + PADDING * em;
    const y = (index) => top + (PADDING / 2 + 1 + index * LINE) * em;
    branch.label.replaceChildren(...lines.map((line, index) => svg("tspan", { x, y: y(index) }, line)));
    top += height + GAP * em;
  }
  return top;
}

function wrap(text, room, lengthOf) {
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length && lengthOf(longer) <= room) lines.splice(-1, 1, longer);
    else lines.push(...pieces(word, room, lengthOf));
  }
  return lines;
}

/** A word, cut where it does not fit into a line. */
function pieces(word, room, lengthOf) {
  let end = word.length;
  while (end > 1 && lengthOf(word.slice(0, end)) > room) end--;
  return end < word.length ? [word.slice(0, end), ...pieces(word.slice(end), room, lengthOf)] : [word];
}

/** The line from the branch above. */
function twig({ start, middle, parent }, { room, indent, isMirrored }) {
  if (parent.level < 0) return "";
  const across = (x) => (isMirrored ? room - x : x);
  return `M${across(parent.start + indent / 2)} ${parent.bottom}V${middle}H${across(start)}`;
}
