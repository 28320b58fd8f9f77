function H(o,e,r){let t=q(()=>JSON.parse(sessionStorage.getItem(e))),a=t?.state??null,n=new AbortController,d=Promise.resolve();function l(){let u=r?c.entries.slice(-60):[];q(()=>sessionStorage.setItem(e,JSON.stringify({state:a,entries:u})))}function m(u,w,h){Object.assign(u,{status:w,code:h}),c.listener?.change(u),c.listener?.busy(c.entries.some(P)),l()}function b(u){c.entries.push(u),c.listener?.add(u),l()}async function s(u,w){let h=({code:g})=>m(u,"waiting",g),f;try{f=await o.send(u,a,w,h)}catch({code:g}){w.aborted||m(u,"failed",g);return}m(u,"sent"),a=f.at(-1)?.custom?.state??a,b({replies:f})}let c={entries:r&&t?.entries||[],listener:null,begin(){let u=c.entries.at(-1);u?u.text===""&&u.status==="failed"&&c.send(u):c.say("","/session_start")},say(u,w=u){let f={id:crypto.getRandomValues(new Uint32Array(4)).join("-"),text:u,payload:w};return b(f),c.send(f)},send(u){if(u.status==="waiting")return de();let{signal:w}=n;m(u,"pending");let h=()=>s(u,w);return d=d.then(h,h),d},restart(){return c.entries=[],c.stop(),a=null,c.listener.clear(),c.say("","/restart")},stop(){n.abort(),n=new AbortController;for(let u of c.entries)P(u)&&m(u,"failed")}};return c.stop(),c}var P=({status:o})=>o==="pending"||o==="waiting";function q(o){try{return o()}catch{}}function B(o,e){async function r(t,a,n,d){for(let l=1;;l++)try{return await ue(o+t,a,n)}catch(m){if(n.throwIfAborted(),!m.passing)throw m;d(m),await N(he(l,m),n)}}return{guide:(t,a)=>r("widget/texts",{},t,a),send({id:t,payload:a},n,d,l){let m=JSON.stringify({message:a,metadata:{state:n,message_id:t,region:e()}});return r("webhooks/rest/webhook",{method:"POST",headers:{"Content-Type":"application/json"},body:m},d,l)}}}var $=new Set;function de(){for(let o of $)o()}function N(o,e){return new Promise(r=>{let t=()=>{$.delete(t),removeEventListener("online",t),r()};$.add(t),setTimeout(t,o),addEventListener("online",t),e.onabort=t})}async function ue(o,e,r){let t=new AbortController,a=()=>t.abort(),n=setTimeout(a,15e3);r.addEventListener("abort",a);let d;try{if(d=await fetch(o,{...e,cache:"no-store",signal:t.signal}),d.ok)return await d.json()}catch{let s=t.signal.aborted?"timeout":"network";throw{code:navigator.onLine?s:"offline",passing:!0}}finally{clearTimeout(n),r.removeEventListener("abort",a)}let{status:l,headers:m}=d,{error:b}=await d.json().catch(()=>({}));throw{code:b?.code??`http_${l}`,passing:l>=500||l===408||l===429,retryAfter:m.get("Retry-After")}}function he(o,{code:e,retryAfter:r}){if(e==="offline")return 6e4;let t=Math.min(1e3*2**(o-1),2e4)*(.8+.4*Math.random());return Math.min(Math.max(t,r*1e3||0),6e4)}var pe={chat:"M4 5h16v12H10l-4 4v-4H4z",check:"m5 12 5 5 9-11",check_in:"M12 3a9 9 0 1 0 .1 0M9 10c0-4 6-4 6 0 0 2-3 2-3 4M12 16v1",close:"m6 6 12 12M18 6 6 18",crisis:"M12 20C-3 11 6-1 12 7c6-8 15 4 0 13z",emergency:"M12 3 2 20h20zM12 9v6M12 17v1",guardrail:"M12 4a4 4 0 1 0 .1 0M4 21c0-9 16-9 16 0",note:"M12 3a9 9 0 1 0 .1 0M12 7v5l3 2",print:"M7 9V4h10v5M7 16H4V9h16v7h-3M7 13h10v7H7z",restart:"M5 4v5h5M5 9a8 8 0 1 1-1 5"},i=(o,...e)=>D(document.createElement(o),...e),G=(o,...e)=>D(document.createElementNS("http://www.w3.org/2000/svg",o),...e),k=(o,e,...r)=>i("button",{type:"button",click:o,...e},...r),x=o=>G("svg",{class:"icon",viewBox:"0 0 24 24","aria-hidden":!0},G("path",{d:pe[o]}));function D(o,e,...r){for(let[t,a]of Object.entries(e??{}))typeof a=="function"?o.addEventListener(t,a):a&&o.setAttribute(t,a);return o.append(...r.flat(9).filter(Boolean)),o}var me="./widget/later.js",j,C=()=>j??=import(me).catch(o=>{throw j=null,o});function U(){return!!HTMLElement.prototype.togglePopover&&CSS.supports("color","light-dark(red, red)")}function F(o,e){try{if(new Intl.Locale(o).language===new Intl.Locale(e).language)return o}catch{}return e}var fe=`
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
.links li { padding-block: .3em; }
.links li::first-letter { text-transform: uppercase; }
.links p { color: var(--pale); font-size: .9em; }
.links a { font-weight: 600; }
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
.ways { gap: .35em; }
.ways button { min-height: 2.2em; padding: .2em .5em; }
.ways > :first-child { border-color: var(--tone); background: var(--tint); color: var(--ink); }
form { display: grid; grid-template-columns: 1fr auto; gap: .2em .5em; align-items: end; }
label { grid-column: 1 / -1; }
textarea {
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
  dialog.panel { inset: 0 !important; width: 100vw; height: 100dvh; max-width: none; max-height: none; border: 0; border-radius: 0; }
}
@media (prefers-reduced-motion: no-preference) {
  .dots { animation: breathe 1.5s infinite; }
  @keyframes breathe { 50% { opacity: .3; } }
}
@media (forced-colors: active) {
  .branch rect { fill: Canvas; stroke: ButtonText; }
  .branch text { fill: ButtonText; }
}
`,L=new CSSStyleSheet;L.replaceSync(fe);var ge=400,A=4e3;function V(o){let e=i("div",{class:"banner",part:"banner",role:"status",tabindex:-1}),r=i("div",{class:"activity",role:"status"}),t=i("span",{class:"dots","aria-hidden":!0}," ● ● ●"),a=!1,n=!1,d,l;function m(s){clearTimeout(d),d=setTimeout(()=>{r.replaceChildren(...a&&!n?[o.waiting,t]:[])},s)}function b(s,c,u=[]){n=s==="emergency",clearTimeout(l),m(0),e.querySelector("button")?.remove(),e.textContent!==c&&e.replaceChildren(x(s),i("span",null,c)),e.append(...u)}return{banner:e,activity:r,say(s){r.replaceChildren(s),m(A)},busy(s){s!==a&&m(s?ge:0),a=s},trouble:(s,c)=>b("emergency",s,c),online(){n&&(b("check",o.online),l=setTimeout(()=>e.replaceChildren(),A))}}}function M(o,e,r){let t=i("span",{class:"hidden"},` (${r.new_tab})`);return i("a",{href:o,target:"_blank",rel:"noopener noreferrer"},e,t)}function K({citations:o=[],pages:e=[],sources_heading:r},{words:t,locale:a}){let[n]=e.map(s=>s.last_updated).sort(),d=J(n,a),l=new Map(o.map(s=>[s.number,be(s,t)])),m=(l.size||e.length)&&i("details",{class:"sources",part:"sources"},i("summary",null,r,n&&` · ${t.source_date.replace("{date}",d)}`),[...l.values()].map(s=>s.node),e.map(s=>i("p",null,s.line,s.url&&[" ",Z(s,t,a)])));function b(s){let c=l.get(s);return c?k(({currentTarget:w})=>{m.open=!0,c.visit(w)},{class:"mark","aria-label":t.source.replace("{number}",s)},`[${s}]`):i("span",{class:"mark"},`[${s}]`)}return{node:m,mark:b,pageOf:(s="")=>e.find(({document:c})=>s.startsWith(`${c}.`))}}function be(o,e){let r,t=k(()=>r.focus(),{class:"back",hidden:!0},e.source_back),a=i("p",{tabindex:-1},`[${o.number}] `,we(o,e)," ",t);return{node:a,visit:d=>{r=d,t.hidden=!1,a.focus()}}}var J=(o,e)=>o&&new Date(o).toLocaleDateString(e,{dateStyle:"long",timeZone:"UTC"});function Q(o,{words:e,locale:r}){let t=o.map(n=>i("li",null,n.name,": ",Z(n,e,r))),a=o.some(n=>!n.reference)&&i("p",null,e.links_ours);return i("section",{class:"links",part:"links"},i("h4",null,e.links),i("ul",null,t),a)}function Z({url:o,reference:e,checked:r},t,a){let n=e?t.link_reference:r?t.link_checked.replace("{date}",J(r,a)):t.link_unchecked,d=new URL(o).host.replace(/^www\./,"");return[M(o,d,t),` (${n})`]}function we({text:o,url:e},r){let t=/^https?:/.test(e)?o.indexOf(e):-1;return t<0?o:[o.slice(0,t),M(e,e,r),o.slice(t+e.length)]}var ve=/((?:[a-z\d-]+\.)+[a-z]{2,}|\b\d[\d -]*\d\b)/,ye=200;function X(o,e){let{buttons:r,custom:t={},text:a}=o,{kind:n="answer",intent:d,cell:l="",blocks:m=[{text:a}],notes:b=[],help:s}=t,{words:c}=e,u=c[`${n}_heading`],w=s&&["emergency","crisis"].includes(n)&&ke(s,c),h=!w&&(u||l.startsWith("after_alarm/")),f=K(t,e),g=()=>e.copy(a);return i("article",{class:`message ${n}`,part:`message ${n}`,"aria-label":`${c.heard}: ${m[0].text}`},u?i("h3",{class:"alarm"},x(n),u):i("h3",{class:"hidden"},c.heard),w,xe(m).map(v=>_e(v,{...e,helps:h,sources:f})),b.map(v=>Y("note","note",v)),t.links&&Q(t.links,e),f.node&&[f.node,k(g,{class:"copy"},c.copy)],r&&Ce(r,d==="guide"||n==="check_in",e))}var Y=(o,e,r)=>i("p",{class:o},x(e),i("span",null,r));function ke(o,e){let r=({way:a,word:n})=>({call:e.call,text:n?e.text_word:e.text_any,visit:e.visit})[a],t=a=>{let n=r(a).replace("{number}",a.number).replace("{word}",a.word),d=e.in_place.replace("{place}",a.place),l=i("span",null,a.name&&`${a.name}, `,d),m={class:(a.name||a.way==="visit")&&"named"};return i("li",m,ee(a,{class:"call",part:"call"},i("strong",null,n),l))};return i("ul",{class:"calls"},o.map(t))}function ee({way:o,number:e,word:r},t,...a){let n=e.replace(/\D/g,""),d={call:`tel:${n}`,text:`sms:${n}?&body=${r}`,visit:`https://${e}`},l=o==="visit"&&{target:"_blank",rel:"noopener noreferrer"};return i("a",{href:d[o],...l,...t},...a)}function xe(o){let e=[];for(let r of o){let t=e.at(-1);["item","tree","quote"].includes(r.kind)&&t?.[0].kind===r.kind?t.push(r):e.push([r])}return e}function _e(o,e){let[{kind:r,text:t}]=o;return r==="tree"?Ee(o,e):r==="item"?i("ul",{class:"items"},o.map(a=>i("li",null,a.text))):r==="heading"?i("h4",null,t):r==="guardrail"?Y("note ask",r,t):r!=="quote"?i("p",{dir:"auto"},e.helps?Te(t,e):t):Se(o,e)}function Se(o,e){let{words:r}=e,t=o.findIndex(({text:l})=>!l.endsWith(":"))+1||o.length,a=o.slice(t);if(a.reduce((l,{text:m})=>l+m.length,0)<ye)return I(o,e);let n=i("summary",null,r.more.replace("{count}",a.length)),d=i("details",{class:"more",part:"more"},n,I(a,e));return[I(o.slice(0,t),e),d]}function I(o,{words:e,sources:r}){return o.map(({text:t,citations:a=[],statement:n},d)=>{let l=r.pageOf(n),b=l&&l!==r.pageOf(o[d+1]?.statement)&&i("cite",null,e.quoted_from.replace("{title}",l.title)),s=i("p",{dir:"auto"},`“${t}”`,a.map(c=>[" ",r.mark(c)]));return i("blockquote",{part:"quote"},s,b)})}function Ee(o,e){let r=({text:a,payload:n})=>i("li",null,k(()=>e.ask(a,n),{"data-payload":n},a)),t=i("ul",{class:"choices"},o.map(r));return C().then(({drawTree:a})=>{t.replaceWith(a(o,e)),e.refresh()},()=>{}),t}function Te(o,{words:e}){let r=t=>{if(t.includes("."))return M(`https://${t}`,t,e);let a=o.match(`\\btext (\\w+) to ${t}\\b|(?<!\\d )${t} \\([^)]*, text\\)`);return ee({way:a?"text":"call",number:t,word:a?.[1]??""},null,t)};return o.split(ve).map((t,a)=>a%2?r(t):t)}function Ce(o,e,{words:r,ask:t}){let a=o.map(({title:n,payload:d})=>i("li",null,k(()=>t(n,d),{part:"choice","data-payload":d},n)));return i("ul",{class:e?"choices large":"choices","aria-label":r.choices},a)}var Le="a, button, summary, [role=button]",te={ArrowDown:1,ArrowUp:-1,Home:-1/0,End:1/0};function ne(o){let{words:e}=o,r={...o,refresh:()=>l(a)},t=new Map,a,n=i("div",{class:"log",part:"transcript",role:"log","aria-label":e.transcript,"aria-describedby":"hint","aria-live":"off",keydown:d,focusin:({target:h})=>l(h.closest("article")??a)});function d(h){let f=[...n.children],g=f.indexOf(h.target);g<0||!te[h.key]||(h.preventDefault(),f[Math.max(0,Math.min(g+te[h.key],f.length-1))].focus())}function l(h){a=h;for(let f of n.children)for(let g of[f,...f.querySelectorAll(Le)])g.tabIndex=f===h?0:-1}function m(h){let g=[...n.querySelectorAll("[data-payload]")].findLast(v=>v.dataset.payload===h);!g||g.ariaPressed||(g.ariaPressed="true",g.matches("button")&&g.prepend(x("check")))}function b(){if(!a)return;let h=a.previousElementSibling,f=!a.matches(".person, .emergency, .crisis")&&h?.matches(".person")?h:a,g=n.scrollHeight>n.clientHeight?n:n.parentNode;g.scrollTop+=f.getBoundingClientRect().top-g.getBoundingClientRect().top-8}function s({text:h}){return i("article",{class:"message person",part:"message person","aria-label":`${e.you}: ${h}`},i("h3",{class:"hidden"},e.you),i("p",{dir:"auto"},h))}function c(h){let f=t.get(h);if(!f)return;let g=f.querySelector(".failed"),v={failed:e.message_failed,waiting:e.message_waiting}[h.status];if(v&&g?.textContent.startsWith(v)||(g?.contains(n.getRootNode().activeElement)&&f.focus(),g?.remove(),!v))return;let _=k(()=>{f.focus(),r.resend(h)},null,x("restart"),e.resend),T=x(h.status==="failed"?"emergency":"note");f.append(i("div",{class:`failed ${h.status}`},T,v,_)),l(a)}function u(h,f=!0){if(h.text==="")return;let g=h.replies?.map(E=>X(E,r))??[s(h)],v=E=>g.find(_=>_.matches(E));f&&(n.ariaLive=v(".crisis, .emergency")?"assertive":"polite"),m(h.payload),n.append(...g),t.set(h,g[0]),c(h),l(v(".check_in")??g[0]),b()}function w(){a=null,n.ariaLive="off",n.replaceChildren()}return{node:n,add:u,change:c,clear:w,reveal:b}}var O=4e3;function oe(o,e,r,t,a){let{words:n,heading:d}=o,{say:l,send:m}=e,b={...o,ask:l,resend:m,copy:w},s=a?.notices??V(n),c=ne(b),u=a?.field??i("textarea",{id:"message",part:"input",rows:1,maxlength:O,enterkeyhint:"send",dir:"auto",keydown:f,input:h});async function w(p){try{await navigator.clipboard.writeText(p),s.say(n.copied)}catch{s.say(n.copy_failed)}}function h(){u.value.length===O&&s.say(n.input_limit.replace("{count}",O))}function f(p){p.key==="Enter"&&!p.shiftKey&&!p.isComposing&&g(p)}function g(p){p.preventDefault();let y=u.value.trim();y&&(u.value="",matchMedia("(pointer: coarse)").matches&&u.blur(),l(y))}function v({currentTarget:p}){let y=[...p.childNodes];y.length>1&&e.entries.some(({text:S})=>S)?(p.replaceChildren(n.restart_ask),s.say(n.restart_ask),setTimeout(()=>p.replaceChildren(...y),A)):e.restart()}async function E(){try{let{printSummary:p}=await C();p(e.entries,b,W)}catch{s.say(n.part_failed)}}let _=(p,y,S)=>k(S,{class:"tool",part:`tool ${p}`,title:y},x(p),i("span",null,y)),T=(p,y,...S)=>k(()=>l(p,y),{part:"way"},...S,p),W=i("div",{class:"body"},i("div",{class:"head",part:"header"},i("h2",{id:"heading"},d),_("restart",n.restart,v),_("print",n.summary,E),r&&_("close",n.close,r)),s.banner,c.node,i("p",{id:"hint",class:"hint"},n.transcript_hint),s.activity,i("div",{class:"foot",part:"footer"},i("div",{class:"ways"},T(n.professional,n.professional_payload,x("guardrail")),T(n.topics,"/topics"),T(n.types,"/show_types")),i("form",{submit:g},i("label",{for:"message"},n.message_label),u,i("button",{class:"send",part:"send"},n.send))));function re(p){if(c.change(p),p.status==="waiting")return ie(p);if(p.status==="sent"&&s.online(),p.status!=="failed")return;let y=()=>{s.banner.focus(),m(p)};s.trouble(n.trouble,p.text?[]:[k(y,null,n.resend)]),c.reveal(),t("error",{code:p.code})}let z=new WeakSet;function ie(p){s.trouble(p.code==="offline"?n.offline:n.down),!z.has(p)&&(z.add(p),c.reveal(),t("error",{code:p.code}))}function se(p){c.add(p),p.text!==""&&t("message",{from:p.replies?"guide":"person"})}function le(p){let y=()=>s.trouble(n.offline),S=()=>e.entries.some(({status:ce})=>ce==="waiting")||s.online();addEventListener("offline",y,{signal:p}),addEventListener("online",S,{signal:p}),navigator.onLine||y()}return e.entries.forEach(p=>c.add(p,!1)),e.listener={add:se,change:re,clear:c.clear,busy:s.busy},{node:W,field:u,notices:s,reveal:c.reveal,watch:le}}var Ae=6e4,Me="$loading",ae="(max-width: 30em)",R=class extends HTMLElement{static observedAttributes=["endpoint","inline","lang","open","remember","title"];#e=this.attachShadow({mode:"open"});#n;#o;#t;#a;#i;connectedCallback(){this.#c()}disconnectedCallback(){this.#n.abort(),queueMicrotask(()=>this.isConnected||this.#t?.stop())}attributeChangedCallback(e,r,t){if(!(!this.#n||this.#n.signal.aborted||r===t)){if(e==="open")return this.#h();(e==="endpoint"||e==="remember")&&(this.#o=null,this.#t?.stop()),this.#n.abort(),this.#c()}}get open(){return this.hasAttribute("open")}set open(e){this.toggleAttribute("open",e||e==="")}show(){this.open=!0,this.#a?.focus()}hide(){this.open=!1}async ask(e){this.show(),await this.send(e)}async send(e){await this.#t?.say(`${e}`)}async restart(){await this.#t?.restart()}async#c(){this.#n=new AbortController;let{signal:e}=this.#n,r=!this.#o;r&&await this.#d(e),!(e.aborted||!this.#o)&&(this.#u(e),r&&this.#r("ready"))}async#d(e){if(this.#i=null,!U())return this.#s("unsupported");this.#e.adoptedStyleSheets=[L];let r=i("slot",{name:"loading"},i("p",null,Me));this.#e.replaceChildren(this.hasAttribute("inline")?i("div",{class:"root",part:"root"},r):"");let t=this.getAttribute("endpoint")?.replace(/\/?$/,"/"),a=new URL(t??".",t?document.baseURI:import.meta.url).href,n=B(a,()=>this.getAttribute("region")),d=this.getAttribute("remember")==="transcript";for(this.#t=H(n,`net-guide ${a}#${this.id}`,d);!this.#o&&!e.aborted;)try{this.#o=await n.guide(e,({code:l})=>this.#s(l))}catch({code:l}){e.aborted||this.#s(l),await N(Ae,e)}}#s(e){this.#e.querySelector("slot:not([name])")||(this.#e.adoptedStyleSheets=[],this.#e.replaceChildren(i("slot")),this.#r("error",{code:e}))}#u(e){let{activeElement:r}=this.#e,{texts:t,language:a,direction:n}=this.#o,d=this.getAttribute("title")||t.title,l=this.hasAttribute("inline"),m=l?null:()=>this.hide(),b=F(this.lang,a),s={words:t,language:a,direction:n,locale:b,heading:d},c=(...f)=>this.#r(...f),u=oe(s,this.#t,m,c,this.#i);this.#i=u,this.#a=l?null:$e(u,t.open,()=>this.show(),m);let w=this.#a?.nodes??[i("div",{class:"panel",part:"panel"},u.node)],h={class:"root",part:"root",role:"region","aria-label":d,lang:a,dir:n};this.#e.adoptedStyleSheets=[L],this.#e.replaceChildren(i("div",h,...w)),this.#e.firstChild.title="",u.watch(e),matchMedia(ae).addEventListener("change",()=>this.#l(),{signal:e}),this.#l(),r?.focus()}#l(){let e=this.hasAttribute("open");return this.#a?.show(e),(!this.#a||e)&&this.#t.begin(),e}#h(){this.#a&&this.#r(this.#l()?"open":"close")}#r(e,r){this.dispatchEvent(new CustomEvent(e,{detail:r,composed:!0}))}};function $e(o,e,r,t){let n=i("dialog",{class:"panel",part:"panel",popover:"manual",tabindex:-1,"aria-labelledby":"heading",keydown:l=>l.key==="Escape"&&t(),cancel:t},o.node),d=k(r,{class:"launcher",part:"launcher",popover:"manual"},x("chat"),i("span",null,e));return{nodes:[d,n],show(l){let{activeElement:m}=n.getRootNode(),b=n.contains(m),s=l&&matchMedia(ae).matches;n.close(),n.inert=!0,n.togglePopover(l&&!s),s&&n.showModal(),n.inert=!1,d.togglePopover(!l),l&&o.reveal(),b&&(l?m:d).focus()},focus:()=>(matchMedia("(pointer: coarse)").matches?n:o.field).focus()}}customElements.get("net-guide-chat")??customElements.define("net-guide-chat",R);
