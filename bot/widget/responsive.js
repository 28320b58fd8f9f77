/** The look in narrow and low windows, on paper, and as people have set up their devices. */
export const RESPONSIVE = `
@container panel (min-width: 44em) {
  .tool span { all: unset; }
  .log, .foot, .banner, .activity, .reading, .hint { padding-inline: max(1em, 50% - 22em) !important; }
}
@container panel (max-height: 26em) or (max-width: 16em) {
  .body { display: block; overflow-y: auto; }
  .log { overflow: visible; }
}
@container panel (max-width: 16em) {
  .log, .foot, .meaning, .links, .person { padding-inline: .6em; }
  blockquote { padding-inline-start: .6em; }
  .tool { padding-inline: .3em !important; }
}
@container panel (max-width: 44em) {
  .head:has(strong) h2 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
}
@media (max-width: 30em) {
  dialog:is(.panel, .topics) { inset: 0 !important; width: 100vw; height: 100dvh; max-width: none; max-height: none; border: 0; border-radius: 0; }
}
@media (prefers-reduced-motion: no-preference) {
  .dots { animation: breathe 1.5s infinite; }
  @keyframes breathe { 50% { opacity: .3; } }
}
@media print {
  :host([inline]) .panel { container: none; height: auto; overflow: visible; }
  :host([inline]) .log { overflow: visible; }
  .tools, .banner, .foot, .copy, .choices, .thumbs { display: none !important; }
  ::details-content { content-visibility: visible !important; }
}
@media (forced-colors: active) {
  .branch rect { fill: Canvas; stroke: ButtonText; }
  .branch text { fill: ButtonText; }
  .flesh { fill: Canvas; }
  .outline { stroke: CanvasText; }
  .site { fill: Canvas; stroke: LinkText; }
  .site:is(:hover, .marked) { fill: Highlight; }
}
`;
