import { el, icon } from "./dom.js";

const PATIENCE = 400;
/** Milliseconds for which a passing notice stays. */
export const SHOWN_FOR = 4_000;

/** The banner, on the connection, and the line that says what is going on. */
export function createNotices(words) {
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
