function U(t,e,r){let n=D(()=>JSON.parse(sessionStorage.getItem(e))),a=n?.state??null,o=new AbortController,d=Promise.resolve();function l(){let c=r?s.entries.slice(-60):[];D(()=>sessionStorage.setItem(e,JSON.stringify({state:a,entries:c})))}function m(c,w,h){Object.assign(c,{status:w,code:h}),s.listener?.change(c),s.listener?.busy(s.entries.some(j)),l()}function b(c){s.entries.push(c),s.listener?.add(c),l()}async function u(c,w){let h=({code:g})=>m(c,"waiting",g),f;try{f=await t.send(c,a,w,h)}catch({code:g}){w.aborted||m(c,"failed",g);return}m(c,"sent"),a=f.at(-1)?.custom?.state??a,b({replies:f})}let s={entries:r&&n?.entries||[],listener:null,begin(){let c=s.entries.at(-1);c?c.text===""&&c.status==="failed"&&s.send(c):s.say("","/session_start")},say(c,w=c){let f={id:crypto.getRandomValues(new Uint32Array(4)).join("-"),text:c,payload:w};return b(f),s.send(f)},send(c){if(c.status==="waiting")return we();let{signal:w}=o;m(c,"pending");let h=()=>u(c,w);return d=d.then(h,h),d},restart(){return s.entries=[],s.stop(),a=null,s.listener.clear(),s.say("","/restart")},stop(){o.abort(),o=new AbortController;for(let c of s.entries)j(c)&&m(c,"failed")}};return s.stop(),s}var j=({status:t})=>t==="pending"||t==="waiting";function D(t){try{return t()}catch{}}function V(t,e){async function r(n,a,o,d){for(let l=1;;l++)try{return await F(t+n,a,o)}catch(m){if(o.throwIfAborted(),!m.passing)throw m;d(m),await W(ve(l,m),o)}}return{topics:()=>F(`${t}widget/topics`,{},new AbortController().signal),guide:(n,a)=>r("widget/texts",{},n,a),send({id:n,payload:a},o,d,l){let m=JSON.stringify({message:a,metadata:{state:o,message_id:n,region:e()}});return r("webhooks/rest/webhook",{method:"POST",headers:{"Content-Type":"application/json"},body:m},d,l)}}}var R=new Set;function we(){for(let t of R)t()}function W(t,e){return new Promise(r=>{let n=()=>{R.delete(n),removeEventListener("online",n),r()};R.add(n),setTimeout(n,t),addEventListener("online",n),e.onabort=n})}async function F(t,e,r){let n=new AbortController,a=()=>n.abort(),o=setTimeout(a,15e3);r.addEventListener("abort",a);let d;try{if(d=await fetch(t,{...e,cache:"no-store",signal:n.signal}),d.ok)return await d.json()}catch{let u=n.signal.aborted?"timeout":"network";throw{code:navigator.onLine?u:"offline",passing:!0}}finally{clearTimeout(o),r.removeEventListener("abort",a)}let{status:l,headers:m}=d,{error:b}=await d.json().catch(()=>({}));throw{code:b?.code??`http_${l}`,passing:l>=500||l===408||l===429,retryAfter:m.get("Retry-After")}}function ve(t,{code:e,retryAfter:r}){if(e==="offline")return 6e4;let n=Math.min(1e3*2**(t-1),2e4)*(.8+.4*Math.random());return Math.min(Math.max(n,r*1e3||0),6e4)}var ye={chat:"M4 5h16v12H10l-4 4v-4H4z",check:"m5 12 5 5 9-11",check_in:"M12 3a9 9 0 1 0 .1 0M9 10c0-4 6-4 6 0 0 2-3 2-3 4M12 16v1",close:"m6 6 12 12M18 6 6 18",crisis:"M12 20C-3 11 6-1 12 7c6-8 15 4 0 13z",emergency:"M12 3 2 20h20zM12 9v6M12 17v1",guardrail:"M12 4a4 4 0 1 0 .1 0M4 21c0-9 16-9 16 0",note:"M12 3a9 9 0 1 0 .1 0M12 7v5l3 2",print:"M7 9V4h10v5M7 16H4V9h16v7h-3M7 13h10v7H7z",restart:"M5 4v5h5M5 9a8 8 0 1 1-1 5"},i=(t,...e)=>Q(document.createElement(t),...e),K=(t,...e)=>Q(document.createElementNS("http://www.w3.org/2000/svg",t),...e),k=(t,e,...r)=>i("button",{type:"button",click:t,...e},...r),x=t=>K("svg",{class:"icon",viewBox:"0 0 24 24","aria-hidden":!0},K("path",{d:ye[t]}));function Q(t,e,...r){for(let[n,a]of Object.entries(e??{}))typeof a=="function"?t.addEventListener(n,a):a&&t.setAttribute(n,a);return t.append(...r.flat(9).filter(Boolean)),t}var ke="./widget/later.js",J,C=()=>J??=import(ke).catch(t=>{throw J=null,t});var z="(max-width: 30em)";function Z(t,e,r,n){let o=i("dialog",{class:"panel",part:"panel",popover:"manual",tabindex:-1,"aria-labelledby":"heading",keydown:l=>l.key==="Escape"&&n(),cancel:n},t.node),d=k(r,{class:"launcher",part:"launcher",popover:"manual"},x("chat"),i("span",null,e));return{nodes:[d,o],show(l){let{activeElement:m}=o.getRootNode(),b=o.contains(m),u=l&&matchMedia(z).matches;o.close(),o.inert=!0,o.togglePopover(l&&!u),u&&o.showModal(),o.inert=!1,d.togglePopover(!l),l&&t.reveal(),b&&(l?m:d).focus()},focus:()=>(matchMedia("(pointer: coarse)").matches?o:t.field).focus()}}function X(){return!!HTMLElement.prototype.togglePopover&&CSS.supports("color","light-dark(red, red)")}function Y(t,e){try{if(new Intl.Locale(t).language===new Intl.Locale(e).language)return t}catch{}return e}function ee(t){let[,e,r]=t.match(/^#net-guide=([a-z_]+)\/([\w-]+)$/)??[];return e?e==="guide"?`/guide{"id": "${r}", "answers": []}`:`/${e}{"subject": "${r}"}`:null}function te(t){let e;return()=>e??=t().catch(r=>{throw e=null,r})}var xe=`
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
.ways { gap: .25em; }
.ways button { min-height: 2.2em; padding: .2em .5em; }
.ways > :first-child { border-color: var(--tone); background: var(--tint); color: var(--ink); }
.suggestions { display: flex; flex-wrap: wrap; gap: .25em; list-style: none; font-size: .9em; }
.suggestions:not(:empty) { padding-block-end: .5em; }
.suggestions button { min-height: 2.2em; padding: .2em .6em; border-style: dashed; }
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
`,A=new CSSStyleSheet;A.replaceSync(xe);var _e=400,L=4e3;function ne(t){let e=i("div",{class:"banner",part:"banner",role:"status",tabindex:-1}),r=i("div",{class:"activity",role:"status"}),n=i("span",{class:"dots","aria-hidden":!0}," ● ● ●"),a=!1,o=!1,d,l;function m(u){clearTimeout(d),d=setTimeout(()=>{r.replaceChildren(...a&&!o?[t.waiting,n]:[])},u)}function b(u,s,c=[]){o=u==="emergency",clearTimeout(l),m(0),e.querySelector("button")?.remove(),e.textContent!==s&&e.replaceChildren(x(u),i("span",null,s)),e.append(...c)}return{banner:e,activity:r,say(u){r.replaceChildren(u),m(L)},busy(u){u!==a&&m(u?_e:0),a=u},trouble:(u,s)=>b("emergency",u,s),online(){o&&(b("check",t.online),l=setTimeout(()=>e.replaceChildren(),L))}}}function M(t,e,r){let n=i("span",{class:"hidden"},` (${r.new_tab})`);return i("a",{href:t,target:"_blank",rel:"noopener noreferrer"},e,n)}function oe({intent:t,citations:e=[],pages:r=[],sources_heading:n},{words:a,locale:o}){let[d]=r.map(s=>s.last_updated).sort(),l=ae(d,o),m=new Map(e.map(s=>[s.number,Se(s,a)])),b=(m.size||r.length)&&i("details",{class:"sources",part:"sources",open:t==="show_sources"},i("summary",null,n,d&&` · ${a.source_date.replace("{date}",l)}`),[...m.values()].map(s=>s.node),r.map(s=>i("p",null,s.line,s.url&&[" ",ie(s,a,o)])));function u(s){let c=m.get(s);return c?k(({currentTarget:h})=>{b.open=!0,c.visit(h)},{class:"mark","aria-label":a.source.replace("{number}",s)},`[${s}]`):i("span",{class:"mark"},`[${s}]`)}return{node:b,mark:u,pageOf:(s="")=>r.find(({document:c})=>s.startsWith(`${c}.`))}}function Se(t,e){let r,n=k(()=>r.focus(),{class:"back",hidden:!0},e.source_back),a=i("p",{tabindex:-1},`[${t.number}] `,Ee(t,e)," ",n);return{node:a,visit:d=>{r=d,n.hidden=!1,a.focus()}}}var ae=(t,e)=>t&&new Date(t).toLocaleDateString(e,{dateStyle:"long",timeZone:"UTC"});function re(t,{words:e,locale:r}){let n=t.map(o=>i("li",null,o.name,": ",ie(o,e,r))),a=t.some(o=>!o.reference)&&i("p",null,e.links_ours);return i("section",{class:"links",part:"links"},i("h4",null,e.links),i("ul",null,n),a)}function ie({url:t,reference:e,checked:r},n,a){let o=e?n.link_reference:r?n.link_checked.replace("{date}",ae(r,a)):n.link_unchecked,d=new URL(t).host.replace(/^www\./,"");return[M(t,d,n),` (${o})`]}function Ee({text:t,url:e},r){let n=/^https?:/.test(e)?t.indexOf(e):-1;return n<0?t:[t.slice(0,n),M(e,e,r),t.slice(n+e.length)]}var Te=/((?:[a-z\d-]+\.)+[a-z]{2,}|\b\d[\d -]*\d\b)/,Ce=200;function se(t,e){let{buttons:r,custom:n={},text:a}=t,{kind:o="answer",intent:d,cell:l="",blocks:m=[{text:a}],notes:b=[],help:u}=n,{words:s}=e,c=s[`${o}_heading`],w=u&&["emergency","crisis"].includes(o)&&Ae(u,s),h=!w&&(c||l.startsWith("after_alarm/")),f=oe(n,e),g=()=>e.copy(a);return i("article",{class:`message ${o}`,part:`message ${o}`,"aria-label":`${s.heard}: ${m[0].text}`},c?i("h3",{class:"alarm"},x(o),c):i("h3",{class:"hidden"},s.heard),w,Le(m).map(y=>Me(y,{...e,helps:h,sources:f})),b.map(y=>le("note","note",y)),n.links&&re(n.links,e),f.node&&[f.node,k(g,{class:"copy"},s.copy)],r&&Oe(r,d==="guide"||o==="check_in",e))}var le=(t,e,r)=>i("p",{class:t},x(e),i("span",null,r));function Ae(t,e){let r=({way:a,word:o})=>({call:e.call,text:o?e.text_word:e.text_any,visit:e.visit})[a],n=a=>{let o=r(a).replace("{number}",a.number).replace("{word}",a.word),d=e.in_place.replace("{place}",a.place),l=i("span",null,a.name&&`${a.name}, `,d),m={class:(a.name||a.way==="visit")&&"named"};return i("li",m,ce(a,{class:"call",part:"call"},i("strong",null,o),l))};return i("ul",{class:"calls"},t.map(n))}function ce({way:t,number:e,word:r},n,...a){let o=e.replace(/\D/g,""),d={call:`tel:${o}`,text:`sms:${o}?&body=${r}`,visit:`https://${e}`},l=t==="visit"&&{target:"_blank",rel:"noopener noreferrer"};return i("a",{href:d[t],...l,...n},...a)}function Le(t){let e=[];for(let r of t){if(r.kind==="page")continue;let n=e.at(-1);["item","tree","quote"].includes(r.kind)&&n?.[0].kind===r.kind?n.push(r):e.push([r])}return e}function Me(t,e){let[{kind:r,text:n}]=t;return r==="tree"?Ie(t,e):r==="item"?i("ul",{class:"items"},t.map(a=>i("li",null,a.text))):r==="heading"?i("h4",null,n):r==="guardrail"?le("note ask",r,n):r!=="quote"?i("p",{dir:"auto"},e.helps?Ne(n,e):n):$e(t,e)}function $e(t,e){let{words:r}=e,n=t.findIndex(({text:l})=>!l.endsWith(":"))+1||t.length,a=t.slice(n);if(a.reduce((l,{text:m})=>l+m.length,0)<Ce)return P(t,e);let o=i("summary",null,r.more.replace("{count}",a.length)),d=i("details",{class:"more",part:"more"},o,P(a,e));return[P(t.slice(0,n),e),d]}function P(t,{words:e,sources:r}){return t.map(({text:n,citations:a=[],statement:o,aside:d},l)=>{let m=r.pageOf(o),u=m&&m!==r.pageOf(t[l+1]?.statement)&&i("cite",null,e.quoted_from.replace("{title}",m.title)),s=i("p",{dir:"auto"},`“${n}”`,a.map(c=>[" ",r.mark(c)]),d&&i("span",{class:"mark"},` [${d}]`));return i("blockquote",{part:"quote"},s,u)})}function Ie(t,e){let r=({text:a,payload:o})=>i("li",null,k(()=>e.ask(a,o),{"data-payload":o},a)),n=i("ul",{class:"choices"},t.map(r));return C().then(({drawTree:a})=>{n.replaceWith(a(t,e)),e.refresh()},()=>{}),n}function Ne(t,{words:e}){let r=n=>{if(n.includes("."))return M(`https://${n}`,n,e);let a=t.match(`\\btext (\\w+) to ${n}\\b|(?<!\\d )${n} \\([^)]*, text\\)`);return ce({way:a?"text":"call",number:n,word:a?.[1]??""},null,n)};return t.split(Te).map((n,a)=>a%2?r(n):n)}function Oe(t,e,{words:r,ask:n}){let a=t.map(({title:o,payload:d})=>i("li",null,k(()=>n(o,d),{part:"choice","data-payload":d},o)));return i("ul",{class:e?"choices large":"choices","aria-label":r.choices},a)}var Re="a, button, summary, [role=button]",de={ArrowDown:1,ArrowUp:-1,Home:-1/0,End:1/0};function ue(t){let{words:e}=t,r={...t,refresh:()=>l(a)},n=new Map,a,o=i("div",{class:"log",part:"transcript",role:"log","aria-label":e.transcript,"aria-describedby":"hint","aria-live":"off",keydown:d,focusin:({target:h})=>l(h.closest("article")??a)});function d(h){let f=[...o.children],g=f.indexOf(h.target);g<0||!de[h.key]||(h.preventDefault(),f[Math.max(0,Math.min(g+de[h.key],f.length-1))].focus())}function l(h){a=h;for(let f of o.children)for(let g of[f,...f.querySelectorAll(Re)])g.tabIndex=f===h?0:-1}function m(h){let g=[...o.querySelectorAll("[data-payload]")].findLast(y=>y.dataset.payload===h);!g||g.ariaPressed||(g.ariaPressed="true",g.matches("button")&&g.prepend(x("check")))}function b(){if(!a)return;let h=a.previousElementSibling,f=!a.matches(".person, .emergency, .crisis")&&h?.matches(".person")?h:a,g=o.scrollHeight>o.clientHeight?o:o.parentNode;g.scrollTop+=f.getBoundingClientRect().top-g.getBoundingClientRect().top-8}function u({text:h}){return i("article",{class:"message person",part:"message person","aria-label":`${e.you}: ${h}`},i("h3",{class:"hidden"},e.you),i("p",{dir:"auto"},h))}function s(h){let f=n.get(h);if(!f)return;let g=f.querySelector(".failed"),y={failed:e.message_failed,waiting:e.message_waiting}[h.status];if(y&&g?.textContent.startsWith(y)||(g?.contains(o.getRootNode().activeElement)&&f.focus(),g?.remove(),!y))return;let E=k(()=>{f.focus(),r.resend(h)},null,x("restart"),e.resend),$=x(h.status==="failed"?"emergency":"note");f.append(i("div",{class:`failed ${h.status}`},$,y,E)),l(a)}function c(h,f=!0){if(h.text==="")return;let g=h.replies?.map(S=>se(S,r))??[u(h)],y=S=>g.find(E=>E.matches(S));f&&(o.ariaLive=y(".crisis, .emergency")?"assertive":"polite"),m(h.payload),o.append(...g),n.set(h,g[0]),s(h),l(y(".check_in")??g[0]),b()}function w(){a=null,o.ariaLive="off",o.replaceChildren()}return{node:o,add:c,change:s,clear:w,reveal:b}}var q=4e3;function he(t,e,r,n,a){let{words:o,heading:d}=t,{say:l,send:m}=e,b={...t,ask:l,resend:m,copy:h},u=a?.notices??ne(o),s=ue(b),c=a?.suggestions??i("ul",{class:"suggestions",part:"suggestions","aria-label":o.suggestions}),w=a?.field??i("textarea",{id:"message",part:"input",rows:1,maxlength:q,enterkeyhint:"send",dir:"auto",keydown:S,input:f});async function h(p){try{await navigator.clipboard.writeText(p),u.say(o.copied)}catch{u.say(o.copy_failed)}}function f(){g(),w.value.length===q&&u.say(o.input_limit.replace("{count}",q))}async function g(){try{let[{matchTopics:p},v]=await Promise.all([C(),t.topics()]),_=T=>{y(),l(T.title,T.payload)},O=T=>i("li",null,k(()=>_(T),{part:"suggestion"},T.title));c.replaceChildren(...p(v,w.value).map(O))}catch{}}function y(){w.value="",c.replaceChildren()}function S(p){p.key==="Enter"&&!p.shiftKey&&!p.isComposing&&E(p)}function E(p){p.preventDefault();let v=w.value.trim();v&&(y(),matchMedia("(pointer: coarse)").matches&&w.blur(),l(v))}function $({currentTarget:p}){let v=[...p.childNodes];v.length>1&&e.entries.some(({text:_})=>_)?(p.replaceChildren(o.restart_ask),u.say(o.restart_ask),setTimeout(()=>p.replaceChildren(...v),L)):e.restart()}async function pe(){try{let{printSummary:p}=await C();p(e.entries,b,B)}catch{u.say(o.part_failed)}}let I=(p,v,_)=>k(_,{class:"tool",part:`tool ${p}`,title:v},x(p),i("span",null,v)),N=(p,v,..._)=>k(()=>l(p,v),{part:"way"},..._,p),B=i("div",{class:"body"},i("div",{class:"head",part:"header"},i("h2",{id:"heading"},d),I("restart",o.restart,$),I("print",o.summary,pe),r&&I("close",o.close,r)),u.banner,s.node,i("p",{id:"hint",class:"hint"},o.transcript_hint),u.activity,i("div",{class:"foot",part:"footer"},i("div",{class:"ways"},N(o.professional,o.professional_payload,x("guardrail")),N(o.topics,"/topics"),N(o.types,"/show_types")),c,i("form",{submit:E},i("label",{for:"message"},o.message_label),w,i("button",{class:"send",part:"send"},o.send))));function me(p){if(s.change(p),p.status==="waiting")return fe(p);if(p.status==="sent"&&u.online(),p.status!=="failed")return;let v=()=>{u.banner.focus(),m(p)};u.trouble(o.trouble,p.text?[]:[k(v,null,o.resend)]),s.reveal(),n("error",{code:p.code})}let G=new WeakSet;function fe(p){u.trouble(p.code==="offline"?o.offline:o.down),!G.has(p)&&(G.add(p),s.reveal(),n("error",{code:p.code}))}function ge(p){s.add(p),p.text!==""&&n("message",{from:p.replies?"guide":"person"})}function be(p){let v=()=>u.trouble(o.offline),_=()=>e.entries.some(({status:O})=>O==="waiting")||u.online();addEventListener("offline",v,{signal:p}),addEventListener("online",_,{signal:p}),navigator.onLine||v()}return e.entries.forEach(p=>s.add(p,!1)),e.listener={add:ge,change:me,clear:s.clear,busy:u.busy},{node:B,field:w,suggestions:c,notices:u,reveal:s.reveal,watch:be}}var We=6e4,ze="$loading",H=class extends HTMLElement{static observedAttributes=["endpoint","inline","lang","open","remember","title"];#e=this.attachShadow({mode:"open"});#n;#o;#t;#i;#a;#s;connectedCallback(){this.#d()}disconnectedCallback(){this.#n.abort(),queueMicrotask(()=>this.isConnected||this.#t?.stop())}attributeChangedCallback(e,r,n){if(!(!this.#n||this.#n.signal.aborted||r===n)){if(e==="open")return this.#m();(e==="endpoint"||e==="remember")&&(this.#o=null,this.#t?.stop()),this.#n.abort(),this.#d()}}get open(){return this.hasAttribute("open")}set open(e){this.toggleAttribute("open",e||e==="")}show(){this.open=!0,this.#a?.focus()}hide(){this.open=!1}async ask(e){this.show(),await this.send(e)}async send(e){await this.#t?.say(`${e}`)}async restart(){await this.#t?.restart()}async#d(){this.#n=new AbortController;let{signal:e}=this.#n,r=!this.#o;r&&await this.#h(e),!(e.aborted||!this.#o)&&(this.#p(e),r&&(this.#r("ready"),this.#u()))}async#h(e){if(this.#s=null,!X())return this.#l("unsupported");this.#e.adoptedStyleSheets=[A];let r=i("slot",{name:"loading"},i("p",null,ze));this.#e.replaceChildren(this.hasAttribute("inline")?i("div",{class:"root",part:"root"},r):"");let n=this.getAttribute("endpoint")?.replace(/\/?$/,"/"),a=new URL(n??".",n?document.baseURI:import.meta.url).href,o=V(a,()=>this.getAttribute("region"));this.#i=te(async()=>(await o.topics()).topics);let d=this.getAttribute("remember")==="transcript";for(this.#t=U(o,`net-guide ${a}#${this.id}`,d);!this.#o&&!e.aborted;)try{this.#o=await o.guide(e,({code:l})=>this.#l(l))}catch({code:l}){e.aborted||this.#l(l),await W(We,e)}}#l(e){this.#e.querySelector("slot:not([name])")||(this.#e.adoptedStyleSheets=[],this.#e.replaceChildren(i("slot")),this.#r("error",{code:e}))}#p(e){let{activeElement:r}=this.#e,{texts:n,language:a,direction:o}=this.#o,d=this.getAttribute("title")||n.title,l=this.hasAttribute("inline"),m=l?null:()=>this.hide(),b=Y(this.lang,a),u={words:n,language:a,direction:o,locale:b,heading:d,topics:this.#i},s=(...f)=>this.#r(...f),c=he(u,this.#t,m,s,this.#s);this.#s=c,this.#a=l?null:Z(c,n.open,()=>this.show(),m);let w=this.#a?.nodes??[i("div",{class:"panel",part:"panel"},c.node)],h={class:"root",part:"root",role:"region","aria-label":d,lang:a,dir:o};this.#e.adoptedStyleSheets=[A],this.#e.replaceChildren(i("div",h,...w)),this.#e.firstChild.title="",c.watch(e),addEventListener("hashchange",()=>this.#u(),{signal:e}),matchMedia(z).addEventListener("change",()=>this.#c(),{signal:e}),this.#c(),r?.focus()}async#u(){let e=ee(location.hash),n=(e?await this.#i().catch(()=>[]):[]).find(({payload:a})=>a===e);n&&(this.open=!0,await this.#t.say(n.title,n.payload))}#c(){let e=this.hasAttribute("open");return this.#a?.show(e),(!this.#a||e)&&this.#t.begin(),e}#m(){this.#a&&this.#r(this.#c()?"open":"close")}#r(e,r){this.dispatchEvent(new CustomEvent(e,{detail:r,composed:!0}))}};customElements.get("net-guide-chat")??customElements.define("net-guide-chat",H);
