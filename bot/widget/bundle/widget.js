function W(a,e,r){let n=R(()=>JSON.parse(sessionStorage.getItem(e))),o=n?.state??null,t=new AbortController,h=Promise.resolve();function s(){let l=r?u.entries.slice(-60):[];R(()=>sessionStorage.setItem(e,JSON.stringify({state:o,entries:l})))}function f(l,w,c){Object.assign(l,{status:w,code:c}),u.listener?.change(l),u.listener?.busy(u.entries.some(O)),s()}function b(l){u.entries.push(l),u.listener?.add(l),s()}async function p(l,w){let c=({code:g})=>f(l,"waiting",g),m;try{m=await a.send(l,o,w,c)}catch({code:g}){w.aborted||f(l,"failed",g);return}f(l,"sent"),o=m.at(-1)?.custom?.state??o,b({replies:m})}let u={entries:r&&n?.entries||[],listener:null,begin(){let l=u.entries.at(-1);l?l.text===""&&l.status==="failed"&&u.send(l):u.say("","/session_start")},say(l,w=l){let m={id:crypto.getRandomValues(new Uint32Array(4)).join("-"),text:l,payload:w};return b(m),u.send(m)},send(l){if(l.status==="waiting")return te();let{signal:w}=t;f(l,"pending");let c=()=>p(l,w);return h=h.then(c,c),h},restart(){return u.entries=[],u.stop(),o=null,u.listener.clear(),u.say("","/restart")},stop(){t.abort(),t=new AbortController;for(let l of u.entries)O(l)&&f(l,"failed")}};return u.stop(),u}var O=({status:a})=>a==="pending"||a==="waiting";function R(a){try{return a()}catch{}}function P(a,e){async function r(n,o,t,h){for(let s=1;;s++)try{return await ne(a+n,o,t)}catch(f){if(t.throwIfAborted(),!f.passing)throw f;h(f),await $(oe(s,f),t)}}return{guide:(n,o)=>r("widget/texts",{},n,o),send({id:n,payload:o},t,h,s){let f=JSON.stringify({message:o,metadata:{state:t,message_id:n,region:e()}});return r("webhooks/rest/webhook",{method:"POST",headers:{"Content-Type":"application/json"},body:f},h,s)}}}var L=new Set;function te(){for(let a of L)a()}function $(a,e){return new Promise(r=>{let n=()=>{L.delete(n),removeEventListener("online",n),r()};L.add(n),setTimeout(n,a),addEventListener("online",n),e.onabort=n})}async function ne(a,e,r){let n=new AbortController,o=()=>n.abort(),t=setTimeout(o,15e3);r.addEventListener("abort",o);let h;try{if(h=await fetch(a,{...e,cache:"no-store",signal:n.signal}),h.ok)return await h.json()}catch{let p=n.signal.aborted?"timeout":"network";throw{code:navigator.onLine?p:"offline",passing:!0}}finally{clearTimeout(t),r.removeEventListener("abort",o)}let{status:s,headers:f}=h,{error:b}=await h.json().catch(()=>({}));throw{code:b?.code??`http_${s}`,passing:s>=500||s===408||s===429,retryAfter:f.get("Retry-After")}}function oe(a,{code:e,retryAfter:r}){if(e==="offline")return 6e4;let n=Math.min(1e3*2**(a-1),2e4)*(.8+.4*Math.random());return Math.min(Math.max(n,r*1e3||0),6e4)}var ae={chat:"M4 5h16v12H10l-4 4v-4H4z",check:"m5 12 5 5 9-11",check_in:"M12 3a9 9 0 1 0 .1 0M9 10c0-4 6-4 6 0 0 2-3 2-3 4M12 16v1",close:"m6 6 12 12M18 6 6 18",crisis:"M12 20C-3 11 6-1 12 7c6-8 15 4 0 13z",emergency:"M12 3 2 20h20zM12 9v6M12 17v1",guardrail:"M12 4a4 4 0 1 0 .1 0M4 21c0-9 16-9 16 0",note:"M12 3a9 9 0 1 0 .1 0M12 7v5l3 2",print:"M7 9V4h10v5M7 16H4V9h16v7h-3M7 13h10v7H7z",restart:"M5 4v5h5M5 9a8 8 0 1 1-1 5"},i=(a,...e)=>q(document.createElement(a),...e),z=(a,...e)=>q(document.createElementNS("http://www.w3.org/2000/svg",a),...e),x=(a,e,...r)=>i("button",{type:"button",click:a,...e},...r),k=a=>z("svg",{class:"icon",viewBox:"0 0 24 24","aria-hidden":!0},z("path",{d:ae[a]}));function q(a,e,...r){for(let[n,o]of Object.entries(e??{}))typeof o=="function"?a.addEventListener(n,o):o&&a.setAttribute(n,o);return a.append(...r.flat().filter(Boolean)),a}var re="./widget/later.js",H,C=()=>H??=import(re).catch(a=>{throw H=null,a});var ie=`
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
.hidden, .tool span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.icon { width: 1.25em; height: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; }
button {
  display: inline-flex; align-items: center; gap: .4em; min-height: 2.5em; padding: .3em 1em;
  border: 1px solid; border-radius: var(--round); background: none; color: var(--accent);
  font: inherit; text-align: start; overflow-wrap: anywhere; cursor: pointer;
}
:is(button, .branch):hover { text-decoration: underline; }
button[aria-pressed] { border: 1px dashed; color: var(--pale); }
.launcher, dialog { position: fixed; inset: auto 1em 1em auto; max-width: calc(100vw - 2em); box-shadow: 0 .2em 1em #0006; }
:host([position$="left"]) :is(.launcher, dialog) { right: auto; left: 1em; }
:host([position^="top"]) :is(.launcher, dialog) { bottom: auto; top: 1em; }
.launcher { min-height: 3.2em; border-radius: 2em; font-weight: 600; }
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
.mark, .note, .sources, label, .hint, .activity { color: var(--pale); }
.note, .sources, .copy, .ways, label, .hint { font-size: .9em; }
.sources p { padding-block: .25em; }
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
.ways button { min-height: 2.2em; padding: .2em .6em; }
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
@container panel (max-height: 26em) {
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
`,A=new CSSStyleSheet;A.replaceSync(ie);var se=400,M=4e3;function B(a){let e=i("div",{class:"banner",part:"banner",role:"status",tabindex:-1}),r=i("div",{class:"activity",role:"status"}),n=i("span",{class:"dots","aria-hidden":!0}," ● ● ●"),o=!1,t=!1,h,s;function f(p){clearTimeout(h),h=setTimeout(()=>{r.replaceChildren(...o&&!t?[a.waiting,n]:[])},p)}function b(p,u,l=[]){t=p==="emergency",clearTimeout(s),f(0),e.querySelector("button")?.remove(),e.textContent!==u&&e.replaceChildren(k(p),i("span",null,u)),e.append(...l)}return{banner:e,activity:r,say(p){r.replaceChildren(p),f(M)},busy(p){p!==o&&f(p?se:0),o=p},trouble:(p,u)=>b("emergency",p,u),online(){t&&(b("check",a.online),s=setTimeout(()=>e.replaceChildren(),M))}}}var le=/((?:[a-z\d-]+\.)+[a-z]{2,}|\b\d[\d -]*\d\b)/;function G(a,e){let{buttons:r,custom:n={},text:o}=a,{kind:t="answer",intent:h,cell:s="",blocks:f=[{text:o}],notes:b=[],help:p}=n,{words:u}=e,l=u[`${t}_heading`],w=p&&["emergency","crisis"].includes(t)&&ce(p,u),c=!w&&(l||s.startsWith("after_alarm/")),m=fe(n,e),g=()=>e.copy(o);return i("article",{class:`message ${t}`,part:`message ${t}`,"aria-label":`${u.heard}: ${f[0].text}`},l?i("h3",{class:"alarm"},k(t),l):i("h3",{class:"hidden"},u.heard),w,de(f).map(v=>he(v,c,e)),b.map(v=>D("note","note",v)),m&&[m,x(g,{class:"copy"},u.copy)],r&&ge(r,h==="guide"||t==="check_in",e))}var D=(a,e,r)=>i("p",{class:a},k(e),i("span",null,r));function ce(a,e){let r=({way:o,word:t})=>({call:e.call,text:t?e.text_word:e.text_any,visit:e.visit})[o],n=o=>{let t=r(o).replace("{number}",o.number).replace("{word}",o.word),h=e.in_place.replace("{place}",o.place),s=i("span",null,o.name&&`${o.name}, `,h),f={class:(o.name||o.way==="visit")&&"named"};return i("li",f,j(o,{class:"call",part:"call"},i("strong",null,t),s))};return i("ul",{class:"calls"},a.map(n))}function j({way:a,number:e,word:r},n,...o){let t=e.replace(/\D/g,""),h={call:`tel:${t}`,text:`sms:${t}?&body=${r}`,visit:`https://${e}`},s=a==="visit"&&{target:"_blank",rel:"noopener noreferrer"};return i("a",{href:h[a],...s,...n},...o)}function de(a){let e=[];for(let r of a){let n=e.at(-1);["item","tree"].includes(r.kind)&&n?.[0].kind===r.kind?n.push(r):e.push([r])}return e}function he(a,e,r){let[{kind:n,text:o,citations:t=[]}]=a;if(n==="tree")return ue(a,r);if(n==="item")return i("ul",{class:"items"},a.map(s=>i("li",null,s.text)));if(n==="heading")return i("h4",null,o);if(n==="guardrail")return D("note ask",n,o);if(n!=="quote")return i("p",null,e?pe(o,r):o);let h=t.map(s=>i("span",{class:"mark"},` [${s}]`));return i("blockquote",{part:"quote"},`“${o}”`,h)}function ue(a,e){let r=({text:o,payload:t})=>i("li",null,x(()=>e.ask(o,t),{"data-payload":t},o)),n=i("ul",{class:"choices"},a.map(r));return C().then(({drawTree:o})=>{n.replaceWith(o(a,e)),e.refresh()},()=>{}),n}function pe(a,{words:e}){let r=n=>{if(n.includes("."))return F(`https://${n}`,n,e);let o=a.match(`\\btext (\\w+) to ${n}\\b|(?<!\\d )${n} \\([^)]*, text\\)`);return j({way:o?"text":"call",number:n,word:o?.[1]??""},null,n)};return a.split(le).map((n,o)=>o%2?r(n):n)}function F(a,e,r){let n=i("span",{class:"hidden"},` (${r.new_tab})`);return i("a",{href:a,target:"_blank",rel:"noopener noreferrer"},e,n)}function fe({citations:a=[],pages:e=[],sources_heading:r},{words:n,locale:o}){if(!a.length&&!e.length)return null;let[t]=e.map(s=>s.last_updated).sort(),h=new Date(t).toLocaleDateString(o,{dateStyle:"long",timeZone:"UTC"});return i("details",{class:"sources",part:"sources"},i("summary",null,r,t&&` · ${n.source_date.replace("{date}",h)}`),a.map(s=>i("p",null,`[${s.number}] `,me(s,n))),e.map(s=>i("p",null,s.line)))}function me({text:a,url:e},r){let n=/^https?:/.test(e)?a.indexOf(e):-1;return n<0?a:[a.slice(0,n),F(e,e,r),a.slice(n+e.length)]}function ge(a,e,{words:r,ask:n}){let o=a.map(({title:t,payload:h})=>i("li",null,x(()=>n(t,h),{part:"choice","data-payload":h},t)));return i("ul",{class:e?"choices large":"choices","aria-label":r.choices},o)}var be="a, button, summary, [role=button]",U={ArrowDown:1,ArrowUp:-1,Home:-1/0,End:1/0};function V(a){let{words:e}=a,r={...a,refresh:()=>s(o)},n=new Map,o,t=i("div",{class:"log",part:"transcript",role:"log","aria-label":e.transcript,"aria-describedby":"hint","aria-live":"off",keydown:h,focusin:({target:c})=>s(c.closest("article")??o)});function h(c){let m=[...t.children],g=m.indexOf(c.target);g<0||!U[c.key]||(c.preventDefault(),m[Math.max(0,Math.min(g+U[c.key],m.length-1))].focus())}function s(c){o=c;for(let m of t.children)for(let g of[m,...m.querySelectorAll(be)])g.tabIndex=m===c?0:-1}function f(c){let g=[...t.querySelectorAll("[data-payload]")].findLast(v=>v.dataset.payload===c);!g||g.ariaPressed||(g.ariaPressed="true",g.matches("button")&&g.prepend(k("check")))}function b(){if(!o)return;let c=o.previousElementSibling,m=!o.matches(".person, .emergency, .crisis")&&c?.matches(".person")?c:o,g=t.scrollHeight>t.clientHeight?t:t.parentNode;g.scrollTop+=m.getBoundingClientRect().top-g.getBoundingClientRect().top-8}function p({text:c}){return i("article",{class:"message person",part:"message person","aria-label":`${e.you}: ${c}`},i("h3",{class:"hidden"},e.you),i("p",null,c))}function u(c){let m=n.get(c);if(!m)return;let g=m.querySelector(".failed"),v={failed:e.message_failed,waiting:e.message_waiting}[c.status];if(v&&g?.textContent.startsWith(v)||(g?.contains(t.getRootNode().activeElement)&&m.focus(),g?.remove(),!v))return;let T=x(()=>{m.focus(),r.resend(c)},null,k("restart"),e.resend),E=k(c.status==="failed"?"emergency":"note");m.append(i("div",{class:`failed ${c.status}`},E,v,T)),s(o)}function l(c,m=!0){if(c.text==="")return;let g=c.replies?.map(S=>G(S,r))??[p(c)],v=S=>g.find(T=>T.matches(S));m&&(t.ariaLive=v(".crisis, .emergency")?"assertive":"polite"),f(c.payload),t.append(...g),n.set(c,g[0]),u(c),s(v(".check_in")??g[0]),b()}function w(){o=null,t.ariaLive="off",t.replaceChildren()}return{node:t,add:l,change:u,clear:w,reveal:b}}var we=4e3;function K(a,e,r,n,o){let{words:t,heading:h}=a,{say:s,send:f}=e,b={...a,ask:s,resend:f,copy:w},p=o?.notices??B(t),u=V(b),l=o?.field??i("textarea",{id:"message",part:"input",rows:1,maxlength:we,enterkeyhint:"send",keydown:c});async function w(d){try{await navigator.clipboard.writeText(d),p.say(t.copied)}catch{p.say(t.copy_failed)}}function c(d){d.key==="Enter"&&!d.shiftKey&&!d.isComposing&&m(d)}function m(d){d.preventDefault();let y=l.value.trim();y&&(l.value="",s(y))}function g({currentTarget:d}){let y=[...d.childNodes];y.length>1&&e.entries.some(({text:_})=>_)?(d.replaceChildren(t.restart_ask),p.say(t.restart_ask),setTimeout(()=>d.replaceChildren(...y),M)):e.restart()}async function v(){try{let{printSummary:d}=await C();d(e.entries,b,E)}catch{p.say(t.part_failed)}}let S=(d,y,_)=>x(_,{class:"tool",part:`tool ${d}`,title:y},k(d),i("span",null,y)),T=(d,y,..._)=>x(()=>s(d,y),{part:"way"},..._,d),E=i("div",{class:"body"},i("div",{class:"head",part:"header"},i("h2",{id:"heading"},h),S("restart",t.restart,g),S("print",t.summary,v),r&&S("close",t.close,r)),p.banner,u.node,i("p",{id:"hint",class:"hint"},t.transcript_hint),p.activity,i("div",{class:"foot",part:"footer"},i("div",{class:"ways"},T(t.professional,t.professional_payload,k("guardrail")),T(t.topics,"/topics"),T(t.types,"/show_types")),i("form",{submit:m},i("label",{for:"message"},t.message_label),l,i("button",{class:"send",part:"send"},t.send))));function Z(d){if(u.change(d),d.status==="waiting")return Q(d);if(d.status==="sent"&&p.online(),d.status!=="failed")return;let y=()=>{p.banner.focus(),f(d)};p.trouble(t.trouble,d.text?[]:[x(y,null,t.resend)]),u.reveal(),n("error",{code:d.code})}let I=new WeakSet;function Q(d){p.trouble(d.code==="offline"?t.offline:t.down),!I.has(d)&&(I.add(d),u.reveal(),n("error",{code:d.code}))}function X(d){u.add(d),d.text!==""&&n("message",{from:d.replies?"guide":"person"})}function Y(d){let y=()=>p.trouble(t.offline),_=()=>e.entries.some(({status:ee})=>ee==="waiting")||p.online();addEventListener("offline",y,{signal:d}),addEventListener("online",_,{signal:d}),navigator.onLine||y()}return e.entries.forEach(d=>u.add(d,!1)),e.listener={add:X,change:Z,clear:u.clear,busy:p.busy},{node:E,field:l,notices:p,reveal:u.reveal,watch:Y}}var ve=6e4,ye="$loading",J="(max-width: 30em)",N=class extends HTMLElement{static observedAttributes=["endpoint","inline","lang","open","remember","title"];#e=this.attachShadow({mode:"open"});#n;#o;#t;#a;#i;connectedCallback(){this.#c()}disconnectedCallback(){this.#n.abort(),queueMicrotask(()=>this.isConnected||this.#t?.stop())}attributeChangedCallback(e,r,n){if(!(!this.#n||this.#n.signal.aborted||r===n)){if(e==="open")return this.#u();(e==="endpoint"||e==="remember")&&(this.#o=null,this.#t?.stop()),this.#n.abort(),this.#c()}}get open(){return()=>{this.open=!0,this.#a?.focus()}}set open(e){this.toggleAttribute("open",e||e==="")}close(){this.open=!1}async send(e){await this.#t?.say(`${e}`)}async restart(){await this.#t?.restart()}async#c(){this.#n=new AbortController;let{signal:e}=this.#n,r=!this.#o;r&&await this.#d(e),!(e.aborted||!this.#o)&&(this.#h(e),r&&this.#r("ready"))}async#d(e){if(this.#i=null,!ke())return this.#s("unsupported");this.#e.adoptedStyleSheets=[A];let r=i("slot",{name:"loading"},i("p",null,ye));this.#e.replaceChildren(this.hasAttribute("inline")?i("div",{class:"root",part:"root"},r):"");let n=this.getAttribute("endpoint")?.replace(/\/?$/,"/"),o=new URL(n??".",n?document.baseURI:import.meta.url).href,t=P(o,()=>this.getAttribute("region")),h=this.getAttribute("remember")==="transcript";for(this.#t=W(t,`net-guide ${o}#${this.id}`,h);!this.#o&&!e.aborted;)try{this.#o=await t.guide(e,({code:s})=>this.#s(s))}catch({code:s}){e.aborted||this.#s(s),await $(ve,e)}}#s(e){this.#e.querySelector("slot:not([name])")||(this.#e.adoptedStyleSheets=[],this.#e.replaceChildren(i("slot")),this.#r("error",{code:e}))}#h(e){let{activeElement:r}=this.#e,{texts:n,language:o,direction:t}=this.#o,h=this.getAttribute("title")||n.title,s=this.hasAttribute("inline"),f=s?null:()=>this.close(),b=xe(this.lang,o),p={words:n,language:o,direction:t,locale:b,heading:h},u=(...m)=>this.#r(...m),l=K(p,this.#t,f,u,this.#i);this.#i=l,this.#a=s?null:Se(l,n.open,()=>this.open(),f);let w=this.#a?.nodes??[i("div",{class:"panel",part:"panel"},l.node)],c={class:"root",part:"root",role:"region","aria-label":h,lang:o,dir:t};this.#e.adoptedStyleSheets=[A],this.#e.replaceChildren(i("div",c,...w)),this.#e.firstChild.title="",l.watch(e),matchMedia(J).addEventListener("change",()=>this.#l(),{signal:e}),this.#l(),r?.focus()}#l(){let e=this.hasAttribute("open");return this.#a?.show(e),(!this.#a||e)&&this.#t.begin(),e}#u(){this.#a&&this.#r(this.#l()?"open":"close")}#r(e,r){this.dispatchEvent(new CustomEvent(e,{detail:r,composed:!0}))}};function ke(){return!!HTMLElement.prototype.togglePopover&&CSS.supports("color","light-dark(red, red)")}function xe(a,e){try{if(new Intl.Locale(a).language===new Intl.Locale(e).language)return a}catch{}return e}function Se(a,e,r,n){let t=i("dialog",{class:"panel",part:"panel",popover:"manual",tabindex:-1,"aria-labelledby":"heading",keydown:s=>s.key==="Escape"&&n(),cancel:n},a.node),h=x(r,{class:"launcher",part:"launcher",popover:"manual"},k("chat"),e);return{nodes:[h,t],show(s){let{activeElement:f}=t.getRootNode(),b=t.contains(f),p=s&&matchMedia(J).matches;t.close(),t.inert=!0,t.togglePopover(s&&!p),p&&t.showModal(),t.inert=!1,h.togglePopover(!s),s&&a.reveal(),b&&(s?f:h).focus()},focus:()=>(matchMedia("(pointer: coarse)").matches?t:a.field).focus()}}customElements.get("net-guide-chat")??customElements.define("net-guide-chat",N);
