// Draws replies with the widget's own code, and lets the arrow keys move in tables.
import { drawReply } from "/chat/reply.js";
import { sheet } from "/chat/style.js";

const STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

function draw(host, { texts, terms, language, glossary }) {
  const context = {
    words: texts,
    terms,
    language,
    locale: language,
    glossary: async () => glossary,
    ask: (_, payload) => location.assign(`/go?payload=${encodeURIComponent(payload)}`),
    copy: (text) => navigator.clipboard.writeText(text),
    say: () => {},
    refresh: () => {},
    settle: () => {},
  };
  const root = document.createElement("div");
  root.className = "root";
  const log = document.createElement("div");
  log.className = "log";
  log.append(...JSON.parse(host.dataset.replies).map((reply) => drawReply(reply, context)));
  root.append(log);
  host.setAttribute("inline", "");
  const shadow = host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(root);
}

async function drawAll(hosts) {
  const response = await fetch("/chat/texts");
  const setting = await response.json();
  for (const host of hosts) draw(host, setting);
}

/** One tab stop a table, as 500 marks would be 500 presses of Tab. */
function makeGrid(table) {
  const rows = [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll("a")]);
  const links = rows.flat();
  const stop = (link) => {
    for (const each of links) each.tabIndex = each === link ? 0 : -1;
  };
  stop(links[0]);
  table.addEventListener("focusin", ({ target }) => links.includes(target) && stop(target));
  table.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const row = rows.findIndex((each) => each.includes(event.target));
    if (!step || row < 0) return;
    event.preventDefault();
    const find = (at, place) => {
      const [down, across] = [at + step[0], place + step[1]];
      const link = rows[down]?.[across];
      // What a filter hides is passed over.
      return link && !link.checkVisibility({ visibilityProperty: true }) ? find(down, across) : link;
    };
    find(row, rows[row].indexOf(event.target))?.focus();
  });
}

for (const table of document.querySelectorAll(".matrix")) makeGrid(table);
const hosts = document.querySelectorAll("[data-replies]");
if (hosts.length) drawAll(hosts);
