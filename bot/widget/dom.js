// Elements from plain calls. Text only becomes text nodes: nothing is parsed as HTML.

// Drawings beside words, on a grid of 24.
const PATHS = {
  alarm: "M12 3 2 20.5h20zM12 9.5v5.5M12 17.7v.3",
  chat: "M4 4.5h16v12H10l-4 3.5v-3.5H4z",
  check: "m5 12.5 5 5 9-11",
  clock: "M12 3a9 9 0 1 0 .01 0M12 7.5V12l3 2",
  close: "m6 6 12 12M18 6 6 18",
  crisis: "M12 20S3.5 15 3.5 9A4.3 4.3 0 0 1 12 7.5 4.3 4.3 0 0 1 20.5 9c0 6-8.5 11-8.5 11z",
  person: "M12 3.5a4 4 0 1 0 .01 0M4.5 20.5c0-4 3.4-6.5 7.5-6.5s7.5 2.5 7.5 6.5",
  print: "M7 8.5v-5h10v5M7 16H4V8.5h16V16h-3M7 13h10v7.5H7z",
  restart: "M5 5v5h5M5.5 10A7.5 7.5 0 1 1 5 15",
};

/**
 * An HTML element. A property that is a function listens to the event of its name, `true` is an
 * empty attribute. Empty properties and children are left out.
 */
export const el = (tag, ...rest) => furnish(document.createElement(tag), ...rest);

/** The same for SVG. */
export const svg = (tag, ...rest) =>
  furnish(document.createElementNS("http://www.w3.org/2000/svg", tag), ...rest);

/** A button that is no submit button. */
export const button = (click, properties, ...children) =>
  el("button", { type: "button", click, ...properties }, ...children);

export const icon = (name) =>
  svg("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": true }, svg("path", { d: PATHS[name] }));

function furnish(node, properties, ...children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value || value === 0) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter(Boolean));
  return node;
}
