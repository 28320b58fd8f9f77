function Z(t,e,a){let o=J(()=>JSON.parse(sessionStorage.getItem(e))),i=o?.state??null,n=new AbortController,l=Promise.resolve();function c(){let u=a?s.entries.slice(-60):[];J(()=>sessionStorage.setItem(e,JSON.stringify({state:i,entries:u})))}function d(u,w,b){Object.assign(u,{status:w,code:b}),s.listener?.change(u),s.listener?.busy(s.entries.some(K)),c()}function h(u){s.entries.push(u),s.listener?.add(u),c()}async function f(u,w){let b=({code:m})=>d(u,"waiting",m),y;try{y=await t.send(u,i,w,b)}catch({code:m}){w.aborted||d(u,"failed",m);return}d(u,"sent"),i=y.at(-1)?.custom?.state??i,h({replies:y})}let s={entries:a&&o?.entries||[],listener:null,begin(){let u=s.entries.at(-1);u?u.text===""&&u.status==="failed"&&s.send(u):s.say("","/session_start")},say(u,w=u){let y={id:crypto.getRandomValues(new Uint32Array(4)).join("-"),text:u,payload:w};return h(y),s.send(y)},send(u){if(u.status==="waiting")return Ne();let{signal:w}=n;d(u,"pending");let b=()=>f(u,w);return l=l.then(b,b),l},restart(){return s.entries=[],s.stop(),i=null,s.listener.clear(),s.say("","/restart")},stop(){n.abort(),n=new AbortController;for(let u of s.entries)K(u)&&d(u,"failed")}};return s.stop(),s}var K=({status:t})=>t==="pending"||t==="waiting";function J(t){try{return t()}catch{}}function X(t,e){async function a(o,i,n,l){for(let c=1;;c++)try{return await $(t+o,i,n)}catch(d){if(n.throwIfAborted(),!d.passing)throw d;l(d),await j(Re(c,d),n)}}return{glossary:()=>$(`${t}widget/glossary`,{},new AbortController().signal),topics:()=>$(`${t}widget/topics`,{},new AbortController().signal),guide:(o,i)=>a("widget/texts",{},o,i),rate:(o,i)=>$(`${t}feedback`,Q({cell:o,thumb:i}),new AbortController().signal),send({id:o,payload:i},n,l,c){let d={message:i,metadata:{state:n,message_id:o,region:e()}};return a("webhooks/rest/webhook",Q(d),l,c)}}}var Q=t=>({method:"POST",headers:{"Content-Type":"application/json"},body:JSON.stringify(t)}),P=new Set;function Ne(){for(let t of P)t()}function j(t,e){return new Promise(a=>{let o=()=>{P.delete(o),removeEventListener("online",o),a()};P.add(o),setTimeout(o,t),addEventListener("online",o),e.onabort=o})}async function $(t,e,a){let o=new AbortController,i=()=>o.abort(),n=setTimeout(i,15e3);a.addEventListener("abort",i);let l;try{if(l=await fetch(t,{...e,cache:"no-store",signal:o.signal}),l.ok)return l.status===204?null:await l.json()}catch{let f=o.signal.aborted?"timeout":"network";throw{code:navigator.onLine?f:"offline",passing:!0}}finally{clearTimeout(n),a.removeEventListener("abort",i)}let{status:c,headers:d}=l,{error:h}=await l.json().catch(()=>({}));throw{code:h?.code??`http_${c}`,passing:c>=500||c===408||c===429,retryAfter:d.get("Retry-After")}}function Re(t,{code:e,retryAfter:a}){if(e==="offline")return 6e4;let o=Math.min(1e3*2**(t-1),2e4)*(.8+.4*Math.random());return Math.min(Math.max(o,a*1e3||0),6e4)}var ze={chat:"M4 5h16v12H10l-4 4v-4H4z",check:"m5 12 5 5 9-11",check_in:"M12 3a9 9 0 1 0 .1 0M9 10c0-4 6-4 6 0 0 2-3 2-3 4M12 16v1",close:"m6 6 12 12M18 6 6 18",crisis:"M12 20C-3 11 6-1 12 7c6-8 15 4 0 13z",emergency:"M12 3 2 20h20zM12 9v6M12 17v1",guardrail:"M12 4a4 4 0 1 0 .1 0M4 21c0-9 16-9 16 0",note:"M12 3a9 9 0 1 0 .1 0M12 7v5l3 2",print:"M7 9V4h10v5M7 16H4V9h16v7h-3M7 13h10v7H7z",sound:"M4 9v6h4l5 4V5L8 9zM16 9c2 2 2 4 0 6M19 6c4 4 4 8 0 12",restart:"M5 4v5h5M5 9a8 8 0 1 1-1 5"},r=(t,...e)=>te(document.createElement(t),...e),Y=(t,...e)=>te(document.createElementNS("http://www.w3.org/2000/svg",t),...e),k=(t,e,...a)=>r("button",{type:"button",dir:"auto",click:t,...e},...a),We=t=>Y("svg",{class:"icon",viewBox:"0 0 24 24","aria-hidden":!0},Y("path",{d:t})),S=t=>We(ze[t]);function te(t,e,...a){for(let[o,i]of Object.entries(e??{}))typeof i=="function"?t.addEventListener(o,i):i&&t.setAttribute(o,i);return t.append(...a.flat(9).filter(Boolean)),t}var Pe="./widget/later.js",ee,T=()=>ee??=import(Pe).catch(t=>{throw ee=null,t});var H="(max-width: 30em)";function ne(t,e,a,o){let n=r("dialog",{class:"panel",part:"panel",popover:"manual",tabindex:-1,"aria-labelledby":"heading",keydown:c=>c.key==="Escape"&&o(),cancel:o},t.node),l=k(a,{class:"launcher",part:"launcher",popover:"manual"},S("chat"),r("span",null,e));return{nodes:[l,n],show(c){let{activeElement:d}=n.getRootNode(),h=n.contains(d),f=c&&matchMedia(H).matches;n.close(),n.inert=!0,n.togglePopover(c&&!f),f&&n.showModal(),n.inert=!1,l.togglePopover(!c),c&&t.reveal(),h&&(c?d:l).focus()},focus:()=>(matchMedia("(pointer: coarse)").matches?n:t.field).focus()}}function ae(){return!!HTMLElement.prototype.togglePopover&&CSS.supports("color","light-dark(red, red)")}function oe(t,e){try{if(new Intl.Locale(t).language===new Intl.Locale(e).language)return t}catch{}return e}function ie(t){let[,e,a]=t.match(/^#net-guide=([a-z_]+)\/([\w-]+)$/)??[];return e?e==="guide"?`/guide{"id": "${a}", "answers": []}`:`/${e}{"subject": "${a}"}`:null}function B(t){let e;return()=>e??=t().catch(a=>{throw e=null,a})}var re=`
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
`;var je=`
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
`,O=new CSSStyleSheet;O.replaceSync(je+re);var He=400,I=4e3;function se(t){let e=r("div",{class:"banner",part:"banner",role:"status",tabindex:-1}),a=r("div",{class:"activity",role:"status"}),o=r("span",{class:"dots","aria-hidden":!0}," ● ● ●"),i=!1,n=!1,l,c;function d(f){clearTimeout(l),l=setTimeout(()=>{a.replaceChildren(...i&&!n?[t.waiting,o]:[])},f)}function h(f,s,u=[]){n=f==="emergency",clearTimeout(c),d(0),e.querySelector("button")?.remove(),e.textContent!==s&&e.replaceChildren(S(f),r("span",null,s)),e.append(...u)}return{banner:e,activity:a,say(f){a.replaceChildren(f),d(I)},busy(f){f!==i&&d(f?He:0),i=f},trouble:(f,s)=>h("emergency",f,s),online(){n&&(h("check",t.online),c=setTimeout(()=>e.replaceChildren(),I))}}}function le({words:t,language:e},a,o){let i=window.speechSynthesis,n=k(()=>h?b():w(),{class:"tool",part:"tool read",title:t.read,hidden:!0},S("sound"),r("span",null,t.read)),l=()=>{b(),n.focus()},c=r("div",{class:"reading",part:"reading"}),d=[S("sound"),r("span",null,t.read_on),k(l,null,S("close"),t.read_stop)],h=!1,f=()=>i?.getVoices().find(({localService:g,lang:x})=>g&&x.startsWith(e));function s(){n.hidden=!h&&!f(),n.ariaPressed=h,c.replaceChildren(...h?d:[])}async function u(g){try{let{speak:x}=await T(),E=f();h&&E&&x(g,E,t)}catch{b(),o()}}function w(){h=!0,s(),u(a())}function b(){h=!1,y(),s()}function y(){i?.speaking&&i.cancel()}function m(g){i?.addEventListener("voiceschanged",s,{signal:g}),addEventListener("pagehide",b,{signal:g}),g.addEventListener("abort",b),s()}function v({replies:g}){h&&(y(),g&&u(g))}return{tool:n,bar:c,watch:m,hear:v,stop:b}}function ce(t,e,{titleOf:a,textOf:o=({text:n})=>n,marksOf:i=()=>[]}){let n=t.map(a);return t.map((l,c)=>{let d=n[c]!==n[c+1]&&n[c],h=l.aside&&r("span",{class:"mark"},` [${l.aside}]`),f=r("p",{dir:"auto"},"“",o(l),"”",i(l),h),s=d&&r("cite",{dir:"auto"},e.quoted_from.replace("{title}",d));return r("blockquote",{part:"quote"},f,s)})}function N(t,e,a){let o=r("span",{class:"hidden"},` (${a.new_tab})`);return r("a",{href:t,target:"_blank",rel:"noopener noreferrer"},e,o)}function de({intent:t,citations:e=[],pages:a=[],sources_heading:o},{words:i,locale:n}){let[l]=a.map(s=>s.last_updated).sort(),c=pe(l,n),d=new Map(e.map(s=>[s.number,Be(s,i)])),h=(d.size||a.length)&&r("details",{class:"sources",part:"sources",open:t==="show_sources"},r("summary",null,o,l&&` · ${i.source_date.replace("{date}",c)}`),[...d.values()].map(s=>s.node),a.map(s=>r("p",{dir:"auto"},s.line,s.url&&[" ",ue(s,i,n)])));function f(s){let u=d.get(s);return u?k(({currentTarget:b})=>{h.open=!0,u.visit(b)},{class:"mark","aria-label":i.source.replace("{number}",s)},`[${s}]`):r("span",{class:"mark"},`[${s}]`)}return{node:h,mark:f,pageOf:(s="")=>a.find(({document:u})=>s.startsWith(`${u}.`))}}function Be(t,e){let a,o=k(()=>a.focus(),{class:"back",hidden:!0},e.source_back),i=r("p",{tabindex:-1,dir:"auto"},`[${t.number}] `,qe(t,e)," ",o);return{node:i,visit:l=>{a=l,o.hidden=!1,i.focus()}}}var pe=(t,e)=>t&&new Date(t).toLocaleDateString(e,{dateStyle:"long",timeZone:"UTC"});function he(t,{words:e,locale:a}){let o=t.map(n=>r("li",{dir:"auto"},n.name,": ",ue(n,e,a))),i=t.some(n=>!n.reference)&&r("p",null,e.links_ours);return r("section",{class:"links",part:"links"},r("h4",null,e.links),r("ul",null,o),i)}function ue({url:t,reference:e,checked:a},o,i){let n=e?o.link_reference:a?o.link_checked.replace("{date}",pe(a,i)):o.link_unchecked,l=new URL(t).host.replace(/^www\./,"");return[N(t,l,o)," ",r("small",null,`(${n})`)]}function qe({text:t,url:e},a){let o=/^https?:/.test(e)?t.indexOf(e):-1;return o<0?t:[t.slice(0,o),N(e,e,a),t.slice(o+e.length)]}var fe=t=>t.find(e=>me(e)<me(t[0])),me=({payload:t})=>t.match(/\d+(?=[,\]])/g)?.length??0;function ge(t,e){let a=new Map(Object.entries(e.terms??{}).flatMap(([l,c])=>c.map(d=>[d,l]))),o=[...a.keys()].sort((l,c)=>c.length-l.length).map(Ge),i=o.length&&new RegExp(`(\\(?)(?<![\\p{L}\\d-])(${o.join("|")})s?(?![\\p{L}\\d-])`,"giu"),n=new Set([t]);return l=>{let c=[],d=0;for(let h of i?l.matchAll(i):[]){let[f,s,u]=h,w=a.get(u.toLowerCase());if(n.has(w))continue;n.add(w);let b=Ve(f.slice(s.length),w,e);c.push(l.slice(d,h.index),s?r("span",{class:"whole"},s,b):b),d=h.index+f.length}return[...c,l.slice(d)]}}var Ge=t=>t.replace(/[^\p{L}\d ]/gu,"\\$&");function Ve(t,e,a){let i=k(async()=>{try{let[{toggleMeaning:n},l]=await Promise.all([T(),a.glossary()]);n(i,l[e],a)}catch{a.say(a.words.part_failed)}},{class:"term",part:"term","aria-expanded":"false"},t);return i}var De=/((?:[a-z\d-]+\.)+[a-z]{2,}|\b\d[\d -]*\d\b)/,Fe=200,be=["answer","refusal"];function ve(t,e){let{buttons:a,custom:o={},text:i}=t,{kind:n="answer",intent:l,cell:c="",blocks:d=[{text:i}],notes:h=[],help:f}=o,{words:s}=e,u=s[`${n}_heading`],w=f&&["emergency","crisis"].includes(n)&&Ke(f,s),b=!w&&(u||c.startsWith("after_alarm/")),y=de(o,e),m=()=>e.copy(i),v=l==="guide",g=be.includes(n)?ge(o.subject,e):C=>C,x=v&&fe(a),[E,...M]=Je(d).map(C=>Qe(C,{...e,helps:b,sources:y,mark:g}));return r("article",{class:`message ${n}`,part:`message ${n}`,"aria-label":`${s.heard}: ${d[0].text}`},u?r("h3",{class:"alarm"},S(n),u):r("h3",{class:"hidden"},s.heard),w,x?r("div",{class:"step"},E,xe(x,e)):E,M,h.map(C=>ye("note","note",C)),o.links&&he(o.links,e),y.node&&[y.node,k(m,{class:"copy"},s.copy)],e.rate&&be.includes(n)&&c&&l!=="show_sources"&&Ue(c,e),a&&Ye(a.filter(C=>C!==x),v||n==="check_in",e))}function Ue(t,e){let a=r("div");return T().then(o=>{a.replaceWith(o.drawThumbs(t,e)),e.settle()},()=>{}),a}var ye=(t,e,a)=>r("p",{class:t},S(e),r("span",{dir:"auto"},a));function Ke(t,e){let a=({way:i,word:n})=>({call:e.call,text:n?e.text_word:e.text_any,visit:e.visit})[i],o=i=>{let n=a(i).replace("{number}",i.number).replace("{word}",i.word),l=e.in_place.replace("{place}",i.place),c=r("span",null,i.name&&`${i.name}, `,l),d={class:(i.name||i.way==="visit")&&"named"};return r("li",d,ke(i,{class:"call",part:"call"},r("strong",null,n),c))};return r("ul",{class:"calls"},t.map(o))}function ke({way:t,number:e,word:a},o,...i){let n=e.replace(/\D/g,""),l={call:`tel:${n}`,text:`sms:${n}?&body=${a}`,visit:`https://${e}`},c=t==="visit"&&{target:"_blank",rel:"noopener noreferrer"};return r("a",{href:l[t],...c,...o},...i)}function Je(t){let e=[];for(let a of t){if(a.kind==="page")continue;let o=e.at(-1);["item","tree","site","quote"].includes(a.kind)&&o?.[0].kind===a.kind?o.push(a):e.push([a])}return e}function Qe(t,e){let[{kind:a,text:o}]=t;return a==="tree"?we(t,"drawTree",e):a==="site"?we(t,"drawBody",e):a==="item"?r("ul",{class:"items",dir:"auto"},t.map(i=>r("li",null,i.text))):a==="heading"?r("h4",{dir:"auto"},o):a==="guardrail"?ye("note ask",a,o):a!=="quote"?r("p",{dir:"auto"},e.helps?Xe(o,e):e.mark(o)):Ze(t,e)}function Ze(t,e){let{words:a}=e,o=t.findIndex(({text:c})=>!c.endsWith(":"))+1||t.length,i=t.slice(o);if(i.reduce((c,{text:d})=>c+d.length,0)<Fe)return q(t,e);let n=r("summary",null,a.more.replace("{count}",i.length)),l=r("details",{class:"more",part:"more"},n,q(i,e));return[q(t.slice(0,o),e),l]}var q=(t,{words:e,sources:a,mark:o})=>ce(t,e,{titleOf:({statement:i})=>a.pageOf(i)?.title,textOf:({text:i})=>o(i),marksOf:({citations:i=[]})=>i.map(n=>[" ",a.mark(n)])});function we(t,e,a){let o=({text:n,payload:l})=>r("li",null,k(()=>a.ask(n,l),{"data-payload":l},n)),i=r("ul",{class:"choices"},t.map(o));return T().then(n=>{i.replaceWith(n[e](t,a)),a.refresh()},()=>{}),i}function Xe(t,{words:e}){let a=o=>{if(o.includes("."))return N(`https://${o}`,o,e);let i=t.match(`\\btext (\\w+) to ${o}\\b|(?<!\\d )${o} \\([^)]*, text\\)`);return ke({way:i?"text":"call",number:o,word:i?.[1]??""},null,o)};return t.split(De).map((o,i)=>i%2?a(o):o)}var xe=({title:t,payload:e},{ask:a})=>k(()=>a(t,e),{part:"choice","data-payload":e},t);function Ye(t,e,a){let o=t.map(i=>r("li",null,xe(i,a)));return r("ul",{class:e?"choices large":"choices","aria-label":a.words.choices},o)}var et="a, button, summary, [role=button]",_e={ArrowDown:1,ArrowUp:-1,Home:-1/0,End:1/0};function Se(t){let{words:e}=t,a={...t,refresh:h,settle:d},o=new Map,i,n=r("div",{class:"log",part:"transcript",role:"log","aria-label":e.transcript,"aria-describedby":"hint","aria-live":"off",keydown:l,focusin:({target:m})=>c(m.closest("article")??i)});new ResizeObserver(()=>n.lastChild?.matches(".person")&&s()).observe(n);function l(m){let v=[...n.children],g=v.indexOf(m.target);g<0||!_e[m.key]||(m.preventDefault(),v[Math.max(0,Math.min(g+_e[m.key],v.length-1))].focus())}function c(m){i=m;for(let v of n.children)for(let g of[v,...v.querySelectorAll(et)])g.tabIndex=v===m?0:-1}function d(){c(i)}function h(){d(),s()}function f(m){let g=[...n.querySelectorAll("[data-payload]")].findLast(x=>x.dataset.payload===m);!g||g.ariaPressed||(g.ariaPressed="true",g.matches("button")&&g.prepend(S("check")))}function s(){if(!i)return;let m=i.previousElementSibling,v=!i.matches(".person, .emergency, .crisis")&&m?.matches(".person")?m:i,g=n.scrollHeight>n.clientHeight?n:n.parentNode;g.scrollTop+=v.getBoundingClientRect().top-g.getBoundingClientRect().top-8}function u({text:m}){return r("article",{class:"message person",part:"message person","aria-label":`${e.you}: ${m}`},r("h3",{class:"hidden"},e.you),r("p",{dir:"auto"},m))}function w(m){let v=o.get(m);if(!v)return;let g=v.querySelector(".failed"),x={failed:e.message_failed,waiting:e.message_waiting}[m.status];if(x&&g?.textContent.startsWith(x)||(g?.contains(n.getRootNode().activeElement)&&v.focus(),g?.remove(),!x))return;let M=k(()=>{v.focus(),a.resend(m)},null,S("restart"),e.resend),C=S(m.status==="failed"?"emergency":"note");v.append(r("div",{class:`failed ${m.status}`},r("p",null,C,x),M)),c(i)}function b(m,v=!0){if(m.text==="")return;let g=m.replies?.map(E=>ve(E,a))??[u(m)],x=E=>g.find(M=>M.matches(E));v&&(n.ariaLive=x(".crisis, .emergency")?"assertive":"polite"),f(m.payload),n.append(...g),o.set(m,g[0]),w(m),c(x(".check_in")??g[0]),s()}function y(){i=null,n.ariaLive="off",n.replaceChildren()}return{node:n,add:b,change:w,clear:y,reveal:s}}var G=4e3;function Ee(t,e,a,o,i){let{words:n,heading:l}=t,{say:c,send:d}=e,h=i?.notices??se(n),f={...t,ask:c,resend:d,copy:m,say:h.say},s=Se(f),w=le(t,()=>e.entries.findLast(({replies:p})=>p)?.replies??[],()=>h.say(n.part_failed)),b=i?.suggestions??r("ul",{class:"suggestions",part:"suggestions","aria-label":n.suggestions}),y=i?.field??r("textarea",{id:"message",part:"input",rows:1,maxlength:G,enterkeyhint:"send",dir:"auto",keydown:E,input:v});async function m(p){try{await navigator.clipboard.writeText(p),h.say(n.copied)}catch{h.say(n.copy_failed)}}function v(){g(),y.value.length===G&&h.say(n.input_limit.replace("{count}",G))}async function g(){try{let[{matchTopics:p},_]=await Promise.all([T(),t.topics()]),L=A=>{x(),c(A.title,A.payload)},W=A=>r("li",null,k(()=>L(A),{part:"suggestion"},A.title));b.replaceChildren(...p(_,y.value).map(W))}catch{}}function x(){y.value="",b.replaceChildren()}function E(p){p.key==="Enter"&&!p.shiftKey&&!p.isComposing&&M(p)}function M(p){p.preventDefault();let _=y.value.trim();_&&(x(),matchMedia("(pointer: coarse)").matches&&y.blur(),c(_))}function C({currentTarget:p}){let _=[...p.childNodes];_.length>1&&e.entries.some(({text:L})=>L)?(p.replaceChildren(r("strong",null,n.restart_ask)),h.say(n.restart_ask),setTimeout(()=>p.replaceChildren(..._),I)):e.restart()}let D=(p,_)=>T().then(p).catch(_),Ce=()=>D(({printSummary:p})=>p(e.entries,f,z),()=>h.say(n.part_failed)),Te=()=>D(async({openTopics:p})=>p(await t.topics(),f,z),()=>c(n.topics,"/topics")),R=(p,_,L)=>k(L,{class:"tool",part:`tool ${p}`,title:_},S(p),r("span",null,_)),F=(p,_,...L)=>k(()=>c(p,_),{part:"way"},...L,p),Le=a&&R("close",n.close,a),z=r("div",{class:"body"},r("div",{class:"head",part:"header"},r("h2",{id:"heading"},l),r("div",{class:"tools"},w.tool,R("restart",n.restart,C),R("print",n.summary,Ce),Le)),h.banner,s.node,r("p",{id:"hint",class:"hint"},n.transcript_hint),h.activity,w.bar,r("div",{class:"foot",part:"footer"},r("div",{class:"ways"},F(n.professional,n.professional_payload,S("guardrail")),k(Te,{part:"way"},n.topics),F(n.types,"/show_types")),b,r("form",null,r("label",{for:"message"},n.message_label),y,k(M,{class:"send",part:"send"},n.send))));function Me(p){if(s.change(p),p.status==="waiting")return Ae(p);if(p.status==="sent"&&h.online(),p.status!=="failed")return;let _=()=>[h.banner.focus(),d(p)];h.trouble(n.trouble,p.text?[]:[k(_,null,n.resend)]),s.reveal(),o("error",{code:p.code})}let U=new WeakSet;function Ae(p){h.trouble(p.code==="offline"?n.offline:n.down),!U.has(p)&&(U.add(p),s.reveal(),o("error",{code:p.code}))}function $e(p){s.add(p),w.hear(p),p.text!==""&&o("message",{from:p.replies?"guide":"person"})}function Oe(p){w.watch(p);let _=()=>h.trouble(n.offline),L=()=>e.entries.some(({status:W})=>W==="waiting")||h.online();addEventListener("offline",_,{signal:p}),addEventListener("online",L,{signal:p}),navigator.onLine||_()}e.entries.forEach(p=>s.add(p,!1));let Ie=()=>{w.stop(),s.clear()};return e.listener={add:$e,change:Me,clear:Ie,busy:h.busy},{node:z,field:y,suggestions:b,notices:h,reading:w,reveal:s.reveal,watch:Oe}}var tt=6e4,nt="$loading",V=class extends HTMLElement{static observedAttributes=["endpoint","inline","lang","open","remember","title"];#e=this.attachShadow({mode:"open"});#a;#n;#t;#s;#d;#p;#o;#i;connectedCallback(){this.#h()}disconnectedCallback(){this.#a.abort(),queueMicrotask(()=>this.isConnected||this.#t?.stop())}attributeChangedCallback(e,a,o){if(!(!this.#a||this.#a.signal.aborted||a===o)){if(e==="open")return this.#g();(e==="endpoint"||e==="remember")&&(this.#n=null,this.#t?.stop()),this.#a.abort(),this.#h()}}get open(){return this.hasAttribute("open")}set open(e){this.toggleAttribute("open",e||e==="")}show(){this.open=!0,this.#o?.focus()}hide(){this.open=!1}async ask(e){this.show(),await this.send(e)}async send(e){await this.#t?.say(`${e}`)}async restart(){await this.#t?.restart()}async#h(){this.#a=new AbortController;let{signal:e}=this.#a,a=!this.#n;a&&await this.#m(e),!(e.aborted||!this.#n)&&(this.#f(e),a&&(this.#r("ready"),this.#u()))}async#m(e){if(this.#i=null,!ae())return this.#l("unsupported");this.#e.adoptedStyleSheets=[O];let a=r("slot",{name:"loading"},r("p",null,nt)),o=()=>r("div",{class:"root",part:"root"},r("div",{class:"panel",part:"panel"},a));this.#e.replaceChildren(this.hasAttribute("inline")?o():"");let i=this.getAttribute("endpoint")?.replace(/\/?$/,"/"),n=new URL(i??".",i?document.baseURI:import.meta.url).href,l=X(n,()=>this.getAttribute("region"));this.#s=B(async()=>(await l.topics()).topics),this.#d=B(async()=>(await l.glossary()).terms),this.#p=l.rate;let c=this.getAttribute("remember")==="transcript";for(this.#t=Z(l,`net-guide ${n}#${this.id}`,c);!this.#n&&!e.aborted;)try{this.#n=await l.guide(e,({code:d})=>this.#l(d))}catch({code:d}){e.aborted||this.#l(d),await j(tt,e)}}#l(e){this.#e.querySelector("slot:not([name])")||(this.#e.adoptedStyleSheets=[],this.#e.replaceChildren(r("slot")),this.#r("error",{code:e}))}#f(e){let{activeElement:a}=this.#e,{texts:o,terms:i,language:n,direction:l}=this.#n,c=this.getAttribute("title")||o.title,d=this.hasAttribute("inline"),h=d?null:()=>this.hide(),f=oe(this.lang,n),s=this.#n.feedback&&this.#p,u={words:o,language:n,direction:l,locale:f,heading:c,terms:i,rate:s,topics:this.#s,glossary:this.#d},w=(...v)=>this.#r(...v),b=Ee(u,this.#t,h,w,this.#i);this.#i=b,this.#o=d?null:ne(b,o.open,()=>this.show(),h);let y=this.#o?.nodes??[r("div",{class:"panel",part:"panel"},b.node)],m={class:"root",part:"root",role:"region","aria-label":c,lang:n,dir:l};this.#e.adoptedStyleSheets=[O],this.#e.replaceChildren(r("div",m,...y)),this.#e.firstChild.title="",b.watch(e),addEventListener("hashchange",()=>this.#u(),{signal:e}),matchMedia(H).addEventListener("change",()=>this.#c(),{signal:e}),this.#c(),a?.focus()}async#u(){let e=ie(location.hash),o=(e?await this.#s().catch(()=>[]):[]).find(({payload:i})=>i===e);o&&(this.open=!0,await this.#t.say(o.title,o.payload))}#c(){let e=this.hasAttribute("open");return this.#o?.show(e),!this.#o||e?this.#t.begin():this.#i.reading.stop(),e}#g(){this.#o&&this.#r(this.#c()?"open":"close")}#r(e,a){this.dispatchEvent(new CustomEvent(e,{detail:a,composed:!0}))}};customElements.get("net-guide-chat")??customElements.define("net-guide-chat",V);
