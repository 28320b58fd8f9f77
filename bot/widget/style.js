// The look. A constructed stylesheet needs no permission from a content security policy.

// On the host, `!important` wins over all rules of the page. Lengths are in em: rem would follow
// the page. Nothing has a color alone for its meaning.
const CSS = `
:host { all: initial !important; display: contents !important; color-scheme: light dark !important; }
:host([theme="light"]) { color-scheme: light !important; }
:host([theme="dark"]) { color-scheme: dark !important; }
:host([inline]) { display: block !important; }
:host([hidden]) { display: none !important; }
[part="root"] {
  --paper: var(--net-guide-background, light-dark(#fff, #101a1c));
  --raised: var(--net-guide-surface, light-dark(#f1f6f6, #1b292c));
  --ink: var(--net-guide-text, light-dark(#182628, #e8f0f0));
  --pale: var(--net-guide-muted, light-dark(#4a5c60, #aec0c3));
  --line: var(--net-guide-border, light-dark(#7b8f93, #70868a));
  --accent: var(--net-guide-accent, light-dark(#0b5c6b, #8ad6e3));
  --bar: var(--net-guide-bar, light-dark(#0b5c6b, #14424c));
  --on-bar: var(--net-guide-on-bar, #fff);
  --round: var(--net-guide-radius, .75em);
  --tone: light-dark(#8a5a00, #e8c26a);
  --tint: light-dark(#fdf6e3, #2c2513);
  display: contents;
  color: var(--ink);
  font: var(--net-guide-font-size, medium)/1.5 var(--net-guide-font, system-ui, sans-serif);
}
* { box-sizing: border-box; margin: 0; padding: 0; }
:focus-visible { outline: .2em solid var(--accent); outline-offset: .1em; }
h2, h3, h4 { font-size: 1.1em; }
ul { list-style: none; }
a { color: var(--accent); }
.hidden, .tool span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
iframe { position: absolute; width: 0; height: 0; border: 0; visibility: hidden; }
.icon { width: 1.25em; height: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linejoin: round; }

button {
  display: inline-flex; align-items: center; gap: .4em; min-height: 2.5em; padding: .3em .8em;
  border: 1px solid var(--accent); border-radius: var(--round); background: none; color: var(--accent);
  font: inherit; text-align: start; overflow-wrap: anywhere; cursor: pointer;
}
button:hover { text-decoration: underline; }
button[aria-pressed] { border: 1px dashed var(--line); color: var(--pale); }
.launcher, .send, .head { background: var(--bar); color: var(--on-bar); }

.launcher, dialog { position: fixed; inset: auto 1em 1em auto; max-width: calc(100vw - 2em); box-shadow: 0 .2em 1em #0006; }
:host([position$="left"]) :is(.launcher, dialog) { right: auto; left: 1em; }
:host([position^="top"]) :is(.launcher, dialog) { bottom: auto; top: 1em; }
.launcher { min-height: 3.25em; padding: .5em 1.2em; border: 2px solid var(--on-bar); border-radius: 2em; font-weight: 600; }
.launcher:not(:popover-open) { display: none; }
.panel {
  container: panel / size; overflow: hidden; height: var(--net-guide-height, min(42em, 100dvh - 2em));
  border: 1px solid var(--line); border-radius: var(--round); background: var(--paper); color: var(--ink);
}
dialog { width: var(--net-guide-width, 26em); max-height: calc(100dvh - 2em); }
.body, .log, .message, .large { display: flex; flex-direction: column; }
.body { height: 100%; }
.head, .banner, .failed, .note, .ask, .alarm, .ways, .choices, .activity { display: flex; flex-wrap: wrap; align-items: center; gap: .5em; }
.head { padding: .4em 1em; }
h2 { flex: 1; }
.tool { min-width: 2.5em; padding: .3em .5em; border-color: #0000; color: inherit; }
.tool:focus-visible, .launcher:focus-visible { outline: .15em solid; outline-offset: -.3em; }
.banner:not(:empty) { padding: .6em 1em; border-block-end: 2px solid var(--tone); background: var(--tint); }
.banner span, :is(.note, .ask) span { flex: 1; }

.log { flex: 1; gap: 1em; padding: 1em; overflow-y: auto; overscroll-behavior: contain; }
.message { gap: .6em; align-items: start; max-width: 40em; border-radius: var(--round); overflow-wrap: anywhere; }
.message > * { max-width: 100%; }
figure, .choices { width: 100%; }
.person { align-self: end; max-width: 85%; padding: .6em .9em; border: 1px solid var(--line); background: var(--raised); white-space: pre-line; }
.failed { color: light-dark(#b3261e, #ffb4ab); font-weight: 600; }
.failed p { display: flex; gap: .5em; }
blockquote { padding-inline-start: .8em; border-inline-start: .2em solid var(--accent); }
.items { list-style: disc; padding-inline-start: 1.3em; }
.mark, .note, .sources, label, .hint, .activity { color: var(--pale); }
.note, .sources, .copy, .ways, label, .hint { font-size: .9em; }
summary { min-height: 2em; padding: .2em 0; color: var(--accent); cursor: pointer; }
.sources p { padding-block: .25em; }
.copy { min-height: 2em; padding: 0; border: 0; text-decoration: underline; }
.ask, .guardrail, .emergency, .crisis { padding: .8em 1em; border: 2px dashed var(--tone); background: var(--tint); }
.emergency { --tone: light-dark(#b3261e, #ffb4ab); --tint: light-dark(#fdf0ee, #391613); border-style: solid; border-inline-start-width: .7em; }
.crisis { --tone: light-dark(#74408a, #dfb9ee); --tint: light-dark(#f8f1fb, #2b1d33); border: .4em double var(--tone); }
.alarm { color: var(--tone); }
.large button { width: 100%; min-height: 3.2em; border-width: 2px; font-weight: 600; }
.large li { width: 100%; }

.tree { display: block; width: 100%; }
.twigs { fill: none; stroke: var(--line); stroke-width: 1.5; }
.branch { cursor: pointer; outline: none; }
.branch rect { fill: var(--raised); stroke: var(--accent); }
.branch text { fill: var(--ink); }
.branch:hover text { text-decoration: underline; }
.branch:focus-visible rect { stroke-width: 4; }
.branch[aria-pressed] rect { stroke-dasharray: 4; fill: none; }

.hint { display: none; padding: .3em 1em; }
.log:has(> :focus-visible) + .hint { display: block; }
.activity:not(:empty) { padding: .3em 1em; }
.dots { display: flex; gap: .25em; }
i { border: .2em solid; border-radius: 50%; }
.foot { padding: .6em 1em .8em; border-block-start: 1px solid var(--line); }
.ways { padding-block-end: .5em; }
.ways button { min-height: 2.2em; padding: .2em .6em; }
.ways button:first-child { border-color: var(--tone); background: var(--tint); color: var(--ink); }
form { display: grid; grid-template-columns: 1fr auto; gap: .2em .5em; align-items: end; }
label { grid-column: 1 / -1; }
textarea {
  field-sizing: content; width: 100%; min-height: 2.75em; max-height: 8em; padding: .55em .8em; resize: none;
  border: 1px solid var(--line); border-radius: var(--round); background: none; color: inherit; font: inherit;
}
.send { min-height: 2.75em; }

@container panel (min-width: 44em) {
  .tool span { all: unset; }
  .log, .foot, .banner:not(:empty), .activity, .hint { padding-inline: max(1em, 50% - 22em) !important; }
}
@container panel (max-height: 26em) {
  .body { display: block; overflow-y: auto; }
  .log { overflow: visible; }
}
@media (max-width: 30em) {
  dialog.panel { inset: 0 !important; width: 100vw; height: 100dvh; max-width: none; max-height: none; border: 0; border-radius: 0; }
}
@media (prefers-reduced-motion: no-preference) {
  .log, .body { scroll-behavior: smooth; }
  i { animation: breathe 1.5s infinite; }
  @keyframes breathe { 50% { opacity: .3; } }
}
@media (forced-colors: active) {
  .branch rect { fill: Canvas; stroke: ButtonText; }
  .branch text { fill: ButtonText; }
}
`;

/** Shared by all chats of a page. */
export const sheet = new CSSStyleSheet();
sheet.replaceSync(CSS);
