import { RESPONSIVE } from "./responsive.js";

const CSS = `
:host { all: initial !important; display: contents !important; color-scheme: light dark !important; }
:host([theme="light"]) { color-scheme: light !important; }
:host([theme="dark"]) { color-scheme: dark !important; }
:host([inline]) { display: block !important; }
:host([hidden]) { display: none !important; }
.root {
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
  --alarm: light-dark(#b3261e, #ffb4ab);
  display: contents;
  color: var(--ink);
  font: var(--net-guide-font-size, medium)/1.5 var(--net-guide-font, system-ui, sans-serif);
}
slot > p { max-width: 40em; margin: 2em auto !important; padding: 0 1em; }
* { box-sizing: border-box; margin: 0; padding: 0; unicode-bidi: plaintext; }
:focus-visible { outline: .2em solid; outline-offset: .1em; }
h2, h3, h4 { font-size: 1.1em; }
a { color: var(--accent); }
.hidden, .tool span, :host([compact]) .launcher span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.icon { width: 1.25em; height: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; }
button {
  display: inline-flex; align-items: center; gap: .4em; min-height: 2.5em; padding: .3em 1em;
  border: 1px solid; border-radius: var(--round); background: none; color: var(--accent);
  flex-shrink: 0; max-width: 100%; font: inherit; text-align: start; overflow-wrap: anywhere; cursor: pointer;
}
:is(button, .branch):hover { text-decoration: underline; }
button[aria-pressed] { border: 1px dashed; color: var(--pale); }
.launcher, dialog { --x: var(--net-guide-offset-x, 1em); --y: var(--net-guide-offset-y, 1em); }
.launcher, dialog { position: fixed; inset: auto var(--x) var(--y) auto; max-width: calc(100vw - 2em); box-shadow: 0 .2em 1em #0006; }
:host([position$="left"]) :is(.launcher, dialog) { right: auto; left: var(--x); }
:host([position^="top"]) :is(.launcher, dialog) { bottom: auto; top: var(--y); }
.launcher { min-height: 3.2em; border-radius: 2em; font-weight: 600; }
:host([compact]) .launcher { width: 3.2em; padding: 0; justify-content: center; }
.launcher:not(:popover-open) { display: none; }
.panel {
  container: panel / size; overflow: hidden; height: var(--net-guide-height, min(42em, 100dvh - 2em));
  border: 1px solid var(--line); border-radius: var(--round); background: var(--paper); color: var(--ink);
}
dialog { width: var(--net-guide-width, 26em); max-height: calc(100dvh - 2em); }
.body, .log, .message { display: flex; flex-direction: column; }
.body { height: 100%; }
.head, .tools, .banner, .failed, .failed p, .note, .ask, .alarm, .ways, .choices { display: flex; flex-wrap: wrap; align-items: center; gap: .5em; }
.head, .foot, .hint, .person, .ask, :has(> .alarm), :is(.banner, .activity):not(:empty) { padding: .6em 1em; }
.head { padding-block: .3em; padding-inline-end: .5em; border-block-end: 1px solid transparent; }
.tools { flex-wrap: nowrap; gap: 0; margin-inline-start: auto; }
.head, .launcher, .send { background: var(--bar); color: var(--on-bar); outline-offset: -.3em; }
.note span { flex: 1; }
.banner span { flex: 1 1 16em; }
.banner, .failed p { flex-wrap: nowrap; }
.banner:has(button) { flex-wrap: wrap; }
.tool, .tool[aria-pressed] { flex-shrink: 1; padding-inline: .6em; border: 2px solid transparent; border-radius: var(--round); color: inherit; outline-offset: -.3em; }
.tool[aria-pressed="true"] { border: 2px solid; }
.reading { display: flex; flex-wrap: wrap; align-items: center; gap: .5em; }
.reading:not(:empty) { padding: .3em 1em; border-block-start: 2px solid var(--accent); background: var(--raised); }
.reading span { flex: 1; }
.thumbs { display: flex; flex-wrap: wrap; align-items: center; gap: .25em .5em; color: var(--pale); font-size: .9em; }
.thumbs div { display: flex; gap: .5em; }
.thumbs button { min-height: 2em; padding: .1em .7em; }
.banner:not(:empty) { border-block-end: 2px solid var(--tone); background: var(--tint); }
.log { flex: 1; gap: 1em; padding: 1em; overflow-y: auto; }
.message { gap: .6em; align-items: start; max-width: 40em; border-radius: var(--round); overflow-wrap: anywhere; }
.message > * { max-width: 100%; }
.person { align-self: end; max-width: 85%; border: 1px solid var(--line); background: var(--raised); white-space: pre-line; }
.failed { color: var(--alarm); font-weight: 600; }
.failed.waiting { color: var(--pale); }
blockquote { padding-inline-start: 1em; border-inline-start: .2em solid var(--accent); }
.items { padding-inline-start: 1.2em; }
.more > blockquote { margin-block-start: .6em; }
cite { display: block; color: var(--pale); font-size: .85em; font-style: normal; }
button.mark, .back { min-height: 1.6em; min-width: 1.8em; padding: 0 .2em; border: 0; text-decoration: underline; vertical-align: baseline; }
button.mark { display: inline-block; line-height: inherit; text-align: center; }
[hidden] { display: none !important; }
.mark, .note, .sources, label, .hint, .activity { color: var(--pale); }
.note, .sources, .copy, .ways, label, .hint { font-size: .9em; }
.sources p { padding-block: .25em; }
.sources p:focus { background: var(--raised); }
.links { width: 100%; padding: .6em 1em; border-radius: var(--round); background: var(--raised); }
.links ul { list-style: none; }
.links li { padding-block: .15em; }
.links li::first-letter { text-transform: uppercase; }
.links p { color: var(--pale); font-size: .9em; }
.links a { font-weight: 600; }
small { color: var(--pale); font-size: .85em; }
button.term { display: inline; min-height: 0; padding: 0; border: 0; border-radius: 0; color: inherit; text-decoration: underline dotted from-font; text-underline-offset: .25em; }
.whole { white-space: nowrap; }
.whole button { white-space: normal; }
.term:hover, .term[aria-expanded="true"] { color: var(--accent) !important; text-decoration-style: solid !important; }
.meaning { display: grid; gap: .5em; width: 100%; padding: .6em 1em; border: 1px solid var(--line); border-radius: var(--round); background: var(--raised); }
.step { display: flex; align-items: center; justify-content: space-between; gap: 1em; width: 100%; }
.step button { min-height: 2.2em; }
.topics:not([open]) { display: none; }
.topics { flex-direction: column; height: var(--net-guide-height, min(42em, 100dvh - 2em)); border: 1px solid var(--line); border-radius: var(--round); background: var(--paper); color: var(--ink); overflow: hidden; }
.topics[open] { display: flex; }
:host([inline]) .topics { inset: 0; margin: auto; }
.filter, .found { padding: .6em 1em; }
.filter { display: grid; gap: .4em; border-block-end: 1px solid var(--line); }
.count { color: var(--pale); font-size: .9em; }
.found { flex: 1; overflow-y: auto; }
.found h3 { padding-block: 1em .3em; }
.found ul { list-style: none; gap: .3em; }
.found button { width: 100%; border-color: var(--line); }
summary { padding: .4em 0; color: var(--accent); cursor: pointer; }
.copy { min-height: 2em; padding: 0; border: 0; text-decoration: underline; }
.ask, :has(> .alarm) { border: 2px dashed var(--tone); background: var(--tint); }
.emergency { --tone: var(--alarm); --tint: light-dark(#fdf0ee, #391613); border-style: solid; border-inline-start-width: .7em; }
.crisis { --tone: light-dark(#74408a, #dfb9ee); --tint: light-dark(#f8f1fb, #2b1d33); border: .4em double var(--tone); }
.check_in { --tone: light-dark(#1a4f9c, #a9c8ff); --tint: light-dark(#eef4fe, #17243a); border-style: solid; border-block-start-width: .7em; }
.alarm { color: var(--tone); }
.choices, .calls { list-style: none; }
.choices li { max-width: 100%; }
.calls { display: grid; grid-template-columns: repeat(auto-fit, minmax(7em, 1fr)); gap: .3em; width: 100%; }
.call {
  display: flex; flex-flow: row wrap; align-content: center; gap: 0 .5em; height: 100%; min-height: 2.9em; padding: .15em .8em;
  border: 2px solid var(--tone); border-radius: var(--round); background: var(--tone); color: light-dark(#fff, #1c0b10);
  line-height: 1.2; text-decoration: none;
}
.call strong { font-size: 1.1em; }
.named { grid-column: 1 / -1; }
.alarm { flex-wrap: nowrap !important; }
.call:hover strong { text-decoration: underline; }
.body:has(.log > :last-child:is(.emergency, .crisis)) .ways { display: none; }
.choices.large, .found ul { display: grid; grid: auto / minmax(0, 1fr); width: 100%; }
.large button { width: 100%; min-height: 3.2em; border-width: 2px; font-weight: 600; }
figure, .tree { width: 100%; }
.sites { display: flex; flex-wrap: wrap; gap: .5em 1em; align-items: flex-start; }
.sites > * { flex: 1 1 9em; min-width: 0; }
.sites ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(8.5em, 100%), 1fr)); gap: .25em; }
.sites button { width: 100%; min-height: 2em; padding: .2em .7em; }
.body-map { flex-basis: 11em; max-width: 17em; max-height: 31em; margin-inline: auto; overflow: visible; }
.flesh { fill: var(--raised); }
.outline { fill: none; stroke: var(--line); stroke-width: 1.5; }
.site { cursor: pointer; fill: var(--paper); stroke: var(--accent); stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.stroke { fill: none; stroke-width: 3; }
.touch { fill: transparent; stroke: transparent; stroke-width: 12; }
.site:hover, .site.marked { fill: var(--accent); }
.site:is(:hover, .marked) .stroke { stroke-width: 5; }
.sites button.marked { background: var(--raised); text-decoration: underline; }
.twigs { fill: none; stroke: var(--line); }
.alarm ~ p a { font-weight: 600; white-space: nowrap; }
.branch { cursor: pointer; outline: none; }
.branch rect { fill: var(--raised); stroke: var(--accent); }
.branch text { fill: var(--ink); }
.branch:focus-visible rect { stroke-width: 4; }
.branch[aria-pressed] rect { stroke-dasharray: 4; }
:not(.log:has(> :focus-visible)) + .hint { display: none; }
.foot { border-block-start: 1px solid var(--line); }
.ways { padding-block-end: .5em; }
.ways { gap: .25em; }
.ways button { min-height: 2.2em; padding: .2em .5em; }
.ways > :first-child { border-color: var(--tone); background: var(--tint); color: var(--ink); }
.suggestions { display: flex; flex-wrap: wrap; gap: .25em; list-style: none; font-size: .9em; }
.suggestions:not(:empty) { padding-block-end: .5em; }
.suggestions button { min-height: 2.2em; padding: .2em .6em; border-style: dashed; }
form { display: grid; grid-template-columns: 1fr auto; gap: .2em .5em; align-items: end; }
label { grid-column: 1 / -1; }
textarea, input {
  field-sizing: content; width: 100%; min-height: 2.5em; max-height: 8em; padding: .6em 1em; resize: none;
  border: 1px solid var(--line); border-radius: var(--round); background: none; color: inherit; font: inherit;
}
`;

export const sheet = new CSSStyleSheet();
sheet.replaceSync(CSS + RESPONSIVE);
