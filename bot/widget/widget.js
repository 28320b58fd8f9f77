// The one file to embed: defines <net-guide-chat>.

import { NetGuideChat } from "./widget/element.js";

// A page may load this script twice.
customElements.get("net-guide-chat") ?? customElements.define("net-guide-chat", NetGuideChat);
