// Drawings beside words, on a grid of 24.
const PATHS = {
  chat: "M4 5h16v12H10l-4 4v-4H4z",
  check: "m5 12 5 5 9-11",
  check_in: "M12 3a9 9 0 1 0 .1 0M9 10c0-4 6-4 6 0 0 2-3 2-3 4M12 16v1",
  close: "m6 6 12 12M18 6 6 18",
  crisis: "M12 20C-3 11 6-1 12 7c6-8 15 4 0 13z",
  emergency: "M12 3 2 20h20zM12 9v6M12 17v1",
  guardrail: "M12 4a4 4 0 1 0 .1 0M4 21c0-9 16-9 16 0",
  note: "M12 3a9 9 0 1 0 .1 0M12 7v5l3 2",
  print: "M7 9V4h10v5M7 16H4V9h16v7h-3M7 13h10v7H7z",
  sound: "M4 9v6h4l5 4V5L8 9zM16 9c2 2 2 4 0 6M19 6c4 4 4 8 0 12",
  restart: "M5 4v5h5M5 9a8 8 0 1 1-1 5",
};

/** An HTML element. A function listens to the event of its name; what is empty is left out. */
export const el = (tag, ...rest) => furnish(document.createElement(tag), ...rest);

export const svg = (tag, ...rest) =>
  furnish(document.createElementNS("http://www.w3.org/2000/svg", tag), ...rest);

export const button = (click, properties, ...children) =>
  el("button", { type: "button", dir: "auto", click, ...properties }, ...children);

export const drawing = (d) =>
  svg("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": true }, svg("path", { d }));

export const icon = (name) => drawing(PATHS[name]);

function furnish(node, properties, ...children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value) node.setAttribute(name, value);
  }
  node.append(...children.flat(9).filter(Boolean));
  return node;
}

// Not literally in the call, or the build would take it in.
const LATER = "./widget/later.js";
let parts;

/** What later.js exports; rejects without a network, and can be tried again. */
export const later = () =>
  (parts ??= import(LATER).catch((error) => {
    parts = null;
    throw error;
  }));
