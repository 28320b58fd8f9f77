function z(o,e,r){let n=W(()=>JSON.parse(sessionStorage.getItem(e))),a=n?.state??null,t=new AbortController,c=Promise.resolve();function s(){let l=r?u.entries.slice(-60):[];W(()=>sessionStorage.setItem(e,JSON.stringify({state:a,entries:l})))}function f(l,w,d){Object.assign(l,{status:w,code:d}),u.listener?.change(l),u.listener?.busy(u.entries.some(R)),s()}function b(l){u.entries.push(l),u.listener?.add(l),s()}async function p(l,w){let d=({code:g})=>f(l,"waiting",g),m;try{m=await o.send(l,a,w,d)}catch({code:g}){w.aborted||f(l,"failed",g);return}f(l,"sent"),a=m.at(-1)?.custom?.state??a,b({replies:m})}let u={entries:r&&n?.entries||[],listener:null,begin(){let l=u.entries.at(-1);l?l.text===""&&l.status==="failed"&&u.send(l):u.say("","/session_start")},say(l,w=l){let m={id:crypto.getRandomValues(new Uint32Array(4)).join("-"),text:l,payload:w};return b(m),u.send(m)},send(l){if(l.status==="waiting")return oe();let{signal:w}=t;f(l,"pending");let d=()=>p(l,w);return c=c.then(d,d),c},restart(){return u.entries=[],u.stop(),a=null,u.listener.clear(),u.say("","/restart")},stop(){t.abort(),t=new AbortController;for(let l of u.entries)R(l)&&f(l,"failed")}};return u.stop(),u}var R=({status:o})=>o==="pending"||o==="waiting";function W(o){try{return o()}catch{}}function P(o,e){async function r(n,a,t,c){for(let s=1;;s++)try{return await ae(o+n,a,t)}catch(f){if(t.throwIfAborted(),!f.passing)throw f;c(f),await $(re(s,f),t)}}return{guide:(n,a)=>r("widget/texts",{},n,a),send({id:n,payload:a},t,c,s){let f=JSON.stringify({message:a,metadata:{state:t,message_id:n,region:e()}});return r("webhooks/rest/webhook",{method:"POST",headers:{"Content-Type":"application/json"},body:f},c,s)}}}var L=new Set;function oe(){for(let o of L)o()}function $(o,e){return new Promise(r=>{let n=()=>{L.delete(n),removeEventListener("online",n),r()};L.add(n),setTimeout(n,o),addEventListener("online",n),e.onabort=n})}async function ae(o,e,r){let n=new AbortController,a=()=>n.abort(),t=setTimeout(a,15e3);r.addEventListener("abort",a);let c;try{if(c=await fetch(o,{...e,cache:"no-store",signal:n.signal}),c.ok)return await c.json()}catch{let p=n.signal.aborted?"timeout":"network";throw{code:navigator.onLine?p:"offline",passing:!0}}finally{clearTimeout(t),r.removeEventListener("abort",a)}let{status:s,headers:f}=c,{error:b}=await c.json().catch(()=>({}));throw{code:b?.code??`http_${s}`,passing:s>=500||s===408||s===429,retryAfter:f.get("Retry-After")}}function re(o,{code:e,retryAfter:r}){if(e==="offline")return 6e4;let n=Math.min(1e3*2**(o-1),2e4)*(.8+.4*Math.random());return Math.min(Math.max(n,r*1e3||0),6e4)}var ie={chat:"M4 5h16v12H10l-4 4v-4H4z",check:"m5 12 5 5 9-11",check_in:"M12 3a9 9 0 1 0 .1 0M9 10c0-4 6-4 6 0 0 2-3 2-3 4M12 16v1",close:"m6 6 12 12M18 6 6 18",crisis:"M12 20C-3 11 6-1 12 7c6-8 15 4 0 13z",emergency:"M12 3 2 20h20zM12 9v6M12 17v1",guardrail:"M12 4a4 4 0 1 0 .1 0M4 21c0-9 16-9 16 0",note:"M12 3a9 9 0 1 0 .1 0M12 7v5l3 2",print:"M7 9V4h10v5M7 16H4V9h16v7h-3M7 13h10v7H7z",restart:"M5 4v5h5M5 9a8 8 0 1 1-1 5"},i=(o,...e)=>B(document.createElement(o),...e),H=(o,...e)=>B(document.createElementNS("http://www.w3.org/2000/svg",o),...e),x=(o,e,...r)=>i("button",{type:"button",click:o,...e},...r),k=o=>H("svg",{class:"icon",viewBox:"0 0 24 24","aria-hidden":!0},H("path",{d:ie[o]}));function B(o,e,...r){for(let[n,a]of Object.entries(e??{}))typeof a=="function"?o.addEventListener(n,a):a&&o.setAttribute(n,a);return o.append(...r.flat(9).filter(Boolean)),o}var se="./widget/later.js",q,C=()=>q??=import(se).catch(o=>{throw q=null,o});var le=`
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
`,A=new CSSStyleSheet;A.replaceSync(le);var ce=400,M=4e3;function G(o){let e=i("div",{class:"banner",part:"banner",role:"status",tabindex:-1}),r=i("div",{class:"activity",role:"status"}),n=i("span",{class:"dots","aria-hidden":!0}," ● ● ●"),a=!1,t=!1,c,s;function f(p){clearTimeout(c),c=setTimeout(()=>{r.replaceChildren(...a&&!t?[o.waiting,n]:[])},p)}function b(p,u,l=[]){t=p==="emergency",clearTimeout(s),f(0),e.querySelector("button")?.remove(),e.textContent!==u&&e.replaceChildren(k(p),i("span",null,u)),e.append(...l)}return{banner:e,activity:r,say(p){r.replaceChildren(p),f(M)},busy(p){p!==a&&f(p?ce:0),a=p},trouble:(p,u)=>b("emergency",p,u),online(){t&&(b("check",o.online),s=setTimeout(()=>e.replaceChildren(),M))}}}var de=/((?:[a-z\d-]+\.)+[a-z]{2,}|\b\d[\d -]*\d\b)/;function D(o,e){let{buttons:r,custom:n={},text:a}=o,{kind:t="answer",intent:c,cell:s="",blocks:f=[{text:a}],notes:b=[],help:p}=n,{words:u}=e,l=u[`${t}_heading`],w=p&&["emergency","crisis"].includes(t)&&he(p,u),d=!w&&(l||s.startsWith("after_alarm/")),m=ge(n,e),g=()=>e.copy(a);return i("article",{class:`message ${t}`,part:`message ${t}`,"aria-label":`${u.heard}: ${f[0].text}`},l?i("h3",{class:"alarm"},k(t),l):i("h3",{class:"hidden"},u.heard),w,ue(f).map(v=>pe(v,d,e)),b.map(v=>j("note","note",v)),n.links&&be(n.links,e),m&&[m,x(g,{class:"copy"},u.copy)],r&&ve(r,c==="guide"||t==="check_in",e))}var j=(o,e,r)=>i("p",{class:o},k(e),i("span",null,r));function he(o,e){let r=({way:a,word:t})=>({call:e.call,text:t?e.text_word:e.text_any,visit:e.visit})[a],n=a=>{let t=r(a).replace("{number}",a.number).replace("{word}",a.word),c=e.in_place.replace("{place}",a.place),s=i("span",null,a.name&&`${a.name}, `,c),f={class:(a.name||a.way==="visit")&&"named"};return i("li",f,U(a,{class:"call",part:"call"},i("strong",null,t),s))};return i("ul",{class:"calls"},o.map(n))}function U({way:o,number:e,word:r},n,...a){let t=e.replace(/\D/g,""),c={call:`tel:${t}`,text:`sms:${t}?&body=${r}`,visit:`https://${e}`},s=o==="visit"&&{target:"_blank",rel:"noopener noreferrer"};return i("a",{href:c[o],...s,...n},...a)}function ue(o){let e=[];for(let r of o){let n=e.at(-1);["item","tree"].includes(r.kind)&&n?.[0].kind===r.kind?n.push(r):e.push([r])}return e}function pe(o,e,r){let[{kind:n,text:a,citations:t=[]}]=o;if(n==="tree")return fe(o,r);if(n==="item")return i("ul",{class:"items"},o.map(s=>i("li",null,s.text)));if(n==="heading")return i("h4",null,a);if(n==="guardrail")return j("note ask",n,a);if(n!=="quote")return i("p",null,e?me(a,r):a);let c=t.map(s=>i("span",{class:"mark"},` [${s}]`));return i("blockquote",{part:"quote"},`“${a}”`,c)}function fe(o,e){let r=({text:a,payload:t})=>i("li",null,x(()=>e.ask(a,t),{"data-payload":t},a)),n=i("ul",{class:"choices"},o.map(r));return C().then(({drawTree:a})=>{n.replaceWith(a(o,e)),e.refresh()},()=>{}),n}function me(o,{words:e}){let r=n=>{if(n.includes("."))return N(`https://${n}`,n,e);let a=o.match(`\\btext (\\w+) to ${n}\\b|(?<!\\d )${n} \\([^)]*, text\\)`);return U({way:a?"text":"call",number:n,word:a?.[1]??""},null,n)};return o.split(de).map((n,a)=>a%2?r(n):n)}function N(o,e,r){let n=i("span",{class:"hidden"},` (${r.new_tab})`);return i("a",{href:o,target:"_blank",rel:"noopener noreferrer"},e,n)}function ge({citations:o=[],pages:e=[],sources_heading:r},{words:n,locale:a}){if(!o.length&&!e.length)return null;let[t]=e.map(s=>s.last_updated).sort(),c=F(t,a);return i("details",{class:"sources",part:"sources"},i("summary",null,r,t&&` · ${n.source_date.replace("{date}",c)}`),o.map(s=>i("p",null,`[${s.number}] `,we(s,n))),e.map(s=>i("p",null,s.line,s.url&&[" ",V(s,n,a)])))}var F=(o,e)=>o&&new Date(o).toLocaleDateString(e,{dateStyle:"long",timeZone:"UTC"});function be(o,{words:e,locale:r}){let n=o.map(t=>i("li",null,t.name,": ",V(t,e,r))),a=o.some(t=>!t.reference)&&i("p",null,e.links_ours);return i("section",{class:"links",part:"links"},i("h4",null,e.links),i("ul",null,n),a)}function V({url:o,reference:e,checked:r},n,a){let t=e?n.link_reference:r?n.link_checked.replace("{date}",F(r,a)):n.link_unchecked,c=new URL(o).host.replace(/^www\./,"");return[N(o,c,n),` (${t})`]}function we({text:o,url:e},r){let n=/^https?:/.test(e)?o.indexOf(e):-1;return n<0?o:[o.slice(0,n),N(e,e,r),o.slice(n+e.length)]}function ve(o,e,{words:r,ask:n}){let a=o.map(({title:t,payload:c})=>i("li",null,x(()=>n(t,c),{part:"choice","data-payload":c},t)));return i("ul",{class:e?"choices large":"choices","aria-label":r.choices},a)}var ye="a, button, summary, [role=button]",K={ArrowDown:1,ArrowUp:-1,Home:-1/0,End:1/0};function J(o){let{words:e}=o,r={...o,refresh:()=>s(a)},n=new Map,a,t=i("div",{class:"log",part:"transcript",role:"log","aria-label":e.transcript,"aria-describedby":"hint","aria-live":"off",keydown:c,focusin:({target:d})=>s(d.closest("article")??a)});function c(d){let m=[...t.children],g=m.indexOf(d.target);g<0||!K[d.key]||(d.preventDefault(),m[Math.max(0,Math.min(g+K[d.key],m.length-1))].focus())}function s(d){a=d;for(let m of t.children)for(let g of[m,...m.querySelectorAll(ye)])g.tabIndex=m===d?0:-1}function f(d){let g=[...t.querySelectorAll("[data-payload]")].findLast(v=>v.dataset.payload===d);!g||g.ariaPressed||(g.ariaPressed="true",g.matches("button")&&g.prepend(k("check")))}function b(){if(!a)return;let d=a.previousElementSibling,m=!a.matches(".person, .emergency, .crisis")&&d?.matches(".person")?d:a,g=t.scrollHeight>t.clientHeight?t:t.parentNode;g.scrollTop+=m.getBoundingClientRect().top-g.getBoundingClientRect().top-8}function p({text:d}){return i("article",{class:"message person",part:"message person","aria-label":`${e.you}: ${d}`},i("h3",{class:"hidden"},e.you),i("p",null,d))}function u(d){let m=n.get(d);if(!m)return;let g=m.querySelector(".failed"),v={failed:e.message_failed,waiting:e.message_waiting}[d.status];if(v&&g?.textContent.startsWith(v)||(g?.contains(t.getRootNode().activeElement)&&m.focus(),g?.remove(),!v))return;let _=x(()=>{m.focus(),r.resend(d)},null,k("restart"),e.resend),E=k(d.status==="failed"?"emergency":"note");m.append(i("div",{class:`failed ${d.status}`},E,v,_)),s(a)}function l(d,m=!0){if(d.text==="")return;let g=d.replies?.map(S=>D(S,r))??[p(d)],v=S=>g.find(_=>_.matches(S));m&&(t.ariaLive=v(".crisis, .emergency")?"assertive":"polite"),f(d.payload),t.append(...g),n.set(d,g[0]),u(d),s(v(".check_in")??g[0]),b()}function w(){a=null,t.ariaLive="off",t.replaceChildren()}return{node:t,add:l,change:u,clear:w,reveal:b}}var ke=4e3;function Z(o,e,r,n,a){let{words:t,heading:c}=o,{say:s,send:f}=e,b={...o,ask:s,resend:f,copy:w},p=a?.notices??G(t),u=J(b),l=a?.field??i("textarea",{id:"message",part:"input",rows:1,maxlength:ke,enterkeyhint:"send",keydown:d});async function w(h){try{await navigator.clipboard.writeText(h),p.say(t.copied)}catch{p.say(t.copy_failed)}}function d(h){h.key==="Enter"&&!h.shiftKey&&!h.isComposing&&m(h)}function m(h){h.preventDefault();let y=l.value.trim();y&&(l.value="",s(y))}function g({currentTarget:h}){let y=[...h.childNodes];y.length>1&&e.entries.some(({text:T})=>T)?(h.replaceChildren(t.restart_ask),p.say(t.restart_ask),setTimeout(()=>h.replaceChildren(...y),M)):e.restart()}async function v(){try{let{printSummary:h}=await C();h(e.entries,b,E)}catch{p.say(t.part_failed)}}let S=(h,y,T)=>x(T,{class:"tool",part:`tool ${h}`,title:y},k(h),i("span",null,y)),_=(h,y,...T)=>x(()=>s(h,y),{part:"way"},...T,h),E=i("div",{class:"body"},i("div",{class:"head",part:"header"},i("h2",{id:"heading"},c),S("restart",t.restart,g),S("print",t.summary,v),r&&S("close",t.close,r)),p.banner,u.node,i("p",{id:"hint",class:"hint"},t.transcript_hint),p.activity,i("div",{class:"foot",part:"footer"},i("div",{class:"ways"},_(t.professional,t.professional_payload,k("guardrail")),_(t.topics,"/topics"),_(t.types,"/show_types")),i("form",{submit:m},i("label",{for:"message"},t.message_label),l,i("button",{class:"send",part:"send"},t.send))));function X(h){if(u.change(h),h.status==="waiting")return Y(h);if(h.status==="sent"&&p.online(),h.status!=="failed")return;let y=()=>{p.banner.focus(),f(h)};p.trouble(t.trouble,h.text?[]:[x(y,null,t.resend)]),u.reveal(),n("error",{code:h.code})}let O=new WeakSet;function Y(h){p.trouble(h.code==="offline"?t.offline:t.down),!O.has(h)&&(O.add(h),u.reveal(),n("error",{code:h.code}))}function ee(h){u.add(h),h.text!==""&&n("message",{from:h.replies?"guide":"person"})}function te(h){let y=()=>p.trouble(t.offline),T=()=>e.entries.some(({status:ne})=>ne==="waiting")||p.online();addEventListener("offline",y,{signal:h}),addEventListener("online",T,{signal:h}),navigator.onLine||y()}return e.entries.forEach(h=>u.add(h,!1)),e.listener={add:ee,change:X,clear:u.clear,busy:p.busy},{node:E,field:l,notices:p,reveal:u.reveal,watch:te}}var xe=6e4,Se="$loading",Q="(max-width: 30em)",I=class extends HTMLElement{static observedAttributes=["endpoint","inline","lang","open","remember","title"];#e=this.attachShadow({mode:"open"});#n;#o;#t;#a;#i;connectedCallback(){this.#c()}disconnectedCallback(){this.#n.abort(),queueMicrotask(()=>this.isConnected||this.#t?.stop())}attributeChangedCallback(e,r,n){if(!(!this.#n||this.#n.signal.aborted||r===n)){if(e==="open")return this.#u();(e==="endpoint"||e==="remember")&&(this.#o=null,this.#t?.stop()),this.#n.abort(),this.#c()}}get open(){return()=>{this.open=!0,this.#a?.focus()}}set open(e){this.toggleAttribute("open",e||e==="")}close(){this.open=!1}async send(e){await this.#t?.say(`${e}`)}async restart(){await this.#t?.restart()}async#c(){this.#n=new AbortController;let{signal:e}=this.#n,r=!this.#o;r&&await this.#d(e),!(e.aborted||!this.#o)&&(this.#h(e),r&&this.#r("ready"))}async#d(e){if(this.#i=null,!_e())return this.#s("unsupported");this.#e.adoptedStyleSheets=[A];let r=i("slot",{name:"loading"},i("p",null,Se));this.#e.replaceChildren(this.hasAttribute("inline")?i("div",{class:"root",part:"root"},r):"");let n=this.getAttribute("endpoint")?.replace(/\/?$/,"/"),a=new URL(n??".",n?document.baseURI:import.meta.url).href,t=P(a,()=>this.getAttribute("region")),c=this.getAttribute("remember")==="transcript";for(this.#t=z(t,`net-guide ${a}#${this.id}`,c);!this.#o&&!e.aborted;)try{this.#o=await t.guide(e,({code:s})=>this.#s(s))}catch({code:s}){e.aborted||this.#s(s),await $(xe,e)}}#s(e){this.#e.querySelector("slot:not([name])")||(this.#e.adoptedStyleSheets=[],this.#e.replaceChildren(i("slot")),this.#r("error",{code:e}))}#h(e){let{activeElement:r}=this.#e,{texts:n,language:a,direction:t}=this.#o,c=this.getAttribute("title")||n.title,s=this.hasAttribute("inline"),f=s?null:()=>this.close(),b=Te(this.lang,a),p={words:n,language:a,direction:t,locale:b,heading:c},u=(...m)=>this.#r(...m),l=Z(p,this.#t,f,u,this.#i);this.#i=l,this.#a=s?null:Ee(l,n.open,()=>this.open(),f);let w=this.#a?.nodes??[i("div",{class:"panel",part:"panel"},l.node)],d={class:"root",part:"root",role:"region","aria-label":c,lang:a,dir:t};this.#e.adoptedStyleSheets=[A],this.#e.replaceChildren(i("div",d,...w)),this.#e.firstChild.title="",l.watch(e),matchMedia(Q).addEventListener("change",()=>this.#l(),{signal:e}),this.#l(),r?.focus()}#l(){let e=this.hasAttribute("open");return this.#a?.show(e),(!this.#a||e)&&this.#t.begin(),e}#u(){this.#a&&this.#r(this.#l()?"open":"close")}#r(e,r){this.dispatchEvent(new CustomEvent(e,{detail:r,composed:!0}))}};function _e(){return!!HTMLElement.prototype.togglePopover&&CSS.supports("color","light-dark(red, red)")}function Te(o,e){try{if(new Intl.Locale(o).language===new Intl.Locale(e).language)return o}catch{}return e}function Ee(o,e,r,n){let t=i("dialog",{class:"panel",part:"panel",popover:"manual",tabindex:-1,"aria-labelledby":"heading",keydown:s=>s.key==="Escape"&&n(),cancel:n},o.node),c=x(r,{class:"launcher",part:"launcher",popover:"manual"},k("chat"),e);return{nodes:[c,t],show(s){let{activeElement:f}=t.getRootNode(),b=t.contains(f),p=s&&matchMedia(Q).matches;t.close(),t.inert=!0,t.togglePopover(s&&!p),p&&t.showModal(),t.inert=!1,c.togglePopover(!s),s&&o.reveal(),b&&(s?f:c).focus()},focus:()=>(matchMedia("(pointer: coarse)").matches?t:o.field).focus()}}customElements.get("net-guide-chat")??customElements.define("net-guide-chat",I);
