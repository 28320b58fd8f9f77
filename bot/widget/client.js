// Requests that survive a bad network.

const TIME_LIMIT = 15_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;
const TRIES = 5;

/** The service at a base address. `onTrouble` gets each passing trouble, and null when all is well. */
export class Client {
  #base;
  #onTrouble;

  constructor(base, onTrouble) {
    this.#base = base;
    this.#onTrouble = onTrouble;
  }

  /** Language, direction and words of the widget. */
  guide(signal) {
    return this.#insist("widget/texts", {}, signal);
  }

  /** The replies to a message. Each try has the same id, so a late answer does no harm. */
  send({ id, payload }, state, signal) {
    const body = JSON.stringify({ message: payload, metadata: { state, message_id: id } });
    const headers = { "Content-Type": "application/json" };
    return this.#insist("webhooks/rest/webhook", { method: "POST", headers, body }, signal);
  }

  async #insist(path, options, signal) {
    for (let tries = 1; ; tries++) {
      try {
        const answer = await attempt(this.#base + path, options, signal);
        this.#onTrouble(null);
        return answer;
      } catch (trouble) {
        signal.throwIfAborted();
        // Without a network no number of tries helps: they do not count.
        if (!navigator.onLine) tries = 0;
        if (!trouble.passing || tries >= TRIES) throw trouble;
        this.#onTrouble(trouble);
        await pause(tries ? waitAfter(tries, trouble) : LONGEST_WAIT, signal);
      }
    }
  }
}

/** Waits, but not longer than until the network is back or `signal` is aborted. */
export function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
    addEventListener("online", resolve, { once: true });
    signal.addEventListener("abort", resolve);
  });
}

async function attempt(url, options, signal) {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT)]);
  let response;
  try {
    response = await fetch(url, { ...options, cache: "no-store", signal: limit });
    if (response.ok) return await response.json();
  } catch {
    throw { code: limit.aborted ? "timeout" : "network", passing: true };
  }
  const { error } = await response.json().catch(() => ({}));
  throw {
    code: error?.code ?? `http_${response.status}`,
    passing: response.status >= 500 || [408, 429].includes(response.status),
    retryAfter: response.headers.get("Retry-After"),
  };
}

// Doubles, with chance in it, so that many chats do not come back in the same moment.
function waitAfter(tries, { retryAfter }) {
  const wait = FIRST_WAIT * 2 ** (tries - 1) * (0.8 + 0.4 * Math.random());
  return Math.min(Math.max(wait, retryAfter * 1000 || 0), LONGEST_WAIT);
}
