// Draws replies with the widget's own code, and lets the arrow keys move in tables.
import { drawReply } from "/chat/reply.js";
import { sheet } from "/chat/style.js";

const WAIT_MS = 500;
const STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

/** An answer alone leads to another one; in a conversation a choice goes on with it. */
const leadsTo = (payload, { said, asked = "" }) =>
  said ? `/why?${new URLSearchParams({ q: `${said}\n${payload}` })}` : `/go?${new URLSearchParams({ payload, said: asked })}`;

function draw(host, { texts, terms, language, glossary }) {
  const context = {
    words: texts,
    terms,
    language,
    locale: language,
    glossary: async () => glossary,
    ask: (_, payload) => location.assign(leadsTo(payload, host.dataset)),
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

/** Shows how far something is, and loads the page again when it is done. */
async function follow(bar) {
  const response = await fetch(`/work/${bar.dataset.work}`);
  const { share, done } = await response.json();
  if (done) return location.reload();
  bar.value = share;
  setTimeout(follow, WAIT_MS, bar);
}

for (const table of document.querySelectorAll(".matrix")) makeGrid(table);
const hosts = document.querySelectorAll("[data-replies]");
if (hosts.length) drawAll(hosts);
for (const bar of document.querySelectorAll("[data-work]")) follow(bar);
// As in a chat: Enter sends, and with Shift begins a new line.
for (const field of document.querySelectorAll(".ask textarea")) {
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    field.form.requestSubmit();
  });
}
// The report scrolls with the page.
for (const frame of document.querySelectorAll(".report")) {
  const fit = () => {
    const root = frame.contentDocument?.documentElement;
    if (!root?.querySelector("main")) return;
    new ResizeObserver(() => frame.setAttribute("height", root.offsetHeight)).observe(root);
  };
  frame.addEventListener("load", fit);
  fit();
}
