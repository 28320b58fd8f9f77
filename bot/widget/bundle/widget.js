function Z(t,e,a){let o=J(()=>JSON.parse(sessionStorage.getItem(e))),r=o?.state??null,n=new AbortController,c=Promise.resolve();function l(){let p=a?s.entries.slice(-60):[];J(()=>sessionStorage.setItem(e,JSON.stringify({state:r,entries:p})))}function h(p,w,b){Object.assign(p,{status:w,code:b}),s.listener?.change(p),s.listener?.busy(s.entries.some(K)),l()}function d(p){s.entries.push(p),s.listener?.add(p),l()}async function f(p,w){let b=({code:m})=>h(p,"waiting",m),y;try{y=await t.send(p,r,w,b)}catch({code:m}){w.aborted||h(p,"failed",m);return}h(p,"sent"),r=y.at(-1)?.custom?.state??r,d({replies:y})}let s={entries:a&&o?.entries||[],listener:null,begin(){let p=s.entries.at(-1);p?p.text===""&&p.status==="failed"&&s.send(p):s.say("","/session_start")},say(p,w=p){let y={id:crypto.getRandomValues(new Uint32Array(4)).join("-"),text:p,payload:w};return d(y),s.send(y)},send(p){if(p.status==="waiting")return $e();let{signal:w}=n;h(p,"pending");let b=()=>f(p,w);return c=c.then(b,b),c},restart(){return s.entries=[],s.stop(),r=null,s.listener.clear(),s.say("","/restart")},stop(){n.abort(),n=new AbortController;for(let p of s.entries)K(p)&&h(p,"failed")}};return s.stop(),s}var K=({status:t})=>t==="pending"||t==="waiting";function J(t){try{return t()}catch{}}function X(t,e){async function a(o,r,n,c){for(let l=1;;l++)try{return await $(t+o,r,n)}catch(h){if(n.throwIfAborted(),!h.passing)throw h;c(h),await j(Oe(l,h),n)}}return{glossary:()=>$(`${t}widget/glossary`,{},new AbortController().signal),topics:()=>$(`${t}widget/topics`,{},new AbortController().signal),guide:(o,r)=>a("widget/texts",{},o,r),rate:(o,r)=>$(`${t}feedback`,Q({cell:o,thumb:r}),new AbortController().signal),send({id:o,payload:r},n,c,l){let h={message:r,metadata:{state:n,message_id:o,region:e()}};return a("webhooks/rest/webhook",Q(h),c,l)}}}var Q=t=>({method:"POST",headers:{"Content-Type":"application/json"},body:JSON.stringify(t)}),P=new Set;function $e(){for(let t of P)t()}function j(t,e){return new Promise(a=>{let o=()=>{P.delete(o),removeEventListener("online",o),a()};P.add(o),setTimeout(o,t),addEventListener("online",o),e.onabort=o})}async function $(t,e,a){let o=new AbortController,r=()=>o.abort(),n=setTimeout(r,15e3);a.addEventListener("abort",r);let c;try{if(c=await fetch(t,{...e,cache:"no-store",signal:o.signal}),c.ok)return c.status===204?null:await c.json()}catch{let f=o.signal.aborted?"timeout":"network";throw{code:navigator.onLine?f:"offline",passing:!0}}finally{clearTimeout(n),a.removeEventListener("abort",r)}let{status:l,headers:h}=c,{error:d}=await c.json().catch(()=>({}));throw{code:d?.code??`http_${l}`,passing:l>=500||l===408||l===429,retryAfter:h.get("Retry-After")}}function Oe(t,{code:e,retryAfter:a}){if(e==="offline")return 6e4;let o=Math.min(1e3*2**(t-1),2e4)*(.8+.4*Math.random());return Math.min(Math.max(o,a*1e3||0),6e4)}var Ie={chat:"M4 5h16v12H10l-4 4v-4H4z",check:"m5 12 5 5 9-11",check_in:"M12 3a9 9 0 1 0 .1 0M9 10c0-4 6-4 6 0 0 2-3 2-3 4M12 16v1",close:"m6 6 12 12M18 6 6 18",crisis:"M12 20C-3 11 6-1 12 7c6-8 15 4 0 13z",emergency:"M12 3 2 20h20zM12 9v6M12 17v1",guardrail:"M12 4a4 4 0 1 0 .1 0M4 21c0-9 16-9 16 0",note:"M12 3a9 9 0 1 0 .1 0M12 7v5l3 2",print:"M7 9V4h10v5M7 16H4V9h16v7h-3M7 13h10v7H7z",sound:"M4 9v6h4l5 4V5L8 9zM16 9c2 2 2 4 0 6M19 6c4 4 4 8 0 12",restart:"M5 4v5h5M5 9a8 8 0 1 1-1 5"},i=(t,...e)=>te(document.createElement(t),...e),Y=(t,...e)=>te(document.createElementNS("http://www.w3.org/2000/svg",t),...e),k=(t,e,...a)=>i("button",{type:"button",dir:"auto",click:t,...e},...a),Ne=t=>Y("svg",{class:"icon",viewBox:"0 0 24 24","aria-hidden":!0},Y("path",{d:t})),T=t=>Ne(Ie[t]);function te(t,e,...a){for(let[o,r]of Object.entries(e??{}))typeof r=="function"?t.addEventListener(o,r):r&&t.setAttribute(o,r);return t.append(...a.flat(9).filter(Boolean)),t}var Re="./widget/later.js",ee,E=()=>ee??=import(Re).catch(t=>{throw ee=null,t});var q="(max-width: 30em)";function ne(t,e,a,o){let n=i("dialog",{class:"panel",part:"panel",popover:"manual",tabindex:-1,"aria-labelledby":"heading",keydown:l=>l.key==="Escape"&&o(),cancel:o},t.node),c=k(a,{class:"launcher",part:"launcher",popover:"manual"},T("chat"),i("span",null,e));return{nodes:[c,n],show(l){let{activeElement:h}=n.getRootNode(),d=n.contains(h),f=l&&matchMedia(q).matches;n.close(),n.inert=!0,n.togglePopover(l&&!f),f&&n.showModal(),n.inert=!1,c.togglePopover(!l),l&&t.reveal(),d&&(l?h:c).focus()},focus:()=>(matchMedia("(pointer: coarse)").matches?n:t.field).focus()}}function ae(){return!!HTMLElement.prototype.togglePopover&&CSS.supports("color","light-dark(red, red)")}function oe(t,e){try{if(new Intl.Locale(t).language===new Intl.Locale(e).language)return t}catch{}return e}function re(t){let[,e,a]=t.match(/^#net-guide=([a-z_]+)\/([\w-]+)$/)??[];return e?e==="guide"?`/guide{"id": "${a}", "answers": []}`:`/${e}{"subject": "${a}"}`:null}function H(t){let e;return()=>e??=t().catch(a=>{throw e=null,a})}var ze=`
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
* { box-sizing: border-box; margin: 0; padding: 0; }
:focus-visible { outline: .2em solid; outline-offset: .1em; }
h2, h3, h4 { font-size: 1.1em; }
a { color: var(--accent); }
.hidden, .tool span, :host([compact]) .launcher span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.icon { width: 1.25em; height: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; }
button {
  display: inline-flex; align-items: center; gap: .4em; min-height: 2.5em; padding: .3em 1em;
  border: 1px solid; border-radius: var(--round); background: none; color: var(--accent);
  font: inherit; text-align: start; overflow-wrap: anywhere; cursor: pointer;
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
.head, .banner, .failed, .note, .ask, .alarm, .ways, .choices { display: flex; flex-wrap: wrap; align-items: center; gap: .5em; }
.head, .foot, .hint, .person, .ask, :has(> .alarm), :is(.banner, .activity):not(:empty) { padding: .6em 1em; }
.head { padding-block: .3em; }
.head, .launcher, .send { background: var(--bar); color: var(--on-bar); outline-offset: -.3em; }
h2, .banner span, .note span { flex: 1; }
.tool { border: 0; color: inherit; outline-offset: -.3em; }
.tool[aria-pressed] { border: 0; color: inherit; }
.tool[aria-pressed="true"] { box-shadow: inset 0 0 0 2px; }
.reading { display: flex; align-items: center; gap: .5em; }
.reading:not(:empty) { padding: .3em 1em; border-block-start: 2px solid var(--accent); background: var(--raised); }
.reading span { flex: 1; }
.thumbs { display: flex; flex-wrap: wrap; align-items: center; gap: .25em .5em; color: var(--pale); font-size: .9em; }
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
.filter { border-block-end: 1px solid var(--line); }
.count { color: var(--pale); font-size: .9em; }
.found { flex: 1; overflow-y: auto; }
.found h3 { padding-block: 1em .3em; }
.found ul { list-style: none; display: grid; gap: .3em; }
.found button { width: 100%; border-color: var(--line); }
summary { padding: .4em 0; color: var(--accent); cursor: pointer; }
.copy { min-height: 2em; padding: 0; border: 0; text-decoration: underline; }
.ask, :has(> .alarm) { border: 2px dashed var(--tone); background: var(--tint); }
.emergency { --tone: var(--alarm); --tint: light-dark(#fdf0ee, #391613); border-style: solid; border-inline-start-width: .7em; }
.crisis { --tone: light-dark(#74408a, #dfb9ee); --tint: light-dark(#f8f1fb, #2b1d33); border: .4em double var(--tone); }
.check_in { --tone: light-dark(#1a4f9c, #a9c8ff); --tint: light-dark(#eef4fe, #17243a); border-style: solid; border-block-start-width: .7em; }
.alarm { color: var(--tone); }
.choices, .calls { list-style: none; }
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
.choices.large { display: grid; width: 100%; }
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
@container panel (min-width: 44em) {
  .tool span { all: unset; }
  .log, .foot, .banner, .activity, .reading, .hint { padding-inline: max(1em, 50% - 22em) !important; }
}
@container panel (max-height: 26em) or (max-width: 16em) {
  .body { display: block; overflow-y: auto; }
  .log { overflow: visible; }
}
@media (max-width: 30em) {
  dialog:is(.panel, .topics) { inset: 0 !important; width: 100vw; height: 100dvh; max-width: none; max-height: none; border: 0; border-radius: 0; }
}
@media (prefers-reduced-motion: no-preference) {
  .dots { animation: breathe 1.5s infinite; }
  @keyframes breathe { 50% { opacity: .3; } }
}
@media (forced-colors: active) {
  .branch rect { fill: Canvas; stroke: ButtonText; }
  .branch text { fill: ButtonText; }
  .flesh { fill: Canvas; }
  .outline { stroke: CanvasText; }
  .site { fill: Canvas; stroke: LinkText; }
  .site:is(:hover, .marked) { fill: Highlight; }
}
`,O=new CSSStyleSheet;O.replaceSync(ze);var We=400,I=4e3;function ie(t){let e=i("div",{class:"banner",part:"banner",role:"status",tabindex:-1}),a=i("div",{class:"activity",role:"status"}),o=i("span",{class:"dots","aria-hidden":!0}," ● ● ●"),r=!1,n=!1,c,l;function h(f){clearTimeout(c),c=setTimeout(()=>{a.replaceChildren(...r&&!n?[t.waiting,o]:[])},f)}function d(f,s,p=[]){n=f==="emergency",clearTimeout(l),h(0),e.querySelector("button")?.remove(),e.textContent!==s&&e.replaceChildren(T(f),i("span",null,s)),e.append(...p)}return{banner:e,activity:a,say(f){a.replaceChildren(f),h(I)},busy(f){f!==r&&h(f?We:0),r=f},trouble:(f,s)=>d("emergency",f,s),online(){n&&(d("check",t.online),l=setTimeout(()=>e.replaceChildren(),I))}}}function se({words:t,language:e},a,o){let r=window.speechSynthesis,n=k(()=>d?b():w(),{class:"tool",part:"tool read",title:t.read,hidden:!0},T("sound"),i("span",null,t.read)),c=()=>{b(),n.focus()},l=i("div",{class:"reading",part:"reading"}),h=[T("sound"),i("span",null,t.read_on),k(c,null,T("close"),t.read_stop)],d=!1,f=()=>r?.getVoices().find(({localService:g,lang:x})=>g&&x.startsWith(e));function s(){n.hidden=!d&&!f(),n.ariaPressed=d,l.replaceChildren(...d?h:[])}async function p(g){try{let{speak:x}=await E(),C=f();d&&C&&x(g,C,t)}catch{b(),o()}}function w(){d=!0,s(),p(a())}function b(){d=!1,y(),s()}function y(){r?.speaking&&r.cancel()}function m(g){r?.addEventListener("voiceschanged",s,{signal:g}),addEventListener("pagehide",b,{signal:g}),g.addEventListener("abort",b),s()}function v({replies:g}){d&&(y(),g&&p(g))}return{tool:n,bar:l,watch:m,hear:v,stop:b}}function N(t,e,a){let o=i("span",{class:"hidden"},` (${a.new_tab})`);return i("a",{href:t,target:"_blank",rel:"noopener noreferrer"},e,o)}function le({intent:t,citations:e=[],pages:a=[],sources_heading:o},{words:r,locale:n}){let[c]=a.map(s=>s.last_updated).sort(),l=ce(c,n),h=new Map(e.map(s=>[s.number,Pe(s,r)])),d=(h.size||a.length)&&i("details",{class:"sources",part:"sources",open:t==="show_sources"},i("summary",null,o,c&&` · ${r.source_date.replace("{date}",l)}`),[...h.values()].map(s=>s.node),a.map(s=>i("p",{dir:"auto"},s.line,s.url&&[" ",ue(s,r,n)])));function f(s){let p=h.get(s);return p?k(({currentTarget:b})=>{d.open=!0,p.visit(b)},{class:"mark","aria-label":r.source.replace("{number}",s)},`[${s}]`):i("span",{class:"mark"},`[${s}]`)}return{node:d,mark:f,pageOf:(s="")=>a.find(({document:p})=>s.startsWith(`${p}.`))}}function Pe(t,e){let a,o=k(()=>a.focus(),{class:"back",hidden:!0},e.source_back),r=i("p",{tabindex:-1,dir:"auto"},`[${t.number}] `,je(t,e)," ",o);return{node:r,visit:c=>{a=c,o.hidden=!1,r.focus()}}}var ce=(t,e)=>t&&new Date(t).toLocaleDateString(e,{dateStyle:"long",timeZone:"UTC"});function de(t,{words:e,locale:a}){let o=t.map(n=>i("li",{dir:"auto"},n.name,": ",ue(n,e,a))),r=t.some(n=>!n.reference)&&i("p",null,e.links_ours);return i("section",{class:"links",part:"links"},i("h4",null,e.links),i("ul",null,o),r)}function ue({url:t,reference:e,checked:a},o,r){let n=e?o.link_reference:a?o.link_checked.replace("{date}",ce(a,r)):o.link_unchecked,c=new URL(t).host.replace(/^www\./,"");return[N(t,c,o)," ",i("small",null,`(${n})`)]}function je({text:t,url:e},a){let o=/^https?:/.test(e)?t.indexOf(e):-1;return o<0?t:[t.slice(0,o),N(e,e,a),t.slice(o+e.length)]}var pe=t=>t.find(e=>he(e)<he(t[0])),he=({payload:t})=>t.match(/\d+(?=[,\]])/g)?.length??0;function me(t,e){let a=new Map(Object.entries(e.terms??{}).flatMap(([c,l])=>l.map(h=>[h,c]))),o=[...a.keys()].sort((c,l)=>l.length-c.length).map(qe),r=o.length&&new RegExp(`(\\(?)(?<![\\p{L}\\d-])(${o.join("|")})s?(?![\\p{L}\\d-])`,"giu"),n=new Set([t]);return c=>{let l=[],h=0;for(let d of r?c.matchAll(r):[]){let[f,s,p]=d,w=a.get(p.toLowerCase());if(n.has(w))continue;n.add(w);let b=He(f.slice(s.length),w,e);l.push(c.slice(h,d.index),s?i("span",{class:"whole"},s,b):b),h=d.index+f.length}return[...l,c.slice(h)]}}var qe=t=>t.replace(/[^\p{L}\d ]/gu,"\\$&");function He(t,e,a){let r=k(async()=>{try{let[{toggleMeaning:n},c]=await Promise.all([E(),a.glossary()]);n(r,c[e],a)}catch{a.say(a.words.part_failed)}},{class:"term",part:"term","aria-expanded":"false"},t);return r}var Be=/((?:[a-z\d-]+\.)+[a-z]{2,}|\b\d[\d -]*\d\b)/,Ge=200,fe=["answer","refusal"];function be(t,e){let{buttons:a,custom:o={},text:r}=t,{kind:n="answer",intent:c,cell:l="",blocks:h=[{text:r}],notes:d=[],help:f}=o,{words:s}=e,p=s[`${n}_heading`],w=f&&["emergency","crisis"].includes(n)&&Ve(f,s),b=!w&&(p||l.startsWith("after_alarm/")),y=le(o,e),m=()=>e.copy(r),v=c==="guide",g=fe.includes(n)?me(o.subject,e):S=>S,x=v&&pe(a),[C,...M]=Fe(h).map(S=>Ue(S,{...e,helps:b,sources:y,mark:g}));return i("article",{class:`message ${n}`,part:`message ${n}`,"aria-label":`${s.heard}: ${h[0].text}`},p?i("h3",{class:"alarm"},T(n),p):i("h3",{class:"hidden"},s.heard),w,x?i("div",{class:"step"},C,ye(x,e)):C,M,d.map(S=>we("note","note",S)),o.links&&de(o.links,e),y.node&&[y.node,k(m,{class:"copy"},s.copy)],e.rate&&fe.includes(n)&&l&&c!=="show_sources"&&De(l,e),a&&Qe(a.filter(S=>S!==x),v||n==="check_in",e))}function De(t,e){let a=i("div");return E().then(o=>{a.replaceWith(o.drawThumbs(t,e)),e.settle()},()=>{}),a}var we=(t,e,a)=>i("p",{class:t},T(e),i("span",{dir:"auto"},a));function Ve(t,e){let a=({way:r,word:n})=>({call:e.call,text:n?e.text_word:e.text_any,visit:e.visit})[r],o=r=>{let n=a(r).replace("{number}",r.number).replace("{word}",r.word),c=e.in_place.replace("{place}",r.place),l=i("span",null,r.name&&`${r.name}, `,c),h={class:(r.name||r.way==="visit")&&"named"};return i("li",h,ve(r,{class:"call",part:"call"},i("strong",null,n),l))};return i("ul",{class:"calls"},t.map(o))}function ve({way:t,number:e,word:a},o,...r){let n=e.replace(/\D/g,""),c={call:`tel:${n}`,text:`sms:${n}?&body=${a}`,visit:`https://${e}`},l=t==="visit"&&{target:"_blank",rel:"noopener noreferrer"};return i("a",{href:c[t],...l,...o},...r)}function Fe(t){let e=[];for(let a of t){if(a.kind==="page")continue;let o=e.at(-1);["item","tree","site","quote"].includes(a.kind)&&o?.[0].kind===a.kind?o.push(a):e.push([a])}return e}function Ue(t,e){let[{kind:a,text:o}]=t;return a==="tree"?ge(t,"drawTree",e):a==="site"?ge(t,"drawBody",e):a==="item"?i("ul",{class:"items"},t.map(r=>i("li",{dir:"auto"},r.text))):a==="heading"?i("h4",{dir:"auto"},o):a==="guardrail"?we("note ask",a,o):a!=="quote"?i("p",{dir:"auto"},e.helps?Je(o,e):e.mark(o)):Ke(t,e)}function Ke(t,e){let{words:a}=e,o=t.findIndex(({text:l})=>!l.endsWith(":"))+1||t.length,r=t.slice(o);if(r.reduce((l,{text:h})=>l+h.length,0)<Ge)return B(t,e);let n=i("summary",null,a.more.replace("{count}",r.length)),c=i("details",{class:"more",part:"more"},n,B(r,e));return[B(t.slice(0,o),e),c]}function B(t,{words:e,sources:a,mark:o}){return t.map(({text:r,citations:n=[],statement:c,aside:l},h)=>{let d=a.pageOf(c),s=d&&d!==a.pageOf(t[h+1]?.statement)&&i("cite",{dir:"auto"},e.quoted_from.replace("{title}",d.title)),p=i("p",{dir:"auto"},"“",o(r),"”",n.map(w=>[" ",a.mark(w)]),l&&i("span",{class:"mark"},` [${l}]`));return i("blockquote",{part:"quote"},p,s)})}function ge(t,e,a){let o=({text:n,payload:c})=>i("li",null,k(()=>a.ask(n,c),{"data-payload":c},n)),r=i("ul",{class:"choices"},t.map(o));return E().then(n=>{r.replaceWith(n[e](t,a)),a.refresh()},()=>{}),r}function Je(t,{words:e}){let a=o=>{if(o.includes("."))return N(`https://${o}`,o,e);let r=t.match(`\\btext (\\w+) to ${o}\\b|(?<!\\d )${o} \\([^)]*, text\\)`);return ve({way:r?"text":"call",number:o,word:r?.[1]??""},null,o)};return t.split(Be).map((o,r)=>r%2?a(o):o)}var ye=({title:t,payload:e},{ask:a})=>k(()=>a(t,e),{part:"choice","data-payload":e},t);function Qe(t,e,a){let o=t.map(r=>i("li",null,ye(r,a)));return i("ul",{class:e?"choices large":"choices","aria-label":a.words.choices},o)}var Ze="a, button, summary, [role=button]",ke={ArrowDown:1,ArrowUp:-1,Home:-1/0,End:1/0};function xe(t){let{words:e}=t,a={...t,refresh:d,settle:h},o=new Map,r,n=i("div",{class:"log",part:"transcript",role:"log","aria-label":e.transcript,"aria-describedby":"hint","aria-live":"off",keydown:c,focusin:({target:m})=>l(m.closest("article")??r)});function c(m){let v=[...n.children],g=v.indexOf(m.target);g<0||!ke[m.key]||(m.preventDefault(),v[Math.max(0,Math.min(g+ke[m.key],v.length-1))].focus())}function l(m){r=m;for(let v of n.children)for(let g of[v,...v.querySelectorAll(Ze)])g.tabIndex=v===m?0:-1}function h(){l(r)}function d(){h(),s()}function f(m){let g=[...n.querySelectorAll("[data-payload]")].findLast(x=>x.dataset.payload===m);!g||g.ariaPressed||(g.ariaPressed="true",g.matches("button")&&g.prepend(T("check")))}function s(){if(!r)return;let m=r.previousElementSibling,v=!r.matches(".person, .emergency, .crisis")&&m?.matches(".person")?m:r,g=n.scrollHeight>n.clientHeight?n:n.parentNode;g.scrollTop+=v.getBoundingClientRect().top-g.getBoundingClientRect().top-8}function p({text:m}){return i("article",{class:"message person",part:"message person","aria-label":`${e.you}: ${m}`},i("h3",{class:"hidden"},e.you),i("p",{dir:"auto"},m))}function w(m){let v=o.get(m);if(!v)return;let g=v.querySelector(".failed"),x={failed:e.message_failed,waiting:e.message_waiting}[m.status];if(x&&g?.textContent.startsWith(x)||(g?.contains(n.getRootNode().activeElement)&&v.focus(),g?.remove(),!x))return;let M=k(()=>{v.focus(),a.resend(m)},null,T("restart"),e.resend),S=T(m.status==="failed"?"emergency":"note");v.append(i("div",{class:`failed ${m.status}`},S,x,M)),l(r)}function b(m,v=!0){if(m.text==="")return;let g=m.replies?.map(C=>be(C,a))??[p(m)],x=C=>g.find(M=>M.matches(C));v&&(n.ariaLive=x(".crisis, .emergency")?"assertive":"polite"),f(m.payload),n.append(...g),o.set(m,g[0]),w(m),l(x(".check_in")??g[0]),s()}function y(){r=null,n.ariaLive="off",n.replaceChildren()}return{node:n,add:b,change:w,clear:y,reveal:s}}var G=4e3;function _e(t,e,a,o,r){let{words:n,heading:c}=t,{say:l,send:h}=e,d=r?.notices??ie(n),f={...t,ask:l,resend:h,copy:m,say:d.say},s=xe(f),w=se(t,()=>e.entries.findLast(({replies:u})=>u)?.replies??[],()=>d.say(n.part_failed)),b=r?.suggestions??i("ul",{class:"suggestions",part:"suggestions","aria-label":n.suggestions}),y=r?.field??i("textarea",{id:"message",part:"input",rows:1,maxlength:G,enterkeyhint:"send",dir:"auto",keydown:C,input:v});async function m(u){try{await navigator.clipboard.writeText(u),d.say(n.copied)}catch{d.say(n.copy_failed)}}function v(){g(),y.value.length===G&&d.say(n.input_limit.replace("{count}",G))}async function g(){try{let[{matchTopics:u},_]=await Promise.all([E(),t.topics()]),L=A=>{x(),l(A.title,A.payload)},W=A=>i("li",null,k(()=>L(A),{part:"suggestion"},A.title));b.replaceChildren(...u(_,y.value).map(W))}catch{}}function x(){y.value="",b.replaceChildren()}function C(u){u.key==="Enter"&&!u.shiftKey&&!u.isComposing&&M(u)}function M(u){u.preventDefault();let _=y.value.trim();_&&(x(),matchMedia("(pointer: coarse)").matches&&y.blur(),l(_))}function S({currentTarget:u}){let _=[...u.childNodes];_.length>1&&e.entries.some(({text:L})=>L)?(u.replaceChildren(n.restart_ask),d.say(n.restart_ask),setTimeout(()=>u.replaceChildren(..._),I)):e.restart()}let V=(u,_)=>E().then(u).catch(_),Te=()=>V(({printSummary:u})=>u(e.entries,f,z),()=>d.say(n.part_failed)),Ce=()=>V(async({openTopics:u})=>u(await t.topics(),f,z),()=>l(n.topics,"/topics")),R=(u,_,L)=>k(L,{class:"tool",part:`tool ${u}`,title:_},T(u),i("span",null,_)),F=(u,_,...L)=>k(()=>l(u,_),{part:"way"},...L,u),z=i("div",{class:"body"},i("div",{class:"head",part:"header"},i("h2",{id:"heading"},c),w.tool,R("restart",n.restart,S),R("print",n.summary,Te),a&&R("close",n.close,a)),d.banner,s.node,i("p",{id:"hint",class:"hint"},n.transcript_hint),d.activity,w.bar,i("div",{class:"foot",part:"footer"},i("div",{class:"ways"},F(n.professional,n.professional_payload,T("guardrail")),k(Ce,{part:"way"},n.topics),F(n.types,"/show_types")),b,i("form",null,i("label",{for:"message"},n.message_label),y,k(M,{class:"send",part:"send"},n.send))));function Se(u){if(s.change(u),u.status==="waiting")return Ee(u);if(u.status==="sent"&&d.online(),u.status!=="failed")return;let _=()=>[d.banner.focus(),h(u)];d.trouble(n.trouble,u.text?[]:[k(_,null,n.resend)]),s.reveal(),o("error",{code:u.code})}let U=new WeakSet;function Ee(u){d.trouble(u.code==="offline"?n.offline:n.down),!U.has(u)&&(U.add(u),s.reveal(),o("error",{code:u.code}))}function Le(u){s.add(u),w.hear(u),u.text!==""&&o("message",{from:u.replies?"guide":"person"})}function Me(u){w.watch(u);let _=()=>d.trouble(n.offline),L=()=>e.entries.some(({status:W})=>W==="waiting")||d.online();addEventListener("offline",_,{signal:u}),addEventListener("online",L,{signal:u}),navigator.onLine||_()}e.entries.forEach(u=>s.add(u,!1));let Ae=()=>{w.stop(),s.clear()};return e.listener={add:Le,change:Se,clear:Ae,busy:d.busy},{node:z,field:y,suggestions:b,notices:d,reading:w,reveal:s.reveal,watch:Me}}var Xe=6e4,Ye="$loading",D=class extends HTMLElement{static observedAttributes=["endpoint","inline","lang","open","remember","title"];#e=this.attachShadow({mode:"open"});#a;#n;#t;#s;#d;#u;#o;#r;connectedCallback(){this.#h()}disconnectedCallback(){this.#a.abort(),queueMicrotask(()=>this.isConnected||this.#t?.stop())}attributeChangedCallback(e,a,o){if(!(!this.#a||this.#a.signal.aborted||a===o)){if(e==="open")return this.#g();(e==="endpoint"||e==="remember")&&(this.#n=null,this.#t?.stop()),this.#a.abort(),this.#h()}}get open(){return this.hasAttribute("open")}set open(e){this.toggleAttribute("open",e||e==="")}show(){this.open=!0,this.#o?.focus()}hide(){this.open=!1}async ask(e){this.show(),await this.send(e)}async send(e){await this.#t?.say(`${e}`)}async restart(){await this.#t?.restart()}async#h(){this.#a=new AbortController;let{signal:e}=this.#a,a=!this.#n;a&&await this.#m(e),!(e.aborted||!this.#n)&&(this.#f(e),a&&(this.#i("ready"),this.#p()))}async#m(e){if(this.#r=null,!ae())return this.#l("unsupported");this.#e.adoptedStyleSheets=[O];let a=i("slot",{name:"loading"},i("p",null,Ye));this.#e.replaceChildren(this.hasAttribute("inline")?i("div",{class:"root",part:"root"},a):"");let o=this.getAttribute("endpoint")?.replace(/\/?$/,"/"),r=new URL(o??".",o?document.baseURI:import.meta.url).href,n=X(r,()=>this.getAttribute("region"));this.#s=H(async()=>(await n.topics()).topics),this.#d=H(async()=>(await n.glossary()).terms),this.#u=n.rate;let c=this.getAttribute("remember")==="transcript";for(this.#t=Z(n,`net-guide ${r}#${this.id}`,c);!this.#n&&!e.aborted;)try{this.#n=await n.guide(e,({code:l})=>this.#l(l))}catch({code:l}){e.aborted||this.#l(l),await j(Xe,e)}}#l(e){this.#e.querySelector("slot:not([name])")||(this.#e.adoptedStyleSheets=[],this.#e.replaceChildren(i("slot")),this.#i("error",{code:e}))}#f(e){let{activeElement:a}=this.#e,{texts:o,terms:r,language:n,direction:c}=this.#n,l=this.getAttribute("title")||o.title,h=this.hasAttribute("inline"),d=h?null:()=>this.hide(),f=oe(this.lang,n),s=this.#n.feedback&&this.#u,p={words:o,language:n,direction:c,locale:f,heading:l,terms:r,rate:s,topics:this.#s,glossary:this.#d},w=(...v)=>this.#i(...v),b=_e(p,this.#t,d,w,this.#r);this.#r=b,this.#o=h?null:ne(b,o.open,()=>this.show(),d);let y=this.#o?.nodes??[i("div",{class:"panel",part:"panel"},b.node)],m={class:"root",part:"root",role:"region","aria-label":l,lang:n,dir:c};this.#e.adoptedStyleSheets=[O],this.#e.replaceChildren(i("div",m,...y)),this.#e.firstChild.title="",b.watch(e),addEventListener("hashchange",()=>this.#p(),{signal:e}),matchMedia(q).addEventListener("change",()=>this.#c(),{signal:e}),this.#c(),a?.focus()}async#p(){let e=re(location.hash),o=(e?await this.#s().catch(()=>[]):[]).find(({payload:r})=>r===e);o&&(this.open=!0,await this.#t.say(o.title,o.payload))}#c(){let e=this.hasAttribute("open");return this.#o?.show(e),!this.#o||e?this.#t.begin():this.#r.reading.stop(),e}#g(){this.#o&&this.#i(this.#c()?"open":"close")}#i(e,a){this.dispatchEvent(new CustomEvent(e,{detail:a,composed:!0}))}};customElements.get("net-guide-chat")??customElements.define("net-guide-chat",D);
