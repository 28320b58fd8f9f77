import { button, el, icon, later } from "./dom.js";
import { createNotices, SHOWN_FOR } from "./notices.js";
import { createReading } from "./reading.js";
import { createTranscript } from "./transcript.js";

// So that a message fits into the 16 KB that the service takes.
const LONGEST_MESSAGE = 4_000;

/**
 * The window of the chat, listening to a conversation. `close` is null when there is nothing to
 * close; `tell` has the page hear of an event. What a window `before` it said and held goes on.
 */
export function createView(setting, conversation, close, tell, before) {
  const { words, heading } = setting;
  const { say: ask, send: resend } = conversation;
  const notices = before?.notices ?? createNotices(words);
  const context = { ...setting, ask, resend, copy, say: notices.say };
  const transcript = createTranscript(context);
  const latest = () => conversation.entries.findLast(({ replies }) => replies)?.replies ?? [];
  const reading = createReading(setting, latest, () => notices.say(words.part_failed));
  const suggestions =
    before?.suggestions ?? el("ul", { class: "suggestions", part: "suggestions", "aria-label": words.suggestions });
  const field =
    before?.field ??
    el("textarea", {
      id: "message",
      part: "input",
      rows: 1,
      maxlength: LONGEST_MESSAGE,
      enterkeyhint: "send",
      dir: "auto",
      keydown: onKey,
      input: onInput,
    });

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      notices.say(words.copied);
    } catch {
      notices.say(words.copy_failed);
    }
  }

  function onInput() {
    suggest();
    if (field.value.length === LONGEST_MESSAGE) notices.say(words.input_limit.replace("{count}", LONGEST_MESSAGE));
  }

  /** Topics that the words in the field may be about, each to be asked for by a press. */
  async function suggest() {
    try {
      const [{ matchTopics }, topics] = await Promise.all([later(), setting.topics()]);
      const choose = (topic) => {
        clear();
        ask(topic.title, topic.payload);
      };
      const draw = (topic) => el("li", null, button(() => choose(topic), { part: "suggestion" }, topic.title));
      suggestions.replaceChildren(...matchTopics(topics, field.value).map(draw));
    } catch {
      // Without them everything can be asked all the same.
    }
  }

  function clear() {
    field.value = "";
    suggestions.replaceChildren();
  }

  // While composing, Enter belongs to the input method.
  function onKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
  }

  function submit(event) {
    event.preventDefault();
    const text = field.value.trim();
    if (!text) return;
    clear();
    // Or the keyboard of a phone would cover the answer.
    if (matchMedia("(pointer: coarse)").matches) field.blur();
    ask(text);
  }

  /** Asks before a conversation is lost. */
  function restart({ currentTarget }) {
    const usual = [...currentTarget.childNodes];
    if (usual.length > 1 && conversation.entries.some(({ text }) => text)) {
      currentTarget.replaceChildren(el("strong", null, words.restart_ask));
      notices.say(words.restart_ask);
      setTimeout(() => currentTarget.replaceChildren(...usual), SHOWN_FOR);
    } else conversation.restart();
  }

  /** Uses the parts that are loaded later, or does something else where they do not come. */
  const withParts = (use, otherwise) => later().then(use).catch(otherwise);

  const print = () =>
    withParts(
      ({ printSummary }) => printSummary(conversation.entries, context, node),
      () => notices.say(words.part_failed),
    );

  /** All topics in a list; without it the service offers some. */
  const showTopics = () =>
    withParts(
      async ({ openTopics }) => openTopics(await setting.topics(), context, node),
      () => ask(words.topics, "/topics"),
    );

  const tool = (name, text, click) =>
    button(click, { class: "tool", part: `tool ${name}`, title: text }, icon(name), el("span", null, text));
  const way = (text, payload, ...more) => button(() => ask(text, payload), { part: "way" }, ...more, text);

  const last = close && tool("close", words.close, close);
  const node = el(
    "div",
    { class: "body" },
    el(
      "div",
      { class: "head", part: "header" },
      el("h2", { id: "heading" }, heading),
      el("div", { class: "tools" }, reading.tool, tool("restart", words.restart, restart), tool("print", words.summary, print), last),
    ),
    notices.banner,
    transcript.node,
    el("p", { id: "hint", class: "hint" }, words.transcript_hint),
    notices.activity,
    reading.bar,
    el(
      "div",
      { class: "foot", part: "footer" },
      el(
        "div",
        { class: "ways" },
        way(words.professional, words.professional_payload, icon("guardrail")),
        button(showTopics, { part: "way" }, words.topics),
        way(words.types, "/show_types"),
      ),
      suggestions,
      // Not submitted as a form: sandboxed frames forbid that.
      el(
        "form",
        null,
        el("label", { for: "message" }, words.message_label),
        field,
        button(submit, { class: "send", part: "send" }, words.send),
      ),
    ),
  );

  function change(entry) {
    transcript.change(entry);
    if (entry.status === "waiting") return hold(entry);
    if (entry.status === "sent") notices.online();
    if (entry.status !== "failed") return;
    // A start has no place of its own for a button.
    const again = () => [notices.banner.focus(), resend(entry)];
    notices.trouble(words.trouble, entry.text ? [] : [button(again, null, words.resend)]);
    transcript.reveal();
    tell("error", { code: entry.code });
  }

  const held = new WeakSet();

  function hold(entry) {
    notices.trouble(entry.code === "offline" ? words.offline : words.down);
    if (held.has(entry)) return;
    held.add(entry);
    transcript.reveal();
    tell("error", { code: entry.code });
  }

  function add(entry) {
    transcript.add(entry);
    reading.hear(entry);
    if (entry.text !== "") tell("message", { from: entry.replies ? "guide" : "person" });
  }

  function watch(signal) {
    reading.watch(signal);
    const offline = () => notices.trouble(words.offline);
    // What waits is sent at once, and says itself whether it works.
    const online = () => conversation.entries.some(({ status }) => status === "waiting") || notices.online();
    addEventListener("offline", offline, { signal });
    addEventListener("online", online, { signal });
    if (!navigator.onLine) offline();
  }

  conversation.entries.forEach((entry) => transcript.add(entry, false));
  const forget = () => {
    reading.stop();
    transcript.clear();
  };
  conversation.listener = { add, change, clear: forget, busy: notices.busy };
  return { node, field, suggestions, notices, reading, reveal: transcript.reveal, watch };
}
