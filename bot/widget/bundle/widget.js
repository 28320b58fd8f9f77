function J(t,e,o){let a=U(()=>JSON.parse(sessionStorage.getItem(e))),i=a?.state??null,n=new AbortController,c=Promise.resolve();function l(){let h=o?s.entries.slice(-60):[];U(()=>sessionStorage.setItem(e,JSON.stringify({state:i,entries:h})))}function p(h,b,w){Object.assign(h,{status:b,code:w}),s.listener?.change(h),s.listener?.busy(s.entries.some(F)),l()}function g(h){s.entries.push(h),s.listener?.add(h),l()}async function d(h,b){let w=({code:m})=>p(h,"waiting",m),k;try{k=await t.send(h,i,b,w)}catch({code:m}){b.aborted||p(h,"failed",m);return}p(h,"sent"),i=k.at(-1)?.custom?.state??i,g({replies:k})}let s={entries:o&&a?.entries||[],listener:null,begin(){let h=s.entries.at(-1);h?h.text===""&&h.status==="failed"&&s.send(h):s.say("","/session_start")},say(h,b=h){let k={id:crypto.getRandomValues(new Uint32Array(4)).join("-"),text:h,payload:b};return g(k),s.send(k)},send(h){if(h.status==="waiting")return Se();let{signal:b}=n;p(h,"pending");let w=()=>d(h,b);return c=c.then(w,w),c},restart(){return s.entries=[],s.stop(),i=null,s.listener.clear(),s.say("","/restart")},stop(){n.abort(),n=new AbortController;for(let h of s.entries)F(h)&&p(h,"failed")}};return s.stop(),s}var F=({status:t})=>t==="pending"||t==="waiting";function U(t){try{return t()}catch{}}function Q(t,e){async function o(a,i,n,c){for(let l=1;;l++)try{return await z(t+a,i,n)}catch(p){if(n.throwIfAborted(),!p.passing)throw p;c(p),await q(Te(l,p),n)}}return{topics:()=>z(`${t}widget/topics`,{},new AbortController().signal),guide:(a,i)=>o("widget/texts",{},a,i),rate:(a,i)=>z(`${t}feedback`,K({cell:a,thumb:i}),new AbortController().signal),send({id:a,payload:i},n,c,l){let p={message:i,metadata:{state:n,message_id:a,region:e()}};return o("webhooks/rest/webhook",K(p),c,l)}}}var K=t=>({method:"POST",headers:{"Content-Type":"application/json"},body:JSON.stringify(t)}),P=new Set;function Se(){for(let t of P)t()}function q(t,e){return new Promise(o=>{let a=()=>{P.delete(a),removeEventListener("online",a),o()};P.add(a),setTimeout(a,t),addEventListener("online",a),e.onabort=a})}async function z(t,e,o){let a=new AbortController,i=()=>a.abort(),n=setTimeout(i,15e3);o.addEventListener("abort",i);let c;try{if(c=await fetch(t,{...e,cache:"no-store",signal:a.signal}),c.ok)return c.status===204?null:await c.json()}catch{let d=a.signal.aborted?"timeout":"network";throw{code:navigator.onLine?d:"offline",passing:!0}}finally{clearTimeout(n),o.removeEventListener("abort",i)}let{status:l,headers:p}=c,{error:g}=await c.json().catch(()=>({}));throw{code:g?.code??`http_${l}`,passing:l>=500||l===408||l===429,retryAfter:p.get("Retry-After")}}function Te(t,{code:e,retryAfter:o}){if(e==="offline")return 6e4;let a=Math.min(1e3*2**(t-1),2e4)*(.8+.4*Math.random());return Math.min(Math.max(a,o*1e3||0),6e4)}var Ce={chat:"M4 5h16v12H10l-4 4v-4H4z",check:"m5 12 5 5 9-11",check_in:"M12 3a9 9 0 1 0 .1 0M9 10c0-4 6-4 6 0 0 2-3 2-3 4M12 16v1",close:"m6 6 12 12M18 6 6 18",crisis:"M12 20C-3 11 6-1 12 7c6-8 15 4 0 13z",emergency:"M12 3 2 20h20zM12 9v6M12 17v1",guardrail:"M12 4a4 4 0 1 0 .1 0M4 21c0-9 16-9 16 0",note:"M12 3a9 9 0 1 0 .1 0M12 7v5l3 2",print:"M7 9V4h10v5M7 16H4V9h16v7h-3M7 13h10v7H7z",sound:"M4 9v6h4l5 4V5L8 9zM16 9c2 2 2 4 0 6M19 6c4 4 4 8 0 12",restart:"M5 4v5h5M5 9a8 8 0 1 1-1 5"},r=(t,...e)=>Y(document.createElement(t),...e),Z=(t,...e)=>Y(document.createElementNS("http://www.w3.org/2000/svg",t),...e),y=(t,e,...o)=>r("button",{type:"button",dir:"auto",click:t,...e},...o),Ee=t=>Z("svg",{class:"icon",viewBox:"0 0 24 24","aria-hidden":!0},Z("path",{d:t})),x=t=>Ee(Ce[t]);function Y(t,e,...o){for(let[a,i]of Object.entries(e??{}))typeof i=="function"?t.addEventListener(a,i):i&&t.setAttribute(a,i);return t.append(...o.flat(9).filter(Boolean)),t}var Le="./widget/later.js",X,E=()=>X??=import(Le).catch(t=>{throw X=null,t});var H="(max-width: 30em)";function ee(t,e,o,a){let n=r("dialog",{class:"panel",part:"panel",popover:"manual",tabindex:-1,"aria-labelledby":"heading",keydown:l=>l.key==="Escape"&&a(),cancel:a},t.node),c=y(o,{class:"launcher",part:"launcher",popover:"manual"},x("chat"),r("span",null,e));return{nodes:[c,n],show(l){let{activeElement:p}=n.getRootNode(),g=n.contains(p),d=l&&matchMedia(H).matches;n.close(),n.inert=!0,n.togglePopover(l&&!d),d&&n.showModal(),n.inert=!1,c.togglePopover(!l),l&&t.reveal(),g&&(l?p:c).focus()},focus:()=>(matchMedia("(pointer: coarse)").matches?n:t.field).focus()}}function te(){return!!HTMLElement.prototype.togglePopover&&CSS.supports("color","light-dark(red, red)")}function ne(t,e){try{if(new Intl.Locale(t).language===new Intl.Locale(e).language)return t}catch{}return e}function ae(t){let[,e,o]=t.match(/^#net-guide=([a-z_]+)\/([\w-]+)$/)??[];return e?e==="guide"?`/guide{"id": "${o}", "answers": []}`:`/${e}{"subject": "${o}"}`:null}function oe(t){let e;return()=>e??=t().catch(o=>{throw e=null,o})}var Ae=`
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
  .log, .foot, .banner, .activity, .reading, .hint { padding-inline: max(1em, 50% - 22em) !important; }
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
`,M=new CSSStyleSheet;M.replaceSync(Ae);var Me=400,$=4e3;function ie(t){let e=r("div",{class:"banner",part:"banner",role:"status",tabindex:-1}),o=r("div",{class:"activity",role:"status"}),a=r("span",{class:"dots","aria-hidden":!0}," ● ● ●"),i=!1,n=!1,c,l;function p(d){clearTimeout(c),c=setTimeout(()=>{o.replaceChildren(...i&&!n?[t.waiting,a]:[])},d)}function g(d,s,h=[]){n=d==="emergency",clearTimeout(l),p(0),e.querySelector("button")?.remove(),e.textContent!==s&&e.replaceChildren(x(d),r("span",null,s)),e.append(...h)}return{banner:e,activity:o,say(d){o.replaceChildren(d),p($)},busy(d){d!==i&&p(d?Me:0),i=d},trouble:(d,s)=>g("emergency",d,s),online(){n&&(g("check",t.online),l=setTimeout(()=>e.replaceChildren(),$))}}}function re({words:t,language:e},o,a){let i=window.speechSynthesis,n=y(()=>g?w():b(),{class:"tool",part:"tool read",title:t.read,hidden:!0},x("sound"),r("span",null,t.read)),c=()=>{w(),n.focus()},l=r("div",{class:"reading",part:"reading"}),p=[x("sound"),r("span",null,t.read_on),y(c,null,x("close"),t.read_stop)],g=!1,d=()=>i?.getVoices().find(({localService:f,lang:S})=>f&&S.startsWith(e));function s(){n.hidden=!g&&!d(),n.ariaPressed=g,l.replaceChildren(...g?p:[])}async function h(f){try{let{speak:S}=await E(),T=d();g&&T&&S(f,T,t)}catch{w(),a()}}function b(){g=!0,s(),h(o())}function w(){g=!1,k(),s()}function k(){i?.speaking&&i.cancel()}function m(f){i?.addEventListener("voiceschanged",s,{signal:f}),addEventListener("pagehide",w,{signal:f}),f.addEventListener("abort",w),s()}function v({replies:f}){g&&(k(),f&&h(f))}return{tool:n,bar:l,watch:m,hear:v,stop:w}}function I(t,e,o){let a=r("span",{class:"hidden"},` (${o.new_tab})`);return r("a",{href:t,target:"_blank",rel:"noopener noreferrer"},e,a)}function se({intent:t,citations:e=[],pages:o=[],sources_heading:a},{words:i,locale:n}){let[c]=o.map(s=>s.last_updated).sort(),l=le(c,n),p=new Map(e.map(s=>[s.number,$e(s,i)])),g=(p.size||o.length)&&r("details",{class:"sources",part:"sources",open:t==="show_sources"},r("summary",null,a,c&&` · ${i.source_date.replace("{date}",l)}`),[...p.values()].map(s=>s.node),o.map(s=>r("p",{dir:"auto"},s.line,s.url&&[" ",de(s,i,n)])));function d(s){let h=p.get(s);return h?y(({currentTarget:w})=>{g.open=!0,h.visit(w)},{class:"mark","aria-label":i.source.replace("{number}",s)},`[${s}]`):r("span",{class:"mark"},`[${s}]`)}return{node:g,mark:d,pageOf:(s="")=>o.find(({document:h})=>s.startsWith(`${h}.`))}}function $e(t,e){let o,a=y(()=>o.focus(),{class:"back",hidden:!0},e.source_back),i=r("p",{tabindex:-1,dir:"auto"},`[${t.number}] `,Ie(t,e)," ",a);return{node:i,visit:c=>{o=c,a.hidden=!1,i.focus()}}}var le=(t,e)=>t&&new Date(t).toLocaleDateString(e,{dateStyle:"long",timeZone:"UTC"});function ce(t,{words:e,locale:o}){let a=t.map(n=>r("li",{dir:"auto"},n.name,": ",de(n,e,o))),i=t.some(n=>!n.reference)&&r("p",null,e.links_ours);return r("section",{class:"links",part:"links"},r("h4",null,e.links),r("ul",null,a),i)}function de({url:t,reference:e,checked:o},a,i){let n=e?a.link_reference:o?a.link_checked.replace("{date}",le(o,i)):a.link_unchecked,c=new URL(t).host.replace(/^www\./,"");return[I(t,c,a),` (${n})`]}function Ie({text:t,url:e},o){let a=/^https?:/.test(e)?t.indexOf(e):-1;return a<0?t:[t.slice(0,a),I(e,e,o),t.slice(a+e.length)]}var Ne=/((?:[a-z\d-]+\.)+[a-z]{2,}|\b\d[\d -]*\d\b)/,Oe=200,Re=["answer","refusal"];function he(t,e){let{buttons:o,custom:a={},text:i}=t,{kind:n="answer",intent:c,cell:l="",blocks:p=[{text:i}],notes:g=[],help:d}=a,{words:s}=e,h=s[`${n}_heading`],b=d&&["emergency","crisis"].includes(n)&&ze(d,s),w=!b&&(h||l.startsWith("after_alarm/")),k=se(a,e),m=()=>e.copy(i);return r("article",{class:`message ${n}`,part:`message ${n}`,"aria-label":`${s.heard}: ${p[0].text}`},h?r("h3",{class:"alarm"},x(n),h):r("h3",{class:"hidden"},s.heard),b,Pe(p).map(v=>qe(v,{...e,helps:w,sources:k})),g.map(v=>pe("note","note",v)),a.links&&ce(a.links,e),k.node&&[k.node,y(m,{class:"copy"},s.copy)],e.rate&&Re.includes(n)&&l&&We(l,e),o&&Be(o,c==="guide"||n==="check_in",e))}function We(t,e){let o=r("div");return E().then(a=>{o.replaceWith(a.drawThumbs(t,e)),e.settle()},()=>{}),o}var pe=(t,e,o)=>r("p",{class:t},x(e),r("span",{dir:"auto"},o));function ze(t,e){let o=({way:i,word:n})=>({call:e.call,text:n?e.text_word:e.text_any,visit:e.visit})[i],a=i=>{let n=o(i).replace("{number}",i.number).replace("{word}",i.word),c=e.in_place.replace("{place}",i.place),l=r("span",null,i.name&&`${i.name}, `,c),p={class:(i.name||i.way==="visit")&&"named"};return r("li",p,me(i,{class:"call",part:"call"},r("strong",null,n),l))};return r("ul",{class:"calls"},t.map(a))}function me({way:t,number:e,word:o},a,...i){let n=e.replace(/\D/g,""),c={call:`tel:${n}`,text:`sms:${n}?&body=${o}`,visit:`https://${e}`},l=t==="visit"&&{target:"_blank",rel:"noopener noreferrer"};return r("a",{href:c[t],...l,...a},...i)}function Pe(t){let e=[];for(let o of t){if(o.kind==="page")continue;let a=e.at(-1);["item","tree","site","quote"].includes(o.kind)&&a?.[0].kind===o.kind?a.push(o):e.push([o])}return e}function qe(t,e){let[{kind:o,text:a}]=t;return o==="tree"?ue(t,"drawTree",e):o==="site"?ue(t,"drawBody",e):o==="item"?r("ul",{class:"items"},t.map(i=>r("li",{dir:"auto"},i.text))):o==="heading"?r("h4",{dir:"auto"},a):o==="guardrail"?pe("note ask",o,a):o!=="quote"?r("p",{dir:"auto"},e.helps?je(a,e):a):He(t,e)}function He(t,e){let{words:o}=e,a=t.findIndex(({text:l})=>!l.endsWith(":"))+1||t.length,i=t.slice(a);if(i.reduce((l,{text:p})=>l+p.length,0)<Oe)return j(t,e);let n=r("summary",null,o.more.replace("{count}",i.length)),c=r("details",{class:"more",part:"more"},n,j(i,e));return[j(t.slice(0,a),e),c]}function j(t,{words:e,sources:o}){return t.map(({text:a,citations:i=[],statement:n,aside:c},l)=>{let p=o.pageOf(n),d=p&&p!==o.pageOf(t[l+1]?.statement)&&r("cite",{dir:"auto"},e.quoted_from.replace("{title}",p.title)),s=r("p",{dir:"auto"},`“${a}”`,i.map(h=>[" ",o.mark(h)]),c&&r("span",{class:"mark"},` [${c}]`));return r("blockquote",{part:"quote"},s,d)})}function ue(t,e,o){let a=({text:n,payload:c})=>r("li",null,y(()=>o.ask(n,c),{"data-payload":c},n)),i=r("ul",{class:"choices"},t.map(a));return E().then(n=>{i.replaceWith(n[e](t,o)),o.refresh()},()=>{}),i}function je(t,{words:e}){let o=a=>{if(a.includes("."))return I(`https://${a}`,a,e);let i=t.match(`\\btext (\\w+) to ${a}\\b|(?<!\\d )${a} \\([^)]*, text\\)`);return me({way:i?"text":"call",number:a,word:i?.[1]??""},null,a)};return t.split(Ne).map((a,i)=>i%2?o(a):a)}function Be(t,e,{words:o,ask:a}){let i=t.map(({title:n,payload:c})=>r("li",null,y(()=>a(n,c),{part:"choice","data-payload":c},n)));return r("ul",{class:e?"choices large":"choices","aria-label":o.choices},i)}var Ge="a, button, summary, [role=button]",fe={ArrowDown:1,ArrowUp:-1,Home:-1/0,End:1/0};function ge(t){let{words:e}=t,o={...t,refresh:g,settle:p},a=new Map,i,n=r("div",{class:"log",part:"transcript",role:"log","aria-label":e.transcript,"aria-describedby":"hint","aria-live":"off",keydown:c,focusin:({target:m})=>l(m.closest("article")??i)});function c(m){let v=[...n.children],f=v.indexOf(m.target);f<0||!fe[m.key]||(m.preventDefault(),v[Math.max(0,Math.min(f+fe[m.key],v.length-1))].focus())}function l(m){i=m;for(let v of n.children)for(let f of[v,...v.querySelectorAll(Ge)])f.tabIndex=v===m?0:-1}function p(){l(i)}function g(){p(),s()}function d(m){let f=[...n.querySelectorAll("[data-payload]")].findLast(S=>S.dataset.payload===m);!f||f.ariaPressed||(f.ariaPressed="true",f.matches("button")&&f.prepend(x("check")))}function s(){if(!i)return;let m=i.previousElementSibling,v=!i.matches(".person, .emergency, .crisis")&&m?.matches(".person")?m:i,f=n.scrollHeight>n.clientHeight?n:n.parentNode;f.scrollTop+=v.getBoundingClientRect().top-f.getBoundingClientRect().top-8}function h({text:m}){return r("article",{class:"message person",part:"message person","aria-label":`${e.you}: ${m}`},r("h3",{class:"hidden"},e.you),r("p",{dir:"auto"},m))}function b(m){let v=a.get(m);if(!v)return;let f=v.querySelector(".failed"),S={failed:e.message_failed,waiting:e.message_waiting}[m.status];if(S&&f?.textContent.startsWith(S)||(f?.contains(n.getRootNode().activeElement)&&v.focus(),f?.remove(),!S))return;let L=y(()=>{v.focus(),o.resend(m)},null,x("restart"),e.resend),N=x(m.status==="failed"?"emergency":"note");v.append(r("div",{class:`failed ${m.status}`},N,S,L)),l(i)}function w(m,v=!0){if(m.text==="")return;let f=m.replies?.map(T=>he(T,o))??[h(m)],S=T=>f.find(L=>L.matches(T));v&&(n.ariaLive=S(".crisis, .emergency")?"assertive":"polite"),d(m.payload),n.append(...f),a.set(m,f[0]),b(m),l(S(".check_in")??f[0]),s()}function k(){i=null,n.ariaLive="off",n.replaceChildren()}return{node:n,add:w,change:b,clear:k,reveal:s}}var B=4e3;function be(t,e,o,a,i){let{words:n,heading:c}=t,{say:l,send:p}=e,g={...t,ask:l,resend:p,copy:m},d=i?.notices??ie(n),s=ge(g),b=re(t,()=>e.entries.findLast(({replies:u})=>u)?.replies??[],()=>d.say(n.part_failed)),w=i?.suggestions??r("ul",{class:"suggestions",part:"suggestions","aria-label":n.suggestions}),k=i?.field??r("textarea",{id:"message",part:"input",rows:1,maxlength:B,enterkeyhint:"send",dir:"auto",keydown:T,input:v});async function m(u){try{await navigator.clipboard.writeText(u),d.say(n.copied)}catch{d.say(n.copy_failed)}}function v(){f(),k.value.length===B&&d.say(n.input_limit.replace("{count}",B))}async function f(){try{let[{matchTopics:u},_]=await Promise.all([E(),t.topics()]),C=A=>{S(),l(A.title,A.payload)},W=A=>r("li",null,y(()=>C(A),{part:"suggestion"},A.title));w.replaceChildren(...u(_,k.value).map(W))}catch{}}function S(){k.value="",w.replaceChildren()}function T(u){u.key==="Enter"&&!u.shiftKey&&!u.isComposing&&L(u)}function L(u){u.preventDefault();let _=k.value.trim();_&&(S(),matchMedia("(pointer: coarse)").matches&&k.blur(),l(_))}function N({currentTarget:u}){let _=[...u.childNodes];_.length>1&&e.entries.some(({text:C})=>C)?(u.replaceChildren(n.restart_ask),d.say(n.restart_ask),setTimeout(()=>u.replaceChildren(..._),$)):e.restart()}async function we(){try{let{printSummary:u}=await E();u(e.entries,g,D)}catch{d.say(n.part_failed)}}let O=(u,_,C)=>y(C,{class:"tool",part:`tool ${u}`,title:_},x(u),r("span",null,_)),R=(u,_,...C)=>y(()=>l(u,_),{part:"way"},...C,u),D=r("div",{class:"body"},r("div",{class:"head",part:"header"},r("h2",{id:"heading"},c),b.tool,O("restart",n.restart,N),O("print",n.summary,we),o&&O("close",n.close,o)),d.banner,s.node,r("p",{id:"hint",class:"hint"},n.transcript_hint),d.activity,b.bar,r("div",{class:"foot",part:"footer"},r("div",{class:"ways"},R(n.professional,n.professional_payload,x("guardrail")),R(n.topics,"/topics"),R(n.types,"/show_types")),w,r("form",null,r("label",{for:"message"},n.message_label),k,y(L,{class:"send",part:"send"},n.send))));function ve(u){if(s.change(u),u.status==="waiting")return ke(u);if(u.status==="sent"&&d.online(),u.status!=="failed")return;let _=()=>{d.banner.focus(),p(u)};d.trouble(n.trouble,u.text?[]:[y(_,null,n.resend)]),s.reveal(),a("error",{code:u.code})}let V=new WeakSet;function ke(u){d.trouble(u.code==="offline"?n.offline:n.down),!V.has(u)&&(V.add(u),s.reveal(),a("error",{code:u.code}))}function ye(u){s.add(u),b.hear(u),u.text!==""&&a("message",{from:u.replies?"guide":"person"})}function xe(u){b.watch(u);let _=()=>d.trouble(n.offline),C=()=>e.entries.some(({status:W})=>W==="waiting")||d.online();addEventListener("offline",_,{signal:u}),addEventListener("online",C,{signal:u}),navigator.onLine||_()}e.entries.forEach(u=>s.add(u,!1));let _e=()=>{b.stop(),s.clear()};return e.listener={add:ye,change:ve,clear:_e,busy:d.busy},{node:D,field:k,suggestions:w,notices:d,reading:b,reveal:s.reveal,watch:xe}}var De=6e4,Ve="$loading",G=class extends HTMLElement{static observedAttributes=["endpoint","inline","lang","open","remember","title"];#e=this.attachShadow({mode:"open"});#a;#n;#t;#s;#d;#o;#i;connectedCallback(){this.#u()}disconnectedCallback(){this.#a.abort(),queueMicrotask(()=>this.isConnected||this.#t?.stop())}attributeChangedCallback(e,o,a){if(!(!this.#a||this.#a.signal.aborted||o===a)){if(e==="open")return this.#f();(e==="endpoint"||e==="remember")&&(this.#n=null,this.#t?.stop()),this.#a.abort(),this.#u()}}get open(){return this.hasAttribute("open")}set open(e){this.toggleAttribute("open",e||e==="")}show(){this.open=!0,this.#o?.focus()}hide(){this.open=!1}async ask(e){this.show(),await this.send(e)}async send(e){await this.#t?.say(`${e}`)}async restart(){await this.#t?.restart()}async#u(){this.#a=new AbortController;let{signal:e}=this.#a,o=!this.#n;o&&await this.#p(e),!(e.aborted||!this.#n)&&(this.#m(e),o&&(this.#r("ready"),this.#h()))}async#p(e){if(this.#i=null,!te())return this.#l("unsupported");this.#e.adoptedStyleSheets=[M];let o=r("slot",{name:"loading"},r("p",null,Ve));this.#e.replaceChildren(this.hasAttribute("inline")?r("div",{class:"root",part:"root"},o):"");let a=this.getAttribute("endpoint")?.replace(/\/?$/,"/"),i=new URL(a??".",a?document.baseURI:import.meta.url).href,n=Q(i,()=>this.getAttribute("region"));this.#s=oe(async()=>(await n.topics()).topics),this.#d=n.rate;let c=this.getAttribute("remember")==="transcript";for(this.#t=J(n,`net-guide ${i}#${this.id}`,c);!this.#n&&!e.aborted;)try{this.#n=await n.guide(e,({code:l})=>this.#l(l))}catch({code:l}){e.aborted||this.#l(l),await q(De,e)}}#l(e){this.#e.querySelector("slot:not([name])")||(this.#e.adoptedStyleSheets=[],this.#e.replaceChildren(r("slot")),this.#r("error",{code:e}))}#m(e){let{activeElement:o}=this.#e,{texts:a,language:i,direction:n}=this.#n,c=this.getAttribute("title")||a.title,l=this.hasAttribute("inline"),p=l?null:()=>this.hide(),g=ne(this.lang,i),d=this.#n.feedback&&this.#d,s={words:a,language:i,direction:n,locale:g,heading:c,rate:d,topics:this.#s},h=(...m)=>this.#r(...m),b=be(s,this.#t,p,h,this.#i);this.#i=b,this.#o=l?null:ee(b,a.open,()=>this.show(),p);let w=this.#o?.nodes??[r("div",{class:"panel",part:"panel"},b.node)],k={class:"root",part:"root",role:"region","aria-label":c,lang:i,dir:n};this.#e.adoptedStyleSheets=[M],this.#e.replaceChildren(r("div",k,...w)),this.#e.firstChild.title="",b.watch(e),addEventListener("hashchange",()=>this.#h(),{signal:e}),matchMedia(H).addEventListener("change",()=>this.#c(),{signal:e}),this.#c(),o?.focus()}async#h(){let e=ae(location.hash),a=(e?await this.#s().catch(()=>[]):[]).find(({payload:i})=>i===e);a&&(this.open=!0,await this.#t.say(a.title,a.payload))}#c(){let e=this.hasAttribute("open");return this.#o?.show(e),!this.#o||e?this.#t.begin():this.#i.reading.stop(),e}#f(){this.#o&&this.#r(this.#c()?"open":"close")}#r(e,o){this.dispatchEvent(new CustomEvent(e,{detail:o,composed:!0}))}};customElements.get("net-guide-chat")??customElements.define("net-guide-chat",G);
