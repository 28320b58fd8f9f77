import { button, el, icon } from "./dom.js";
import { createTranscript, printSummary } from "./transcript.js";

const PATIENCE = 400;
const SHOWN_FOR = 4_000;
// So that a message fits into the 16 KB that the service takes.
const LONGEST_MESSAGE = 4_000;

/**
 * The window of the chat, listening to a conversation. `close` is null when there is nothing to
 * close; `tell` has the page hear of an event. What a window `before` it said and held goes on.
 */
export function createView(setting, conversation, close, tell, before) {
  const { words, heading } = setting;
  const { say: ask, send: resend } = conversation;
  const context = { ...setting, ask, resend, copy };
  const notices = before?.notices ?? createNotices(words);
  const transcript = createTranscript(context);
  const field =
    before?.field ??
    el("textarea", {
      id: "message",
      part: "input",
      rows: 1,
      maxlength: LONGEST_MESSAGE,
      enterkeyhint: "send",
      keydown: onKey,
    });

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      notices.say(words.copied);
    } catch {
      notices.say(words.copy_failed);
    }
  }

  // While composing, Enter belongs to the input method.
  function onKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
  }

  function submit(event) {
    event.preventDefault();
    const text = field.value.trim();
    if (!text) return;
    field.value = "";
    ask(text);
  }

  /** Asks before a conversation is lost. */
  function restart({ currentTarget }) {
    const usual = [...currentTarget.childNodes];
    if (usual.length > 1 && conversation.entries.some(({ text }) => text)) {
      currentTarget.replaceChildren(words.restart_ask);
      notices.say(words.restart_ask);
      setTimeout(() => currentTarget.replaceChildren(...usual), SHOWN_FOR);
    } else conversation.restart();
  }

  const tool = (name, text, click) =>
    button(click, { class: "tool", part: `tool ${name}`, title: text }, icon(name), el("span", null, text));
  const way = (text, payload, ...more) => button(() => ask(text, payload), { part: "way" }, ...more, text);

  const node = el(
    "div",
    { class: "body" },
    el(
      "div",
      { class: "head", part: "header" },
      el("h2", { id: "heading" }, heading),
      tool("restart", words.restart, restart),
      tool("print", words.summary, () => printSummary(conversation.entries, context, node)),
      close && tool("close", words.close, close),
    ),
    notices.banner,
    transcript.node,
    el("p", { id: "hint", class: "hint" }, words.transcript_hint),
    notices.activity,
    el(
      "div",
      { class: "foot", part: "footer" },
      el(
        "div",
        { class: "ways" },
        way(words.professional, words.professional_payload, icon("guardrail")),
        way(words.topics, "/topics"),
        way(words.types, "/show_types"),
      ),
      el(
        "form",
        { submit },
        el("label", { for: "message" }, words.message_label),
        field,
        el("button", { class: "send", part: "send" }, words.send),
      ),
    ),
  );

  function change(entry) {
    transcript.change(entry);
    if (entry.status !== "failed") return;
    // A start has no place of its own for a button.
    const again = () => {
      notices.banner.focus();
      resend(entry);
    };
    notices.trouble(words.trouble, entry.text ? [] : [button(again, null, words.resend)]);
    transcript.reveal();
    tell("error", { code: entry.code });
  }

  function add(entry) {
    transcript.add(entry);
    if (entry.text !== "") tell("message", { from: entry.replies ? "guide" : "person" });
  }

  function trouble(trouble) {
    if (!trouble) notices.online();
    else notices.trouble(trouble.code === "network" ? words.offline : words.trouble);
  }

  function watch(signal) {
    const offline = () => notices.trouble(words.offline);
    addEventListener("offline", offline, { signal });
    addEventListener("online", notices.online, { signal });
    if (!navigator.onLine) offline();
  }

  conversation.entries.forEach((entry) => transcript.add(entry, false));
  conversation.listener = { add, change, clear: transcript.clear, busy: notices.busy };
  return { node, field, notices, reveal: transcript.reveal, trouble, watch };
}

function createNotices(words) {
  const banner = el("div", { class: "banner", part: "banner", role: "status", tabindex: -1 });
  const activity = el("div", { class: "activity", role: "status" });
  const dots = el("span", { class: "dots", "aria-hidden": true }, " ● ● ●");
  let isBusy = false;
  let isTroubled = false;
  let wait;
  let end;

  function showWaiting(delay) {
    clearTimeout(wait);
    wait = setTimeout(() => {
      activity.replaceChildren(...(isBusy && !isTroubled ? [words.waiting, dots] : []));
    }, delay);
  }

  function show(drawing, text, more = []) {
    isTroubled = drawing === "emergency";
    clearTimeout(end);
    showWaiting(0);
    banner.querySelector("button")?.remove();
    if (banner.textContent !== text) banner.replaceChildren(icon(drawing), el("span", null, text));
    banner.append(...more);
  }

  return {
    banner,
    activity,

    say(text) {
      activity.replaceChildren(text);
      showWaiting(SHOWN_FOR);
    },

    busy(now) {
      if (now !== isBusy) showWaiting(now ? PATIENCE : 0);
      isBusy = now;
    },

    trouble: (text, more) => show("emergency", text, more),

    online() {
      if (!isTroubled) return;
      show("check", words.online);
      end = setTimeout(() => banner.replaceChildren(), SHOWN_FOR);
    },
  };
}
