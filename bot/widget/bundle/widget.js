function J(t,e,a){let o=K(()=>JSON.parse(sessionStorage.getItem(e))),r=o?.state??null,n=new AbortController,c=Promise.resolve();function l(){let d=a?s.entries.slice(-60):[];K(()=>sessionStorage.setItem(e,JSON.stringify({state:r,entries:d})))}function h(d,g,u){Object.assign(d,{status:g,code:u}),s.listener?.change(d),s.listener?.busy(s.entries.some(V)),l()}function m(d){s.entries.push(d),s.listener?.add(d),l()}async function f(d,g){let u=({code:w})=>h(d,"waiting",w),b;try{b=await t.send(d,r,g,u)}catch({code:w}){g.aborted||h(d,"failed",w);return}h(d,"sent"),r=b.at(-1)?.custom?.state??r,m({replies:b})}let s={entries:a&&o?.entries||[],listener:null,begin(){let d=s.entries.at(-1);d?d.text===""&&d.status==="failed"&&s.send(d):s.say("","/session_start")},say(d,g=d){let b={id:crypto.getRandomValues(new Uint32Array(4)).join("-"),text:d,payload:g};return m(b),s.send(b)},send(d){if(d.status==="waiting")return _e();let{signal:g}=n;h(d,"pending");let u=()=>f(d,g);return c=c.then(u,u),c},restart(){return s.entries=[],s.stop(),r=null,s.listener.clear(),s.say("","/restart")},stop(){n.abort(),n=new AbortController;for(let d of s.entries)V(d)&&h(d,"failed")}};return s.stop(),s}var V=({status:t})=>t==="pending"||t==="waiting";function K(t){try{return t()}catch{}}function Q(t,e){async function a(o,r,n,c){for(let l=1;;l++)try{return await W(t+o,r,n)}catch(h){if(n.throwIfAborted(),!h.passing)throw h;c(h),await q(Se(l,h),n)}}return{glossary:()=>W(`${t}widget/glossary`,{},new AbortController().signal),topics:()=>W(`${t}widget/topics`,{},new AbortController().signal),guide:(o,r)=>a("widget/texts",{},o,r),send({id:o,payload:r},n,c,l){let h=JSON.stringify({message:r,metadata:{state:n,message_id:o,region:e()}});return a("webhooks/rest/webhook",{method:"POST",headers:{"Content-Type":"application/json"},body:h},c,l)}}}var P=new Set;function _e(){for(let t of P)t()}function q(t,e){return new Promise(a=>{let o=()=>{P.delete(o),removeEventListener("online",o),a()};P.add(o),setTimeout(o,t),addEventListener("online",o),e.onabort=o})}async function W(t,e,a){let o=new AbortController,r=()=>o.abort(),n=setTimeout(r,15e3);a.addEventListener("abort",r);let c;try{if(c=await fetch(t,{...e,cache:"no-store",signal:o.signal}),c.ok)return await c.json()}catch{let f=o.signal.aborted?"timeout":"network";throw{code:navigator.onLine?f:"offline",passing:!0}}finally{clearTimeout(n),a.removeEventListener("abort",r)}let{status:l,headers:h}=c,{error:m}=await c.json().catch(()=>({}));throw{code:m?.code??`http_${l}`,passing:l>=500||l===408||l===429,retryAfter:h.get("Retry-After")}}function Se(t,{code:e,retryAfter:a}){if(e==="offline")return 6e4;let o=Math.min(1e3*2**(t-1),2e4)*(.8+.4*Math.random());return Math.min(Math.max(o,a*1e3||0),6e4)}var Te={chat:"M4 5h16v12H10l-4 4v-4H4z",check:"m5 12 5 5 9-11",check_in:"M12 3a9 9 0 1 0 .1 0M9 10c0-4 6-4 6 0 0 2-3 2-3 4M12 16v1",close:"m6 6 12 12M18 6 6 18",crisis:"M12 20C-3 11 6-1 12 7c6-8 15 4 0 13z",emergency:"M12 3 2 20h20zM12 9v6M12 17v1",guardrail:"M12 4a4 4 0 1 0 .1 0M4 21c0-9 16-9 16 0",note:"M12 3a9 9 0 1 0 .1 0M12 7v5l3 2",print:"M7 9V4h10v5M7 16H4V9h16v7h-3M7 13h10v7H7z",restart:"M5 4v5h5M5 9a8 8 0 1 1-1 5"},i=(t,...e)=>Y(document.createElement(t),...e),Z=(t,...e)=>Y(document.createElementNS("http://www.w3.org/2000/svg",t),...e),v=(t,e,...a)=>i("button",{type:"button",click:t,...e},...a),x=t=>Z("svg",{class:"icon",viewBox:"0 0 24 24","aria-hidden":!0},Z("path",{d:Te[t]}));function Y(t,e,...a){for(let[o,r]of Object.entries(e??{}))typeof r=="function"?t.addEventListener(o,r):r&&t.setAttribute(o,r);return t.append(...a.flat(9).filter(Boolean)),t}var Ce="./widget/later.js",X,E=()=>X??=import(Ce).catch(t=>{throw X=null,t});var j="(max-width: 30em)";function ee(t,e,a,o){let n=i("dialog",{class:"panel",part:"panel",popover:"manual",tabindex:-1,"aria-labelledby":"heading",keydown:l=>l.key==="Escape"&&o(),cancel:o},t.node),c=v(a,{class:"launcher",part:"launcher",popover:"manual"},x("chat"),i("span",null,e));return{nodes:[c,n],show(l){let{activeElement:h}=n.getRootNode(),m=n.contains(h),f=l&&matchMedia(j).matches;n.close(),n.inert=!0,n.togglePopover(l&&!f),f&&n.showModal(),n.inert=!1,c.togglePopover(!l),l&&t.reveal(),m&&(l?h:c).focus()},focus:()=>(matchMedia("(pointer: coarse)").matches?n:t.field).focus()}}function te(){return!!HTMLElement.prototype.togglePopover&&CSS.supports("color","light-dark(red, red)")}function ne(t,e){try{if(new Intl.Locale(t).language===new Intl.Locale(e).language)return t}catch{}return e}function oe(t){let[,e,a]=t.match(/^#net-guide=([a-z_]+)\/([\w-]+)$/)??[];return e?e==="guide"?`/guide{"id": "${a}", "answers": []}`:`/${e}{"subject": "${a}"}`:null}function B(t){let e;return()=>e??=t().catch(a=>{throw e=null,a})}var Ee=`
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
  .log, .foot, .banner, .activity, .hint { padding-inline: max(1em, 50% - 22em) !important; }
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
}
`,M=new CSSStyleSheet;M.replaceSync(Ee);var Le=400,$=4e3;function ae(t){let e=i("div",{class:"banner",part:"banner",role:"status",tabindex:-1}),a=i("div",{class:"activity",role:"status"}),o=i("span",{class:"dots","aria-hidden":!0}," ● ● ●"),r=!1,n=!1,c,l;function h(f){clearTimeout(c),c=setTimeout(()=>{a.replaceChildren(...r&&!n?[t.waiting,o]:[])},f)}function m(f,s,d=[]){n=f==="emergency",clearTimeout(l),h(0),e.querySelector("button")?.remove(),e.textContent!==s&&e.replaceChildren(x(f),i("span",null,s)),e.append(...d)}return{banner:e,activity:a,say(f){a.replaceChildren(f),h($)},busy(f){f!==r&&h(f?Le:0),r=f},trouble:(f,s)=>m("emergency",f,s),online(){n&&(m("check",t.online),l=setTimeout(()=>e.replaceChildren(),$))}}}function I(t,e,a){let o=i("span",{class:"hidden"},` (${a.new_tab})`);return i("a",{href:t,target:"_blank",rel:"noopener noreferrer"},e,o)}function re({intent:t,citations:e=[],pages:a=[],sources_heading:o},{words:r,locale:n}){let[c]=a.map(s=>s.last_updated).sort(),l=ie(c,n),h=new Map(e.map(s=>[s.number,Ae(s,r)])),m=(h.size||a.length)&&i("details",{class:"sources",part:"sources",open:t==="show_sources"},i("summary",null,o,c&&` · ${r.source_date.replace("{date}",l)}`),[...h.values()].map(s=>s.node),a.map(s=>i("p",null,s.line,s.url&&[" ",le(s,r,n)])));function f(s){let d=h.get(s);return d?v(({currentTarget:u})=>{m.open=!0,d.visit(u)},{class:"mark","aria-label":r.source.replace("{number}",s)},`[${s}]`):i("span",{class:"mark"},`[${s}]`)}return{node:m,mark:f,pageOf:(s="")=>a.find(({document:d})=>s.startsWith(`${d}.`))}}function Ae(t,e){let a,o=v(()=>a.focus(),{class:"back",hidden:!0},e.source_back),r=i("p",{tabindex:-1},`[${t.number}] `,Me(t,e)," ",o);return{node:r,visit:c=>{a=c,o.hidden=!1,r.focus()}}}var ie=(t,e)=>t&&new Date(t).toLocaleDateString(e,{dateStyle:"long",timeZone:"UTC"});function se(t,{words:e,locale:a}){let o=t.map(n=>i("li",null,n.name,": ",le(n,e,a))),r=t.some(n=>!n.reference)&&i("p",null,e.links_ours);return i("section",{class:"links",part:"links"},i("h4",null,e.links),i("ul",null,o),r)}function le({url:t,reference:e,checked:a},o,r){let n=e?o.link_reference:a?o.link_checked.replace("{date}",ie(a,r)):o.link_unchecked,c=new URL(t).host.replace(/^www\./,"");return[I(t,c,o)," ",i("small",null,`(${n})`)]}function Me({text:t,url:e},a){let o=/^https?:/.test(e)?t.indexOf(e):-1;return o<0?t:[t.slice(0,o),I(e,e,a),t.slice(o+e.length)]}var de=t=>t.find(e=>ce(e)<ce(t[0])),ce=({payload:t})=>t.match(/\d+(?=[,\]])/g)?.length??0;function ue(t,e){let a=new Map(Object.entries(e.terms??{}).flatMap(([c,l])=>l.map(h=>[h,c]))),o=[...a.keys()].sort((c,l)=>l.length-c.length).map($e),r=o.length&&new RegExp(`(\\(?)(?<![\\p{L}\\d-])(${o.join("|")})s?(?![\\p{L}\\d-])`,"giu"),n=new Set([t]);return c=>{let l=[],h=0;for(let m of r?c.matchAll(r):[]){let[f,s,d]=m,g=a.get(d.toLowerCase());if(n.has(g))continue;n.add(g);let u=Ie(f.slice(s.length),g,e);l.push(c.slice(h,m.index),s?i("span",{class:"whole"},s,u):u),h=m.index+f.length}return[...l,c.slice(h)]}}var $e=t=>t.replace(/[^\p{L}\d ]/gu,"\\$&");function Ie(t,e,a){let r=v(async()=>{try{let[{toggleMeaning:n},c]=await Promise.all([E(),a.glossary()]);n(r,c[e],a)}catch{a.say(a.words.part_failed)}},{class:"term",part:"term","aria-expanded":"false"},t);return r}var Oe=/((?:[a-z\d-]+\.)+[a-z]{2,}|\b\d[\d -]*\d\b)/,Ne=200;function he(t,e){let{buttons:a,custom:o={},text:r}=t,{kind:n="answer",intent:c,cell:l="",blocks:h=[{text:r}],notes:m=[],help:f}=o,{words:s}=e,d=s[`${n}_heading`],g=f&&["emergency","crisis"].includes(n)&&Re(f,s),u=!g&&(d||l.startsWith("after_alarm/")),b=re(o,e),w=()=>e.copy(r),k=c==="guide",C=n==="answer"||n==="refusal"?ue(o.subject,e):S=>S,_=k&&de(a),[L,...O]=ze(h).map(S=>We(S,{...e,helps:u,sources:b,mark:C}));return i("article",{class:`message ${n}`,part:`message ${n}`,"aria-label":`${s.heard}: ${h[0].text}`},d?i("h3",{class:"alarm"},x(n),d):i("h3",{class:"hidden"},s.heard),g,_?i("div",{class:"step"},L,fe(_,e)):L,O,m.map(S=>pe("note","note",S)),o.links&&se(o.links,e),b.node&&[b.node,v(w,{class:"copy"},s.copy)],a&&Be(a.filter(S=>S!==_),k||n==="check_in",e))}var pe=(t,e,a)=>i("p",{class:t},x(e),i("span",null,a));function Re(t,e){let a=({way:r,word:n})=>({call:e.call,text:n?e.text_word:e.text_any,visit:e.visit})[r],o=r=>{let n=a(r).replace("{number}",r.number).replace("{word}",r.word),c=e.in_place.replace("{place}",r.place),l=i("span",null,r.name&&`${r.name}, `,c),h={class:(r.name||r.way==="visit")&&"named"};return i("li",h,me(r,{class:"call",part:"call"},i("strong",null,n),l))};return i("ul",{class:"calls"},t.map(o))}function me({way:t,number:e,word:a},o,...r){let n=e.replace(/\D/g,""),c={call:`tel:${n}`,text:`sms:${n}?&body=${a}`,visit:`https://${e}`},l=t==="visit"&&{target:"_blank",rel:"noopener noreferrer"};return i("a",{href:c[t],...l,...o},...r)}function ze(t){let e=[];for(let a of t){if(a.kind==="page")continue;let o=e.at(-1);["item","tree","quote"].includes(a.kind)&&o?.[0].kind===a.kind?o.push(a):e.push([a])}return e}function We(t,e){let[{kind:a,text:o}]=t;return a==="tree"?qe(t,e):a==="item"?i("ul",{class:"items"},t.map(r=>i("li",null,r.text))):a==="heading"?i("h4",null,o):a==="guardrail"?pe("note ask",a,o):a!=="quote"?i("p",{dir:"auto"},e.helps?je(o,e):e.mark(o)):Pe(t,e)}function Pe(t,e){let{words:a}=e,o=t.findIndex(({text:l})=>!l.endsWith(":"))+1||t.length,r=t.slice(o);if(r.reduce((l,{text:h})=>l+h.length,0)<Ne)return H(t,e);let n=i("summary",null,a.more.replace("{count}",r.length)),c=i("details",{class:"more",part:"more"},n,H(r,e));return[H(t.slice(0,o),e),c]}function H(t,{words:e,sources:a,mark:o}){return t.map(({text:r,citations:n=[],statement:c,aside:l},h)=>{let m=a.pageOf(c),s=m&&m!==a.pageOf(t[h+1]?.statement)&&i("cite",null,e.quoted_from.replace("{title}",m.title)),d=i("p",{dir:"auto"},"“",o(r),"”",n.map(g=>[" ",a.mark(g)]),l&&i("span",{class:"mark"},` [${l}]`));return i("blockquote",{part:"quote"},d,s)})}function qe(t,e){let a=({text:r,payload:n})=>i("li",null,v(()=>e.ask(r,n),{"data-payload":n},r)),o=i("ul",{class:"choices"},t.map(a));return E().then(({drawTree:r})=>{o.replaceWith(r(t,e)),e.refresh()},()=>{}),o}function je(t,{words:e}){let a=o=>{if(o.includes("."))return I(`https://${o}`,o,e);let r=t.match(`\\btext (\\w+) to ${o}\\b|(?<!\\d )${o} \\([^)]*, text\\)`);return me({way:r?"text":"call",number:o,word:r?.[1]??""},null,o)};return t.split(Oe).map((o,r)=>r%2?a(o):o)}var fe=({title:t,payload:e},{ask:a})=>v(()=>a(t,e),{part:"choice","data-payload":e},t);function Be(t,e,a){let o=t.map(r=>i("li",null,fe(r,a)));return i("ul",{class:e?"choices large":"choices","aria-label":a.words.choices},o)}var He="a, button, summary, [role=button]",ge={ArrowDown:1,ArrowUp:-1,Home:-1/0,End:1/0};function be(t){let{words:e}=t,a={...t,refresh:()=>l(r)},o=new Map,r,n=i("div",{class:"log",part:"transcript",role:"log","aria-label":e.transcript,"aria-describedby":"hint","aria-live":"off",keydown:c,focusin:({target:u})=>l(u.closest("article")??r)});function c(u){let b=[...n.children],w=b.indexOf(u.target);w<0||!ge[u.key]||(u.preventDefault(),b[Math.max(0,Math.min(w+ge[u.key],b.length-1))].focus())}function l(u){r=u;for(let b of n.children)for(let w of[b,...b.querySelectorAll(He)])w.tabIndex=b===u?0:-1}function h(u){let w=[...n.querySelectorAll("[data-payload]")].findLast(k=>k.dataset.payload===u);!w||w.ariaPressed||(w.ariaPressed="true",w.matches("button")&&w.prepend(x("check")))}function m(){if(!r)return;let u=r.previousElementSibling,b=!r.matches(".person, .emergency, .crisis")&&u?.matches(".person")?u:r,w=n.scrollHeight>n.clientHeight?n:n.parentNode;w.scrollTop+=b.getBoundingClientRect().top-w.getBoundingClientRect().top-8}function f({text:u}){return i("article",{class:"message person",part:"message person","aria-label":`${e.you}: ${u}`},i("h3",{class:"hidden"},e.you),i("p",{dir:"auto"},u))}function s(u){let b=o.get(u);if(!b)return;let w=b.querySelector(".failed"),k={failed:e.message_failed,waiting:e.message_waiting}[u.status];if(k&&w?.textContent.startsWith(k)||(w?.contains(n.getRootNode().activeElement)&&b.focus(),w?.remove(),!k))return;let _=v(()=>{b.focus(),a.resend(u)},null,x("restart"),e.resend),L=x(u.status==="failed"?"emergency":"note");b.append(i("div",{class:`failed ${u.status}`},L,k,_)),l(r)}function d(u,b=!0){if(u.text==="")return;let w=u.replies?.map(C=>he(C,a))??[f(u)],k=C=>w.find(_=>_.matches(C));b&&(n.ariaLive=k(".crisis, .emergency")?"assertive":"polite"),h(u.payload),n.append(...w),o.set(u,w[0]),s(u),l(k(".check_in")??w[0]),m()}function g(){r=null,n.ariaLive="off",n.replaceChildren()}return{node:n,add:d,change:s,clear:g,reveal:m}}var G=4e3;function we(t,e,a,o,r){let{words:n,heading:c}=t,{say:l,send:h}=e,m=r?.notices??ae(n),f={...t,ask:l,resend:h,copy:u,say:m.say},s=be(f),d=r?.suggestions??i("ul",{class:"suggestions",part:"suggestions","aria-label":n.suggestions}),g=r?.field??i("textarea",{id:"message",part:"input",rows:1,maxlength:G,enterkeyhint:"send",dir:"auto",keydown:C,input:b});async function u(p){try{await navigator.clipboard.writeText(p),m.say(n.copied)}catch{m.say(n.copy_failed)}}function b(){w(),g.value.length===G&&m.say(n.input_limit.replace("{count}",G))}async function w(){try{let[{matchTopics:p},y]=await Promise.all([E(),t.topics()]),T=A=>{k(),l(A.title,A.payload)},z=A=>i("li",null,v(()=>T(A),{part:"suggestion"},A.title));d.replaceChildren(...p(y,g.value).map(z))}catch{}}function k(){g.value="",d.replaceChildren()}function C(p){p.key==="Enter"&&!p.shiftKey&&!p.isComposing&&_(p)}function _(p){p.preventDefault();let y=g.value.trim();y&&(k(),matchMedia("(pointer: coarse)").matches&&g.blur(),l(y))}function L({currentTarget:p}){let y=[...p.childNodes];y.length>1&&e.entries.some(({text:T})=>T)?(p.replaceChildren(n.restart_ask),m.say(n.restart_ask),setTimeout(()=>p.replaceChildren(...y),$)):e.restart()}async function O(){try{let{printSummary:p}=await E();p(e.entries,f,R)}catch{m.say(n.part_failed)}}async function S(){try{let[{openTopics:p},y]=await Promise.all([E(),t.topics()]);p(y,f,R)}catch{l(n.topics,"/topics")}}let N=(p,y,T)=>v(T,{class:"tool",part:`tool ${p}`,title:y},x(p),i("span",null,y)),F=(p,y,...T)=>v(()=>l(p,y),{part:"way"},...T,p),R=i("div",{class:"body"},i("div",{class:"head",part:"header"},i("h2",{id:"heading"},c),N("restart",n.restart,L),N("print",n.summary,O),a&&N("close",n.close,a)),m.banner,s.node,i("p",{id:"hint",class:"hint"},n.transcript_hint),m.activity,i("div",{class:"foot",part:"footer"},i("div",{class:"ways"},F(n.professional,n.professional_payload,x("guardrail")),v(S,{part:"way"},n.topics),F(n.types,"/show_types")),d,i("form",{submit:_},i("label",{for:"message"},n.message_label),g,i("button",{class:"send",part:"send"},n.send))));function ye(p){if(s.change(p),p.status==="waiting")return ve(p);if(p.status==="sent"&&m.online(),p.status!=="failed")return;let y=()=>{m.banner.focus(),h(p)};m.trouble(n.trouble,p.text?[]:[v(y,null,n.resend)]),s.reveal(),o("error",{code:p.code})}let U=new WeakSet;function ve(p){m.trouble(p.code==="offline"?n.offline:n.down),!U.has(p)&&(U.add(p),s.reveal(),o("error",{code:p.code}))}function ke(p){s.add(p),p.text!==""&&o("message",{from:p.replies?"guide":"person"})}function xe(p){let y=()=>m.trouble(n.offline),T=()=>e.entries.some(({status:z})=>z==="waiting")||m.online();addEventListener("offline",y,{signal:p}),addEventListener("online",T,{signal:p}),navigator.onLine||y()}return e.entries.forEach(p=>s.add(p,!1)),e.listener={add:ke,change:ye,clear:s.clear,busy:m.busy},{node:R,field:g,suggestions:d,notices:m,reveal:s.reveal,watch:xe}}var Ge=6e4,De="$loading",D=class extends HTMLElement{static observedAttributes=["endpoint","inline","lang","open","remember","title"];#e=this.attachShadow({mode:"open"});#n;#o;#t;#i;#d;#a;#s;connectedCallback(){this.#u()}disconnectedCallback(){this.#n.abort(),queueMicrotask(()=>this.isConnected||this.#t?.stop())}attributeChangedCallback(e,a,o){if(!(!this.#n||this.#n.signal.aborted||a===o)){if(e==="open")return this.#f();(e==="endpoint"||e==="remember")&&(this.#o=null,this.#t?.stop()),this.#n.abort(),this.#u()}}get open(){return this.hasAttribute("open")}set open(e){this.toggleAttribute("open",e||e==="")}show(){this.open=!0,this.#a?.focus()}hide(){this.open=!1}async ask(e){this.show(),await this.send(e)}async send(e){await this.#t?.say(`${e}`)}async restart(){await this.#t?.restart()}async#u(){this.#n=new AbortController;let{signal:e}=this.#n,a=!this.#o;a&&await this.#p(e),!(e.aborted||!this.#o)&&(this.#m(e),a&&(this.#r("ready"),this.#h()))}async#p(e){if(this.#s=null,!te())return this.#l("unsupported");this.#e.adoptedStyleSheets=[M];let a=i("slot",{name:"loading"},i("p",null,De));this.#e.replaceChildren(this.hasAttribute("inline")?i("div",{class:"root",part:"root"},a):"");let o=this.getAttribute("endpoint")?.replace(/\/?$/,"/"),r=new URL(o??".",o?document.baseURI:import.meta.url).href,n=Q(r,()=>this.getAttribute("region"));this.#i=B(async()=>(await n.topics()).topics),this.#d=B(async()=>(await n.glossary()).terms);let c=this.getAttribute("remember")==="transcript";for(this.#t=J(n,`net-guide ${r}#${this.id}`,c);!this.#o&&!e.aborted;)try{this.#o=await n.guide(e,({code:l})=>this.#l(l))}catch({code:l}){e.aborted||this.#l(l),await q(Ge,e)}}#l(e){this.#e.querySelector("slot:not([name])")||(this.#e.adoptedStyleSheets=[],this.#e.replaceChildren(i("slot")),this.#r("error",{code:e}))}#m(e){let{activeElement:a}=this.#e,{texts:o,terms:r,language:n,direction:c}=this.#o,l=this.getAttribute("title")||o.title,h=this.hasAttribute("inline"),m=h?null:()=>this.hide(),f=ne(this.lang,n),s={words:o,language:n,direction:c,locale:f,heading:l,terms:r,topics:this.#i,glossary:this.#d},d=(...w)=>this.#r(...w),g=we(s,this.#t,m,d,this.#s);this.#s=g,this.#a=h?null:ee(g,o.open,()=>this.show(),m);let u=this.#a?.nodes??[i("div",{class:"panel",part:"panel"},g.node)],b={class:"root",part:"root",role:"region","aria-label":l,lang:n,dir:c};this.#e.adoptedStyleSheets=[M],this.#e.replaceChildren(i("div",b,...u)),this.#e.firstChild.title="",g.watch(e),addEventListener("hashchange",()=>this.#h(),{signal:e}),matchMedia(j).addEventListener("change",()=>this.#c(),{signal:e}),this.#c(),a?.focus()}async#h(){let e=oe(location.hash),o=(e?await this.#i().catch(()=>[]):[]).find(({payload:r})=>r===e);o&&(this.open=!0,await this.#t.say(o.title,o.payload))}#c(){let e=this.hasAttribute("open");return this.#a?.show(e),(!this.#a||e)&&this.#t.begin(),e}#f(){this.#a&&this.#r(this.#c()?"open":"close")}#r(e,a){this.dispatchEvent(new CustomEvent(e,{detail:a,composed:!0}))}};customElements.get("net-guide-chat")??customElements.define("net-guide-chat",D);
