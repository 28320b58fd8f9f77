import { button, el, svg } from "./dom.js";

// On a grid of 200 by 340, seen from the front: its right half, which is shown twice.
const OUTLINE =
  "M99 8C116 8 124 20 123 36C122 50 117 60 110 65V74C112 82 124 84 136 88C149 92 155 102 157 118L164 170L173 232" +
  "C176 243 173 253 167 252C161 251 160 243 158 236L147 178L139 132C138 152 134 164 134 180C135 200 143 212 145 230" +
  "C148 262 143 300 140 340M109 340C108 306 105 280 99 258";
// The same as one piece, to be filled.
const FLESH = OUTLINE.replace("M109", "L109");

// Each shape is drawn as it is; those in `both` also on the other side, those in `lines` are strokes alone.
const SHAPES = {
  skin: { lines: ["M62 89C50 93 45 102 43 118L36 170L28 228"] },
  bone: { one: ["M121 276c-6-5 1-13 7-7c6-4 11 4 5 8l-3 48c6 4 0 12-5 7c-5 5-12-1-7-6z"] },
  brain: {
    one: [
      "M100 17c-11 0-18 7-18 16c0 8 6 13 14 12c2 4 6 4 8 0c8 1 14-4 14-12c0-9-7-16-18-16z" +
        "M100 17v22M94 23c-6 0-7 6-3 8s2 6-2 6M106 23c6 0 7 6 3 8s-2 6 2 6",
    ],
  },
  lungs: { both: ["M106 98c3-4 8-5 11-1c9 11 13 26 12 40c-1 7-12 6-18 2c-5-3-5-9-5-14z"] },
  thymus: { one: ["M100 92c-8-2-8 10-4 17c1 3 3 3 4 0c1 3 3 3 4 0c4-7 4-19-4-17z"] },
  liver: { one: ["M72 160c2-9 14-14 28-13c10 1 17 4 18 8c-7 9-20 10-28 14c-8 6-18 4-19-1z"] },
  adrenal_gland: { both: ["M121 193c1-9 10-9 11 0z"] },
  pancreas: { one: ["M85 187c-1-6 6-8 12-7c7 1 14-4 22-5c4 0 5 4 1 6c-8 5-16 8-23 8c-5 4-11 3-12-2z"] },
  digestive_tract: { lines: ["M82 237V207q0-7 7-7h22q7 0 7 7v26", "M91 211h15q6 4 0 8h-12q-6 4 0 8h12q5 4-3 6"] },
  appendix: { lines: ["M80 240c-5 3-1 8-5 11"] },
  rectum: { lines: ["M118 233q0 8-9 8t-9 8v8"] },
  gonads: { both: ["M109 246a4 3 0 1 0 8 0a4 3 0 1 0-8 0zM102 266a3 4 0 1 0 6 0a3 4 0 1 0-6 0z"] },
  lymph_nodes: { both: dots([[114, 79], [135, 120], [130, 128], [126, 249], [131, 257]]) },
};

/** A figure of the body whose sites can be asked about: in the drawing, and by name beside it. */
export function drawBody(sites, { words, ask }) {
  const shown = { class: "body-map", viewBox: "0 0 200 340", "aria-hidden": true };
  const figure = svg("svg", shown, twice([FLESH], "flesh"), twice([OUTLINE], "outline"));
  const names = sites.map(({ text, payload }) => {
    const click = () => ask(text, payload);
    const name = button(click, { part: "site", "data-payload": payload }, text);
    const place = drawSite(payload, click);
    if (!place) return el("li", null, name);
    figure.append(place);
    pair(name, place);
    pair(place, name);
    return el("li", null, name);
  });
  return el("figure", { class: "sites", part: "body" }, figure, el("ul", { class: "choices", "aria-label": words.sites }, names));
}

/** The shapes of a site; null of one that this drawing does not have. */
function drawSite(payload, click) {
  const [, id] = payload.match(/"subject": ?"(\w+)"/) ?? [];
  const { one = [], both = [], lines = [] } = SHAPES[id] ?? {};
  if (!SHAPES[id]) return null;
  const stroke = lines.map((d) => svg("path", { d, class: "stroke" }));
  // A finger needs more than a thin line.
  const touch = [...one, ...lines].map((d) => svg("path", { d, class: "touch" }));
  return svg("g", { class: "site", click }, touch, twice(both, "touch"), one.map((d) => svg("path", { d })), twice(both), stroke);
}

/** What is pointed at is marked in both places. */
function pair(from, to) {
  const mark = (isOn) => () => to.classList.toggle("marked", isOn);
  for (const name of ["pointerenter", "focus"]) from.addEventListener(name, mark(true));
  for (const name of ["pointerleave", "blur"]) from.addEventListener(name, mark(false));
}

const twice = (paths, name) =>
  paths.flatMap((d) => [null, "matrix(-1 0 0 1 200 0)"].map((transform) => svg("path", { d, class: name, transform })));

function dots(places) {
  return [places.map(([x, y]) => `M${x - 3} ${y}a3 3 0 1 0 6 0a3 3 0 1 0-6 0z`).join("")];
}
