import { button, el, icon, later } from "./dom.js";

/**
 * Reading aloud: off until somebody turns it on, and offered only where the browser has a voice on the device itself.
 * `latest` gives the replies that were shown last.
 */
export function createReading({ words, language }, latest, fail) {
  const speech = window.speechSynthesis;
  const tool = button(
    () => (isOn ? stop() : start()),
    { class: "tool", part: "tool read", title: words.read, hidden: true },
    icon("sound"),
    el("span", null, words.read),
  );
  const end = () => {
    stop();
    tool.focus();
  };
  const bar = el("div", { class: "reading", part: "reading" });
  const line = [icon("sound"), el("span", null, words.read_on), button(end, null, icon("close"), words.read_stop)];
  let isOn = false;

  // Others would send the words of the answer to somebody's server.
  const findVoice = () => speech?.getVoices().find(({ localService, lang }) => localService && lang.startsWith(language));

  function show() {
    tool.hidden = !isOn && !findVoice();
    tool.ariaPressed = isOn;
    bar.replaceChildren(...(isOn ? line : []));
  }

  async function read(replies) {
    try {
      const { speak } = await later();
      const voice = findVoice();
      if (isOn && voice) speak(replies, voice, words);
    } catch {
      stop();
      fail();
    }
  }

  function start() {
    isOn = true;
    show();
    read(latest());
  }

  function stop() {
    isOn = false;
    hush();
    show();
  }

  // Pages of others may speak, too.
  function hush() {
    if (speech?.speaking) speech.cancel();
  }

  function watch(signal) {
    speech?.addEventListener("voiceschanged", show, { signal });
    addEventListener("pagehide", stop, { signal });
    signal.addEventListener("abort", stop);
    show();
  }

  /** What was just said: an answer is read, and a question ends the reading of the one before. */
  function hear({ replies }) {
    if (!isOn) return;
    hush();
    if (replies) read(replies);
  }

  return { tool, bar, watch, hear, stop };
}
