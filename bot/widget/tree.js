import { el, svg } from "./dom.js";

// In em, so that the tree grows with the text.
const INDENT = 1.3;
const PADDING = 0.7;
const LINE = 1.3;
const GAP = 0.5;

/** An SVG figure, indented like a list, whose branches can be asked about. Long names wrap. */
export function drawTree(blocks, { words, ask }) {
  const branches = blocks.map((block) => drawBranch(block, ask));
  const twigs = svg("path", { class: "twigs" });
  const figure = svg("svg", { class: "tree", role: "group", "aria-label": words.types }, twigs, nest(branches));
  let done;
  const layOut = () => {
    const { width } = figure.getBoundingClientRect();
    const { direction, fontSize, fontFamily } = getComputedStyle(figure);
    const font = `${fontSize} ${fontFamily}`;
    // Hidden, or only the height changed, which is our own doing.
    if (!width || done === width + font) return;
    done = width + font;
    const em = parseFloat(fontSize);
    const indent = Math.min(INDENT * em, width / 20);
    const page = { em, width, indent, lengthOf: ruler(font), isMirrored: direction === "rtl" };
    figure.setAttribute("height", place(branches, page));
    twigs.setAttribute("d", branches.map((branch) => twig(branch, page)).join(""));
  };
  new ResizeObserver(layOut).observe(figure);
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

function ruler(font) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = font;
  return (text) => pen.measureText(text).width;
}

/** Gives each branch its place; returns the height of all. */
function place(branches, { em, width, indent, lengthOf, isMirrored }) {
  const padding = PADDING * em;
  let top = 2;
  for (const branch of branches) {
    const start = branch.level * indent + 2;
    const lines = wrap(branch.text, width - start - 2 - 2 * padding, lengthOf);
    const span = Math.max(...lines.map(lengthOf)) + 2 * padding;
    const height = lines.length * LINE * em + padding;
    Object.assign(branch, { start, middle: top + height / 2, bottom: top + height });
    const box = { x: isMirrored ? width - start - span : start, y: top, width: span, height };
    for (const [name, value] of Object.entries(box)) branch.rect.setAttribute(name, value);
    const x = isMirrored ? width - start - padding : start + padding;
    // The space keeps the words of two lines apart for whoever reads the text.
    const draw = (line, index) =>
      svg("tspan", { x, y: top + padding / 2 + (1 + index * LINE) * em }, index + 1 < lines.length ? `${line} ` : line);
    branch.label.replaceChildren(...lines.map(draw));
    top += height + GAP * em;
  }
  return top;
}

function wrap(text, room, lengthOf) {
  const lines = [];
  for (let word of text.split(" ")) {
    if (lines.length && lengthOf(`${lines.at(-1)} ${word}`) <= room) word = `${lines.pop()} ${word}`;
    // A word that is too long for a line is cut.
    for (let end = word.length; lengthOf(word) > room && end > 1; end--) {
      if (lengthOf(word.slice(0, end)) > room) continue;
      lines.push(word.slice(0, end));
      word = word.slice(end);
      end = word.length;
    }
    lines.push(word);
  }
  return lines;
}

/** The line from the branch above. */
function twig({ start, middle, parent }, { width, indent, isMirrored }) {
  if (parent.level < 0) return "";
  const across = (x) => (isMirrored ? width - x : x);
  return `M${across(parent.start + indent / 2)} ${parent.bottom}V${middle}H${across(start)}`;
}
