function P(o,e,a){let n=R(()=>JSON.parse(sessionStorage.getItem(e))),r=n?.state??null,t=new AbortController,p=Promise.resolve();function s(){let d=a?u.entries.slice(-60):[];R(()=>sessionStorage.setItem(e,JSON.stringify({state:r,entries:d})))}function m(d,w,l){Object.assign(d,{status:w,code:l}),u.listener?.change(d),u.listener?.busy(u.entries.some(O)),s()}function b(d){u.entries.push(d),u.listener?.add(d),s()}async function c(d,w){let l=({code:g})=>m(d,"waiting",g),f;try{f=await o.send(d,r,w,l)}catch({code:g}){w.aborted||m(d,"failed",g);return}m(d,"sent"),r=f.at(-1)?.custom?.state??r,b({replies:f})}let u={entries:a&&n?.entries||[],listener:null,begin(){let d=u.entries.at(-1);d?d.text===""&&d.status==="failed"&&u.send(d):u.say("","/session_start")},say(d,w=d){let f={id:crypto.getRandomValues(new Uint32Array(4)).join("-"),text:d,payload:w};return b(f),u.send(f)},send(d){if(d.status==="waiting")return ee();let{signal:w}=t;m(d,"pending");let l=()=>c(d,w);return p=p.then(l,l),p},restart(){return u.entries=[],u.stop(),r=null,u.listener.clear(),u.say("","/restart")},stop(){t.abort(),t=new AbortController;for(let d of u.entries)O(d)&&m(d,"failed")}};return u.stop(),u}var O=({status:o})=>o==="pending"||o==="waiting";function R(o){try{return o()}catch{}}function W(o,e){async function a(n,r,t,p){for(let s=1;;s++)try{return await te(o+n,r,t)}catch(m){if(t.throwIfAborted(),!m.passing)throw m;p(m),await N(ne(s,m),t)}}return{guide:(n,r)=>a("widget/texts",{},n,r),send({id:n,payload:r},t,p,s){let m=JSON.stringify({message:r,metadata:{state:t,message_id:n,region:e()}});return a("webhooks/rest/webhook",{method:"POST",headers:{"Content-Type":"application/json"},body:m},p,s)}}}var L=new Set;function ee(){for(let o of L)o()}function N(o,e){return new Promise(a=>{let n=()=>{L.delete(n),removeEventListener("online",n),a()};L.add(n),setTimeout(n,o),addEventListener("online",n),e.onabort=n})}async function te(o,e,a){let n=new AbortController,r=()=>n.abort(),t=setTimeout(r,15e3);a.addEventListener("abort",r);let p;try{if(p=await fetch(o,{...e,cache:"no-store",signal:n.signal}),p.ok)return await p.json()}catch{let c=n.signal.aborted?"timeout":"network";throw{code:navigator.onLine?c:"offline",passing:!0}}finally{clearTimeout(t),a.removeEventListener("abort",r)}let{status:s,headers:m}=p,{error:b}=await p.json().catch(()=>({}));throw{code:b?.code??`http_${s}`,passing:s>=500||s===408||s===429,retryAfter:m.get("Retry-After")}}function ne(o,{code:e,retryAfter:a}){if(e==="offline")return 6e4;let n=Math.min(1e3*2**(o-1),2e4)*(.8+.4*Math.random());return Math.min(Math.max(n,a*1e3||0),6e4)}var oe={chat:"M4 5h16v12H10l-4 4v-4H4z",check:"m5 12 5 5 9-11",check_in:"M12 3a9 9 0 1 0 .1 0M9 10c0-4 6-4 6 0 0 2-3 2-3 4M12 16v1",close:"m6 6 12 12M18 6 6 18",crisis:"M12 20C-3 11 6-1 12 7c6-8 15 4 0 13z",emergency:"M12 3 2 20h20zM12 9v6M12 17v1",guardrail:"M12 4a4 4 0 1 0 .1 0M4 21c0-9 16-9 16 0",note:"M12 3a9 9 0 1 0 .1 0M12 7v5l3 2",print:"M7 9V4h10v5M7 16H4V9h16v7h-3M7 13h10v7H7z",restart:"M5 4v5h5M5 9a8 8 0 1 1-1 5"},i=(o,...e)=>q(document.createElement(o),...e),z=(o,...e)=>q(document.createElementNS("http://www.w3.org/2000/svg",o),...e),k=(o,e,...a)=>i("button",{type:"button",click:o,...e},...a),y=o=>z("svg",{class:"icon",viewBox:"0 0 24 24","aria-hidden":!0},z("path",{d:oe[o]}));function q(o,e,...a){for(let[n,r]of Object.entries(e??{}))typeof r=="function"?o.addEventListener(n,r):r&&o.setAttribute(n,r);return o.append(...a.flat().filter(Boolean)),o}var re="./widget/later.js",H,_=()=>H??=import(re).catch(o=>{throw H=null,o});var ae=`
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
.choices { list-style: none; }
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
`,A=new CSSStyleSheet;A.replaceSync(ae);var ie=400,M=4e3;function B(o){let e=i("div",{class:"banner",part:"banner",role:"status",tabindex:-1}),a=i("div",{class:"activity",role:"status"}),n=i("span",{class:"dots","aria-hidden":!0}," ● ● ●"),r=!1,t=!1,p,s;function m(c){clearTimeout(p),p=setTimeout(()=>{a.replaceChildren(...r&&!t?[o.waiting,n]:[])},c)}function b(c,u,d=[]){t=c==="emergency",clearTimeout(s),m(0),e.querySelector("button")?.remove(),e.textContent!==u&&e.replaceChildren(y(c),i("span",null,u)),e.append(...d)}return{banner:e,activity:a,say(c){a.replaceChildren(c),m(M)},busy(c){c!==r&&m(c?ie:0),r=c},trouble:(c,u)=>b("emergency",c,u),online(){t&&(b("check",o.online),s=setTimeout(()=>e.replaceChildren(),M))}}}var se=/((?:[a-z\d-]+\.)+[a-z]{2,}|\b\d[\d -]*\d\b)/;function G(o,e){let{buttons:a,custom:n={},text:r}=o,{kind:t="answer",intent:p,cell:s="",blocks:m=[{text:r}],notes:b=[]}=n,{words:c}=e,u=c[`${t}_heading`],d=u||s.startsWith("after_alarm/"),w=ue(n,e),l=()=>e.copy(r);return i("article",{class:`message ${t}`,part:`message ${t}`,"aria-label":`${c.heard}: ${m[0].text}`},u?i("h3",{class:"alarm"},y(t),u):i("h3",{class:"hidden"},c.heard),le(m).map(f=>ce(f,d,e)),b.map(f=>D("note","note",f)),w&&[w,k(l,{class:"copy"},c.copy)],a&&fe(a,p==="guide"||t==="check_in",e))}var D=(o,e,a)=>i("p",{class:o},y(e),i("span",null,a));function le(o){let e=[];for(let a of o){let n=e.at(-1);["item","tree"].includes(a.kind)&&n?.[0].kind===a.kind?n.push(a):e.push([a])}return e}function ce(o,e,a){let[{kind:n,text:r,citations:t=[]}]=o;if(n==="tree")return de(o,a);if(n==="item")return i("ul",{class:"items"},o.map(s=>i("li",null,s.text)));if(n==="heading")return i("h4",null,r);if(n==="guardrail")return D("note ask",n,r);if(n!=="quote")return i("p",null,e?he(r,a):r);let p=t.map(s=>i("span",{class:"mark"},` [${s}]`));return i("blockquote",{part:"quote"},`“${r}”`,p)}function de(o,e){let a=({text:r,payload:t})=>i("li",null,k(()=>e.ask(r,t),{"data-payload":t},r)),n=i("ul",{class:"choices"},o.map(a));return _().then(({drawTree:r})=>{n.replaceWith(r(o,e)),e.refresh()},()=>{}),n}function he(o,{words:e}){let a=n=>{if(n.includes("."))return j(`https://${n}`,n,e);let r=o.match(`\\btext (\\w+) to ${n}\\b|(?<!\\d )${n} \\([^)]*, text\\)`),t=n.replace(/\D/g,"");return i("a",{href:r?`sms:${t}?&body=${r[1]??""}`:`tel:${t}`},n)};return o.split(se).map((n,r)=>r%2?a(n):n)}function j(o,e,a){let n=i("span",{class:"hidden"},` (${a.new_tab})`);return i("a",{href:o,target:"_blank",rel:"noopener noreferrer"},e,n)}function ue({citations:o=[],pages:e=[],sources_heading:a},{words:n,locale:r}){if(!o.length&&!e.length)return null;let[t]=e.map(s=>s.last_updated).sort(),p=new Date(t).toLocaleDateString(r,{dateStyle:"long",timeZone:"UTC"});return i("details",{class:"sources",part:"sources"},i("summary",null,a,t&&` · ${n.source_date.replace("{date}",p)}`),o.map(s=>i("p",null,`[${s.number}] `,pe(s,n))),e.map(s=>i("p",null,s.line)))}function pe({text:o,url:e},a){let n=/^https?:/.test(e)?o.indexOf(e):-1;return n<0?o:[o.slice(0,n),j(e,e,a),o.slice(n+e.length)]}function fe(o,e,{words:a,ask:n}){let r=o.map(({title:t,payload:p})=>i("li",null,k(()=>n(t,p),{part:"choice","data-payload":p},t)));return i("ul",{class:e?"choices large":"choices","aria-label":a.choices},r)}var me="a, button, summary, [role=button]",F={ArrowDown:1,ArrowUp:-1,Home:-1/0,End:1/0};function U(o){let{words:e}=o,a={...o,refresh:()=>s(r)},n=new Map,r,t=i("div",{class:"log",part:"transcript",role:"log","aria-label":e.transcript,"aria-describedby":"hint","aria-live":"off",keydown:p,focusin:({target:l})=>s(l.closest("article")??r)});function p(l){let f=[...t.children],g=f.indexOf(l.target);g<0||!F[l.key]||(l.preventDefault(),f[Math.max(0,Math.min(g+F[l.key],f.length-1))].focus())}function s(l){r=l;for(let f of t.children)for(let g of[f,...f.querySelectorAll(me)])g.tabIndex=f===l?0:-1}function m(l){let g=[...t.querySelectorAll("[data-payload]")].findLast(x=>x.dataset.payload===l);!g||g.ariaPressed||(g.ariaPressed="true",g.matches("button")&&g.prepend(y("check")))}function b(){if(!r)return;let l=r.previousElementSibling,f=!r.matches(".person")&&l?.matches(".person")?l:r,g=t.scrollHeight>t.clientHeight?t:t.parentNode;g.scrollTop+=f.getBoundingClientRect().top-g.getBoundingClientRect().top-8}function c({text:l}){return i("article",{class:"message person",part:"message person","aria-label":`${e.you}: ${l}`},i("h3",{class:"hidden"},e.you),i("p",null,l))}function u(l){let f=n.get(l);if(!f)return;let g=f.querySelector(".failed"),x={failed:e.message_failed,waiting:e.message_waiting}[l.status];if(x&&g?.textContent.startsWith(x)||(g?.contains(t.getRootNode().activeElement)&&f.focus(),g?.remove(),!x))return;let T=k(()=>{f.focus(),a.resend(l)},null,y("restart"),e.resend),C=y(l.status==="failed"?"emergency":"note");f.append(i("div",{class:`failed ${l.status}`},C,x,T)),s(r)}function d(l,f=!0){if(l.text==="")return;let g=l.replies?.map(S=>G(S,a))??[c(l)],x=S=>g.find(T=>T.matches(S));f&&(t.ariaLive=x(".crisis, .emergency")?"assertive":"polite"),m(l.payload),t.append(...g),n.set(l,g[0]),u(l),s(x(".check_in")??g[0]),b()}function w(){r=null,t.ariaLive="off",t.replaceChildren()}return{node:t,add:d,change:u,clear:w,reveal:b}}var ge=4e3;function V(o,e,a,n,r){let{words:t,heading:p}=o,{say:s,send:m}=e,b={...o,ask:s,resend:m,copy:w},c=r?.notices??B(t),u=U(b),d=r?.field??i("textarea",{id:"message",part:"input",rows:1,maxlength:ge,enterkeyhint:"send",keydown:l});async function w(h){try{await navigator.clipboard.writeText(h),c.say(t.copied)}catch{c.say(t.copy_failed)}}function l(h){h.key==="Enter"&&!h.shiftKey&&!h.isComposing&&f(h)}function f(h){h.preventDefault();let v=d.value.trim();v&&(d.value="",s(v))}function g({currentTarget:h}){let v=[...h.childNodes];v.length>1&&e.entries.some(({text:E})=>E)?(h.replaceChildren(t.restart_ask),c.say(t.restart_ask),setTimeout(()=>h.replaceChildren(...v),M)):e.restart()}async function x(){try{let{printSummary:h}=await _();h(e.entries,b,C)}catch{c.say(t.part_failed)}}let S=(h,v,E)=>k(E,{class:"tool",part:`tool ${h}`,title:v},y(h),i("span",null,v)),T=(h,v,...E)=>k(()=>s(h,v),{part:"way"},...E,h),C=i("div",{class:"body"},i("div",{class:"head",part:"header"},i("h2",{id:"heading"},p),S("restart",t.restart,g),S("print",t.summary,x),a&&S("close",t.close,a)),c.banner,u.node,i("p",{id:"hint",class:"hint"},t.transcript_hint),c.activity,i("div",{class:"foot",part:"footer"},i("div",{class:"ways"},T(t.professional,t.professional_payload,y("guardrail")),T(t.topics,"/topics"),T(t.types,"/show_types")),i("form",{submit:f},i("label",{for:"message"},t.message_label),d,i("button",{class:"send",part:"send"},t.send))));function J(h){if(u.change(h),h.status==="waiting")return Z(h);if(h.status==="sent"&&c.online(),h.status!=="failed")return;let v=()=>{c.banner.focus(),m(h)};c.trouble(t.trouble,h.text?[]:[k(v,null,t.resend)]),u.reveal(),n("error",{code:h.code})}let $=new WeakSet;function Z(h){c.trouble(h.code==="offline"?t.offline:t.down),!$.has(h)&&($.add(h),u.reveal(),n("error",{code:h.code}))}function Q(h){u.add(h),h.text!==""&&n("message",{from:h.replies?"guide":"person"})}function X(h){let v=()=>c.trouble(t.offline),E=()=>e.entries.some(({status:Y})=>Y==="waiting")||c.online();addEventListener("offline",v,{signal:h}),addEventListener("online",E,{signal:h}),navigator.onLine||v()}return e.entries.forEach(h=>u.add(h,!1)),e.listener={add:Q,change:J,clear:u.clear,busy:c.busy},{node:C,field:d,notices:c,reveal:u.reveal,watch:X}}var be=6e4,we="$loading",K="(max-width: 30em)",I=class extends HTMLElement{static observedAttributes=["endpoint","inline","lang","open","remember","title"];#e=this.attachShadow({mode:"open"});#n;#o;#t;#r;#i;connectedCallback(){this.#c()}disconnectedCallback(){this.#n.abort(),queueMicrotask(()=>this.isConnected||this.#t?.stop())}attributeChangedCallback(e,a,n){if(!(!this.#n||this.#n.signal.aborted||a===n)){if(e==="open")return this.#u();(e==="endpoint"||e==="remember")&&(this.#o=null,this.#t?.stop()),this.#n.abort(),this.#c()}}get open(){return()=>{this.open=!0,this.#r?.focus()}}set open(e){this.toggleAttribute("open",e||e==="")}close(){this.open=!1}async send(e){await this.#t?.say(`${e}`)}async restart(){await this.#t?.restart()}async#c(){this.#n=new AbortController;let{signal:e}=this.#n,a=!this.#o;a&&await this.#d(e),!(e.aborted||!this.#o)&&(this.#h(e),a&&this.#a("ready"))}async#d(e){if(this.#i=null,!ve())return this.#s("unsupported");this.#e.adoptedStyleSheets=[A];let a=i("slot",{name:"loading"},i("p",null,we));this.#e.replaceChildren(this.hasAttribute("inline")?i("div",{class:"root",part:"root"},a):"");let n=this.getAttribute("endpoint")?.replace(/\/?$/,"/"),r=new URL(n??".",n?document.baseURI:import.meta.url).href,t=W(r,()=>this.getAttribute("region")),p=this.getAttribute("remember")==="transcript";for(this.#t=P(t,`net-guide ${r}#${this.id}`,p);!this.#o&&!e.aborted;)try{this.#o=await t.guide(e,({code:s})=>this.#s(s))}catch({code:s}){e.aborted||this.#s(s),await N(be,e)}}#s(e){this.#e.querySelector("slot:not([name])")||(this.#e.adoptedStyleSheets=[],this.#e.replaceChildren(i("slot")),this.#a("error",{code:e}))}#h(e){let{activeElement:a}=this.#e,{texts:n,language:r,direction:t}=this.#o,p=this.getAttribute("title")||n.title,s=this.hasAttribute("inline"),m=s?null:()=>this.close(),b=ye(this.lang,r),c={words:n,language:r,direction:t,locale:b,heading:p},u=(...f)=>this.#a(...f),d=V(c,this.#t,m,u,this.#i);this.#i=d,this.#r=s?null:ke(d,n.open,()=>this.open(),m);let w=this.#r?.nodes??[i("div",{class:"panel",part:"panel"},d.node)],l={class:"root",part:"root",role:"region","aria-label":p,lang:r,dir:t};this.#e.adoptedStyleSheets=[A],this.#e.replaceChildren(i("div",l,...w)),this.#e.firstChild.title="",d.watch(e),matchMedia(K).addEventListener("change",()=>this.#l(),{signal:e}),this.#l(),a?.focus()}#l(){let e=this.hasAttribute("open");return this.#r?.show(e),(!this.#r||e)&&this.#t.begin(),e}#u(){this.#r&&this.#a(this.#l()?"open":"close")}#a(e,a){this.dispatchEvent(new CustomEvent(e,{detail:a,composed:!0}))}};function ve(){return!!HTMLElement.prototype.togglePopover&&CSS.supports("color","light-dark(red, red)")}function ye(o,e){try{if(new Intl.Locale(o).language===new Intl.Locale(e).language)return o}catch{}return e}function ke(o,e,a,n){let t=i("dialog",{class:"panel",part:"panel",popover:"manual",tabindex:-1,"aria-labelledby":"heading",keydown:s=>s.key==="Escape"&&n(),cancel:n},o.node),p=k(a,{class:"launcher",part:"launcher",popover:"manual"},y("chat"),e);return{nodes:[p,t],show(s){let{activeElement:m}=t.getRootNode(),b=t.contains(m),c=s&&matchMedia(K).matches;t.close(),t.inert=!0,t.togglePopover(s&&!c),c&&t.showModal(),t.inert=!1,p.togglePopover(!s),s&&o.reveal(),b&&(s?m:p).focus()},focus:()=>(matchMedia("(pointer: coarse)").matches?t:o.field).focus()}}customElements.get("net-guide-chat")??customElements.define("net-guide-chat",I);
