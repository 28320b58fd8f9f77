function V(t,e,o){let a=F(()=>JSON.parse(sessionStorage.getItem(e))),i=a?.state??null,n=new AbortController,c=Promise.resolve();function l(){let d=o?s.entries.slice(-60):[];F(()=>sessionStorage.setItem(e,JSON.stringify({state:i,entries:d})))}function m(d,b,v){Object.assign(d,{status:b,code:v}),s.listener?.change(d),s.listener?.busy(s.entries.some(D)),l()}function w(d){s.entries.push(d),s.listener?.add(d),l()}async function u(d,b){let v=({code:g})=>m(d,"waiting",g),h;try{h=await t.send(d,i,b,v)}catch({code:g}){b.aborted||m(d,"failed",g);return}m(d,"sent"),i=h.at(-1)?.custom?.state??i,w({replies:h})}let s={entries:o&&a?.entries||[],listener:null,begin(){let d=s.entries.at(-1);d?d.text===""&&d.status==="failed"&&s.send(d):s.say("","/session_start")},say(d,b=d){let h={id:crypto.getRandomValues(new Uint32Array(4)).join("-"),text:d,payload:b};return w(h),s.send(h)},send(d){if(d.status==="waiting")return ve();let{signal:b}=n;m(d,"pending");let v=()=>u(d,b);return c=c.then(v,v),c},restart(){return s.entries=[],s.stop(),i=null,s.listener.clear(),s.say("","/restart")},stop(){n.abort(),n=new AbortController;for(let d of s.entries)D(d)&&m(d,"failed")}};return s.stop(),s}var D=({status:t})=>t==="pending"||t==="waiting";function F(t){try{return t()}catch{}}function K(t,e){async function o(a,i,n,c){for(let l=1;;l++)try{return await U(t+a,i,n)}catch(m){if(n.throwIfAborted(),!m.passing)throw m;c(m),await z(ke(l,m),n)}}return{topics:()=>U(`${t}widget/topics`,{},new AbortController().signal),guide:(a,i)=>o("widget/texts",{},a,i),send({id:a,payload:i},n,c,l){let m=JSON.stringify({message:i,metadata:{state:n,message_id:a,region:e()}});return o("webhooks/rest/webhook",{method:"POST",headers:{"Content-Type":"application/json"},body:m},c,l)}}}var W=new Set;function ve(){for(let t of W)t()}function z(t,e){return new Promise(o=>{let a=()=>{W.delete(a),removeEventListener("online",a),o()};W.add(a),setTimeout(a,t),addEventListener("online",a),e.onabort=a})}async function U(t,e,o){let a=new AbortController,i=()=>a.abort(),n=setTimeout(i,15e3);o.addEventListener("abort",i);let c;try{if(c=await fetch(t,{...e,cache:"no-store",signal:a.signal}),c.ok)return await c.json()}catch{let u=a.signal.aborted?"timeout":"network";throw{code:navigator.onLine?u:"offline",passing:!0}}finally{clearTimeout(n),o.removeEventListener("abort",i)}let{status:l,headers:m}=c,{error:w}=await c.json().catch(()=>({}));throw{code:w?.code??`http_${l}`,passing:l>=500||l===408||l===429,retryAfter:m.get("Retry-After")}}function ke(t,{code:e,retryAfter:o}){if(e==="offline")return 6e4;let a=Math.min(1e3*2**(t-1),2e4)*(.8+.4*Math.random());return Math.min(Math.max(a,o*1e3||0),6e4)}var ye={chat:"M4 5h16v12H10l-4 4v-4H4z",check:"m5 12 5 5 9-11",check_in:"M12 3a9 9 0 1 0 .1 0M9 10c0-4 6-4 6 0 0 2-3 2-3 4M12 16v1",close:"m6 6 12 12M18 6 6 18",crisis:"M12 20C-3 11 6-1 12 7c6-8 15 4 0 13z",emergency:"M12 3 2 20h20zM12 9v6M12 17v1",guardrail:"M12 4a4 4 0 1 0 .1 0M4 21c0-9 16-9 16 0",note:"M12 3a9 9 0 1 0 .1 0M12 7v5l3 2",print:"M7 9V4h10v5M7 16H4V9h16v7h-3M7 13h10v7H7z",restart:"M5 4v5h5M5 9a8 8 0 1 1-1 5"},r=(t,...e)=>Z(document.createElement(t),...e),J=(t,...e)=>Z(document.createElementNS("http://www.w3.org/2000/svg",t),...e),y=(t,e,...o)=>r("button",{type:"button",click:t,...e},...o),x=t=>J("svg",{class:"icon",viewBox:"0 0 24 24","aria-hidden":!0},J("path",{d:ye[t]}));function Z(t,e,...o){for(let[a,i]of Object.entries(e??{}))typeof i=="function"?t.addEventListener(a,i):i&&t.setAttribute(a,i);return t.append(...o.flat(9).filter(Boolean)),t}var xe="./widget/later.js",Q,L=()=>Q??=import(xe).catch(t=>{throw Q=null,t});var P="(max-width: 30em)";function X(t,e,o,a){let n=r("dialog",{class:"panel",part:"panel",popover:"manual",tabindex:-1,"aria-labelledby":"heading",keydown:l=>l.key==="Escape"&&a(),cancel:a},t.node),c=y(o,{class:"launcher",part:"launcher",popover:"manual"},x("chat"),r("span",null,e));return{nodes:[c,n],show(l){let{activeElement:m}=n.getRootNode(),w=n.contains(m),u=l&&matchMedia(P).matches;n.close(),n.inert=!0,n.togglePopover(l&&!u),u&&n.showModal(),n.inert=!1,c.togglePopover(!l),l&&t.reveal(),w&&(l?m:c).focus()},focus:()=>(matchMedia("(pointer: coarse)").matches?n:t.field).focus()}}function Y(){return!!HTMLElement.prototype.togglePopover&&CSS.supports("color","light-dark(red, red)")}function ee(t,e){try{if(new Intl.Locale(t).language===new Intl.Locale(e).language)return t}catch{}return e}function te(t){let[,e,o]=t.match(/^#net-guide=([a-z_]+)\/([\w-]+)$/)??[];return e?e==="guide"?`/guide{"id": "${o}", "answers": []}`:`/${e}{"subject": "${o}"}`:null}function ne(t){let e;return()=>e??=t().catch(o=>{throw e=null,o})}var _e=`
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
  .flesh { fill: Canvas; }
  .outline { stroke: CanvasText; }
  .site { fill: Canvas; stroke: LinkText; }
  .site:is(:hover, .marked) { fill: Highlight; }
}
`,A=new CSSStyleSheet;A.replaceSync(_e);var Se=400,M=4e3;function ae(t){let e=r("div",{class:"banner",part:"banner",role:"status",tabindex:-1}),o=r("div",{class:"activity",role:"status"}),a=r("span",{class:"dots","aria-hidden":!0}," ● ● ●"),i=!1,n=!1,c,l;function m(u){clearTimeout(c),c=setTimeout(()=>{o.replaceChildren(...i&&!n?[t.waiting,a]:[])},u)}function w(u,s,d=[]){n=u==="emergency",clearTimeout(l),m(0),e.querySelector("button")?.remove(),e.textContent!==s&&e.replaceChildren(x(u),r("span",null,s)),e.append(...d)}return{banner:e,activity:o,say(u){o.replaceChildren(u),m(M)},busy(u){u!==i&&m(u?Se:0),i=u},trouble:(u,s)=>w("emergency",u,s),online(){n&&(w("check",t.online),l=setTimeout(()=>e.replaceChildren(),M))}}}function $(t,e,o){let a=r("span",{class:"hidden"},` (${o.new_tab})`);return r("a",{href:t,target:"_blank",rel:"noopener noreferrer"},e,a)}function oe({intent:t,citations:e=[],pages:o=[],sources_heading:a},{words:i,locale:n}){let[c]=o.map(s=>s.last_updated).sort(),l=ie(c,n),m=new Map(e.map(s=>[s.number,Te(s,i)])),w=(m.size||o.length)&&r("details",{class:"sources",part:"sources",open:t==="show_sources"},r("summary",null,a,c&&` · ${i.source_date.replace("{date}",l)}`),[...m.values()].map(s=>s.node),o.map(s=>r("p",null,s.line,s.url&&[" ",se(s,i,n)])));function u(s){let d=m.get(s);return d?y(({currentTarget:v})=>{w.open=!0,d.visit(v)},{class:"mark","aria-label":i.source.replace("{number}",s)},`[${s}]`):r("span",{class:"mark"},`[${s}]`)}return{node:w,mark:u,pageOf:(s="")=>o.find(({document:d})=>s.startsWith(`${d}.`))}}function Te(t,e){let o,a=y(()=>o.focus(),{class:"back",hidden:!0},e.source_back),i=r("p",{tabindex:-1},`[${t.number}] `,Ce(t,e)," ",a);return{node:i,visit:c=>{o=c,a.hidden=!1,i.focus()}}}var ie=(t,e)=>t&&new Date(t).toLocaleDateString(e,{dateStyle:"long",timeZone:"UTC"});function re(t,{words:e,locale:o}){let a=t.map(n=>r("li",null,n.name,": ",se(n,e,o))),i=t.some(n=>!n.reference)&&r("p",null,e.links_ours);return r("section",{class:"links",part:"links"},r("h4",null,e.links),r("ul",null,a),i)}function se({url:t,reference:e,checked:o},a,i){let n=e?a.link_reference:o?a.link_checked.replace("{date}",ie(o,i)):a.link_unchecked,c=new URL(t).host.replace(/^www\./,"");return[$(t,c,a),` (${n})`]}function Ce({text:t,url:e},o){let a=/^https?:/.test(e)?t.indexOf(e):-1;return a<0?t:[t.slice(0,a),$(e,e,o),t.slice(a+e.length)]}var Ee=/((?:[a-z\d-]+\.)+[a-z]{2,}|\b\d[\d -]*\d\b)/,Le=200;function ce(t,e){let{buttons:o,custom:a={},text:i}=t,{kind:n="answer",intent:c,cell:l="",blocks:m=[{text:i}],notes:w=[],help:u}=a,{words:s}=e,d=s[`${n}_heading`],b=u&&["emergency","crisis"].includes(n)&&Ae(u,s),v=!b&&(d||l.startsWith("after_alarm/")),h=oe(a,e),g=()=>e.copy(i);return r("article",{class:`message ${n}`,part:`message ${n}`,"aria-label":`${s.heard}: ${m[0].text}`},d?r("h3",{class:"alarm"},x(n),d):r("h3",{class:"hidden"},s.heard),b,Me(m).map(f=>$e(f,{...e,helps:v,sources:h})),w.map(f=>de("note","note",f)),a.links&&re(a.links,e),h.node&&[h.node,y(g,{class:"copy"},s.copy)],o&&Oe(o,c==="guide"||n==="check_in",e))}var de=(t,e,o)=>r("p",{class:t},x(e),r("span",null,o));function Ae(t,e){let o=({way:i,word:n})=>({call:e.call,text:n?e.text_word:e.text_any,visit:e.visit})[i],a=i=>{let n=o(i).replace("{number}",i.number).replace("{word}",i.word),c=e.in_place.replace("{place}",i.place),l=r("span",null,i.name&&`${i.name}, `,c),m={class:(i.name||i.way==="visit")&&"named"};return r("li",m,ue(i,{class:"call",part:"call"},r("strong",null,n),l))};return r("ul",{class:"calls"},t.map(a))}function ue({way:t,number:e,word:o},a,...i){let n=e.replace(/\D/g,""),c={call:`tel:${n}`,text:`sms:${n}?&body=${o}`,visit:`https://${e}`},l=t==="visit"&&{target:"_blank",rel:"noopener noreferrer"};return r("a",{href:c[t],...l,...a},...i)}function Me(t){let e=[];for(let o of t){if(o.kind==="page")continue;let a=e.at(-1);["item","tree","site","quote"].includes(o.kind)&&a?.[0].kind===o.kind?a.push(o):e.push([o])}return e}function $e(t,e){let[{kind:o,text:a}]=t;return o==="tree"?le(t,"drawTree",e):o==="site"?le(t,"drawBody",e):o==="item"?r("ul",{class:"items"},t.map(i=>r("li",null,i.text))):o==="heading"?r("h4",null,a):o==="guardrail"?de("note ask",o,a):o!=="quote"?r("p",{dir:"auto"},e.helps?Ne(a,e):a):Ie(t,e)}function Ie(t,e){let{words:o}=e,a=t.findIndex(({text:l})=>!l.endsWith(":"))+1||t.length,i=t.slice(a);if(i.reduce((l,{text:m})=>l+m.length,0)<Le)return q(t,e);let n=r("summary",null,o.more.replace("{count}",i.length)),c=r("details",{class:"more",part:"more"},n,q(i,e));return[q(t.slice(0,a),e),c]}function q(t,{words:e,sources:o}){return t.map(({text:a,citations:i=[],statement:n,aside:c},l)=>{let m=o.pageOf(n),u=m&&m!==o.pageOf(t[l+1]?.statement)&&r("cite",null,e.quoted_from.replace("{title}",m.title)),s=r("p",{dir:"auto"},`“${a}”`,i.map(d=>[" ",o.mark(d)]),c&&r("span",{class:"mark"},` [${c}]`));return r("blockquote",{part:"quote"},s,u)})}function le(t,e,o){let a=({text:n,payload:c})=>r("li",null,y(()=>o.ask(n,c),{"data-payload":c},n)),i=r("ul",{class:"choices"},t.map(a));return L().then(n=>{i.replaceWith(n[e](t,o)),o.refresh()},()=>{}),i}function Ne(t,{words:e}){let o=a=>{if(a.includes("."))return $(`https://${a}`,a,e);let i=t.match(`\\btext (\\w+) to ${a}\\b|(?<!\\d )${a} \\([^)]*, text\\)`);return ue({way:i?"text":"call",number:a,word:i?.[1]??""},null,a)};return t.split(Ee).map((a,i)=>i%2?o(a):a)}function Oe(t,e,{words:o,ask:a}){let i=t.map(({title:n,payload:c})=>r("li",null,y(()=>a(n,c),{part:"choice","data-payload":c},n)));return r("ul",{class:e?"choices large":"choices","aria-label":o.choices},i)}var Re="a, button, summary, [role=button]",he={ArrowDown:1,ArrowUp:-1,Home:-1/0,End:1/0};function pe(t){let{words:e}=t,o={...t,refresh:m},a=new Map,i,n=r("div",{class:"log",part:"transcript",role:"log","aria-label":e.transcript,"aria-describedby":"hint","aria-live":"off",keydown:c,focusin:({target:h})=>l(h.closest("article")??i)});function c(h){let g=[...n.children],f=g.indexOf(h.target);f<0||!he[h.key]||(h.preventDefault(),g[Math.max(0,Math.min(f+he[h.key],g.length-1))].focus())}function l(h){i=h;for(let g of n.children)for(let f of[g,...g.querySelectorAll(Re)])f.tabIndex=g===h?0:-1}function m(){l(i),u()}function w(h){let f=[...n.querySelectorAll("[data-payload]")].findLast(_=>_.dataset.payload===h);!f||f.ariaPressed||(f.ariaPressed="true",f.matches("button")&&f.prepend(x("check")))}function u(){if(!i)return;let h=i.previousElementSibling,g=!i.matches(".person, .emergency, .crisis")&&h?.matches(".person")?h:i,f=n.scrollHeight>n.clientHeight?n:n.parentNode;f.scrollTop+=g.getBoundingClientRect().top-f.getBoundingClientRect().top-8}function s({text:h}){return r("article",{class:"message person",part:"message person","aria-label":`${e.you}: ${h}`},r("h3",{class:"hidden"},e.you),r("p",{dir:"auto"},h))}function d(h){let g=a.get(h);if(!g)return;let f=g.querySelector(".failed"),_={failed:e.message_failed,waiting:e.message_waiting}[h.status];if(_&&f?.textContent.startsWith(_)||(f?.contains(n.getRootNode().activeElement)&&g.focus(),f?.remove(),!_))return;let C=y(()=>{g.focus(),o.resend(h)},null,x("restart"),e.resend),I=x(h.status==="failed"?"emergency":"note");g.append(r("div",{class:`failed ${h.status}`},I,_,C)),l(i)}function b(h,g=!0){if(h.text==="")return;let f=h.replies?.map(T=>ce(T,o))??[s(h)],_=T=>f.find(C=>C.matches(T));g&&(n.ariaLive=_(".crisis, .emergency")?"assertive":"polite"),w(h.payload),n.append(...f),a.set(h,f[0]),d(h),l(_(".check_in")??f[0]),u()}function v(){i=null,n.ariaLive="off",n.replaceChildren()}return{node:n,add:b,change:d,clear:v,reveal:u}}var H=4e3;function me(t,e,o,a,i){let{words:n,heading:c}=t,{say:l,send:m}=e,w={...t,ask:l,resend:m,copy:v},u=i?.notices??ae(n),s=pe(w),d=i?.suggestions??r("ul",{class:"suggestions",part:"suggestions","aria-label":n.suggestions}),b=i?.field??r("textarea",{id:"message",part:"input",rows:1,maxlength:H,enterkeyhint:"send",dir:"auto",keydown:_,input:h});async function v(p){try{await navigator.clipboard.writeText(p),u.say(n.copied)}catch{u.say(n.copy_failed)}}function h(){g(),b.value.length===H&&u.say(n.input_limit.replace("{count}",H))}async function g(){try{let[{matchTopics:p},k]=await Promise.all([L(),t.topics()]),S=E=>{f(),l(E.title,E.payload)},R=E=>r("li",null,y(()=>S(E),{part:"suggestion"},E.title));d.replaceChildren(...p(k,b.value).map(R))}catch{}}function f(){b.value="",d.replaceChildren()}function _(p){p.key==="Enter"&&!p.shiftKey&&!p.isComposing&&T(p)}function T(p){p.preventDefault();let k=b.value.trim();k&&(f(),matchMedia("(pointer: coarse)").matches&&b.blur(),l(k))}function C({currentTarget:p}){let k=[...p.childNodes];k.length>1&&e.entries.some(({text:S})=>S)?(p.replaceChildren(n.restart_ask),u.say(n.restart_ask),setTimeout(()=>p.replaceChildren(...k),M)):e.restart()}async function I(){try{let{printSummary:p}=await L();p(e.entries,w,B)}catch{u.say(n.part_failed)}}let N=(p,k,S)=>y(S,{class:"tool",part:`tool ${p}`,title:k},x(p),r("span",null,k)),O=(p,k,...S)=>y(()=>l(p,k),{part:"way"},...S,p),B=r("div",{class:"body"},r("div",{class:"head",part:"header"},r("h2",{id:"heading"},c),N("restart",n.restart,C),N("print",n.summary,I),o&&N("close",n.close,o)),u.banner,s.node,r("p",{id:"hint",class:"hint"},n.transcript_hint),u.activity,r("div",{class:"foot",part:"footer"},r("div",{class:"ways"},O(n.professional,n.professional_payload,x("guardrail")),O(n.topics,"/topics"),O(n.types,"/show_types")),d,r("form",{submit:T},r("label",{for:"message"},n.message_label),b,r("button",{class:"send",part:"send"},n.send))));function fe(p){if(s.change(p),p.status==="waiting")return ge(p);if(p.status==="sent"&&u.online(),p.status!=="failed")return;let k=()=>{u.banner.focus(),m(p)};u.trouble(n.trouble,p.text?[]:[y(k,null,n.resend)]),s.reveal(),a("error",{code:p.code})}let G=new WeakSet;function ge(p){u.trouble(p.code==="offline"?n.offline:n.down),!G.has(p)&&(G.add(p),s.reveal(),a("error",{code:p.code}))}function be(p){s.add(p),p.text!==""&&a("message",{from:p.replies?"guide":"person"})}function we(p){let k=()=>u.trouble(n.offline),S=()=>e.entries.some(({status:R})=>R==="waiting")||u.online();addEventListener("offline",k,{signal:p}),addEventListener("online",S,{signal:p}),navigator.onLine||k()}return e.entries.forEach(p=>s.add(p,!1)),e.listener={add:be,change:fe,clear:s.clear,busy:u.busy},{node:B,field:b,suggestions:d,notices:u,reveal:s.reveal,watch:we}}var We=6e4,ze="$loading",j=class extends HTMLElement{static observedAttributes=["endpoint","inline","lang","open","remember","title"];#e=this.attachShadow({mode:"open"});#n;#a;#t;#r;#o;#s;connectedCallback(){this.#d()}disconnectedCallback(){this.#n.abort(),queueMicrotask(()=>this.isConnected||this.#t?.stop())}attributeChangedCallback(e,o,a){if(!(!this.#n||this.#n.signal.aborted||o===a)){if(e==="open")return this.#m();(e==="endpoint"||e==="remember")&&(this.#a=null,this.#t?.stop()),this.#n.abort(),this.#d()}}get open(){return this.hasAttribute("open")}set open(e){this.toggleAttribute("open",e||e==="")}show(){this.open=!0,this.#o?.focus()}hide(){this.open=!1}async ask(e){this.show(),await this.send(e)}async send(e){await this.#t?.say(`${e}`)}async restart(){await this.#t?.restart()}async#d(){this.#n=new AbortController;let{signal:e}=this.#n,o=!this.#a;o&&await this.#h(e),!(e.aborted||!this.#a)&&(this.#p(e),o&&(this.#i("ready"),this.#u()))}async#h(e){if(this.#s=null,!Y())return this.#l("unsupported");this.#e.adoptedStyleSheets=[A];let o=r("slot",{name:"loading"},r("p",null,ze));this.#e.replaceChildren(this.hasAttribute("inline")?r("div",{class:"root",part:"root"},o):"");let a=this.getAttribute("endpoint")?.replace(/\/?$/,"/"),i=new URL(a??".",a?document.baseURI:import.meta.url).href,n=K(i,()=>this.getAttribute("region"));this.#r=ne(async()=>(await n.topics()).topics);let c=this.getAttribute("remember")==="transcript";for(this.#t=V(n,`net-guide ${i}#${this.id}`,c);!this.#a&&!e.aborted;)try{this.#a=await n.guide(e,({code:l})=>this.#l(l))}catch({code:l}){e.aborted||this.#l(l),await z(We,e)}}#l(e){this.#e.querySelector("slot:not([name])")||(this.#e.adoptedStyleSheets=[],this.#e.replaceChildren(r("slot")),this.#i("error",{code:e}))}#p(e){let{activeElement:o}=this.#e,{texts:a,language:i,direction:n}=this.#a,c=this.getAttribute("title")||a.title,l=this.hasAttribute("inline"),m=l?null:()=>this.hide(),w=ee(this.lang,i),u={words:a,language:i,direction:n,locale:w,heading:c,topics:this.#r},s=(...h)=>this.#i(...h),d=me(u,this.#t,m,s,this.#s);this.#s=d,this.#o=l?null:X(d,a.open,()=>this.show(),m);let b=this.#o?.nodes??[r("div",{class:"panel",part:"panel"},d.node)],v={class:"root",part:"root",role:"region","aria-label":c,lang:i,dir:n};this.#e.adoptedStyleSheets=[A],this.#e.replaceChildren(r("div",v,...b)),this.#e.firstChild.title="",d.watch(e),addEventListener("hashchange",()=>this.#u(),{signal:e}),matchMedia(P).addEventListener("change",()=>this.#c(),{signal:e}),this.#c(),o?.focus()}async#u(){let e=te(location.hash),a=(e?await this.#r().catch(()=>[]):[]).find(({payload:i})=>i===e);a&&(this.open=!0,await this.#t.say(a.title,a.payload))}#c(){let e=this.hasAttribute("open");return this.#o?.show(e),(!this.#o||e)&&this.#t.begin(),e}#m(){this.#o&&this.#i(this.#c()?"open":"close")}#i(e,o){this.dispatchEvent(new CustomEvent(e,{detail:o,composed:!0}))}};customElements.get("net-guide-chat")??customElements.define("net-guide-chat",j);
