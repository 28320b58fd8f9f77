const TIME_LIMIT = 15_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;
const TRIES = 5;
const LONGEST_KEPT = 60;

/**
 * What was said, the state to hand back, and what is still on its way. An entry is of a person
 * (`text`, sent as `payload`; `status` pending, sent or failed) or of the guide (`replies`).
 * Kept in sessionStorage under `key`; without `remembersAll`, the state alone.
 */
export function createConversation(client, key, remembersAll) {
  const kept = attempt(() => JSON.parse(sessionStorage.getItem(key)));
  let state = kept?.state ?? null;
  let stopped = new AbortController();
  let last = Promise.resolve();

  function keep() {
    const entries = remembersAll ? self.entries.slice(-LONGEST_KEPT) : [];
    attempt(() => sessionStorage.setItem(key, JSON.stringify({ state, entries })));
  }

  function mark(entry, status, code) {
    Object.assign(entry, { status, code });
    self.listener?.change(entry);
    self.listener?.busy(self.entries.some((each) => each.status === "pending"));
    keep();
  }

  function add(entry) {
    self.entries.push(entry);
    self.listener?.add(entry);
    keep();
  }

  async function deliver(entry, signal) {
    let replies;
    try {
      replies = await client.send(entry, state, signal);
    } catch ({ code }) {
      if (!signal.aborted) mark(entry, "failed", code);
      return;
    }
    mark(entry, "sent");
    state = replies.at(-1)?.custom?.state ?? state;
    add({ replies });
  }

  const self = {
    entries: (remembersAll && kept?.entries) || [],

    /** Has add(entry), change(entry), clear() and busy(boolean). */
    listener: null,

    /** Has the guide greet a person who has not spoken yet; again, if that has failed. */
    begin() {
      const newest = self.entries.at(-1);
      if (!newest) self.say("", "/session_start");
      else if (newest.text === "" && newest.status === "failed") self.send(newest);
    },

    /** Settles with the answer or a failure. Without `text` nobody sees it. */
    say(text, payload = text) {
      // Not randomUUID: pages without https lack it.
      const id = crypto.getRandomValues(new Uint32Array(4)).join("-");
      const entry = { id, text, payload };
      add(entry);
      return self.send(entry);
    },

    send(entry) {
      const { signal } = stopped;
      mark(entry, "pending");
      const next = () => deliver(entry, signal);
      last = last.then(next, next);
      return last;
    },

    restart() {
      self.entries = [];
      self.stop();
      state = null;
      self.listener.clear();
      return self.say("", "/restart");
    },

    stop() {
      stopped.abort();
      stopped = new AbortController();
      for (const entry of self.entries) if (entry.status === "pending") mark(entry, "failed");
    },
  };
  self.stop();
  return self;
}

function attempt(action) {
  try {
    return action();
  } catch {}
}

/** The service at a base address. `onTrouble` gets passing troubles, and null when all is well. */
export function createClient(base, region, onTrouble) {
  async function insist(path, options, signal) {
    for (let tries = 1; ; tries++) {
      try {
        const answer = await request(base + path, options, signal);
        onTrouble(null);
        return answer;
      } catch (trouble) {
        signal.throwIfAborted();
        if (!navigator.onLine) tries = 0;
        if (!trouble.passing || tries >= TRIES) throw trouble;
        onTrouble(trouble);
        await pause(tries ? waitAfter(tries, trouble) : LONGEST_WAIT, signal);
      }
    }
  }

  return {
    guide: (signal) => insist("widget/texts", {}, signal),

    send({ id, payload }, state, signal) {
      const body = JSON.stringify({ message: payload, metadata: { state, message_id: id, region: region() } });
      const headers = { "Content-Type": "application/json" };
      return insist("webhooks/rest/webhook", { method: "POST", headers, body }, signal);
    },
  };
}

/** Waits until then, the network is back, or `signal` is aborted. */
export function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const end = () => {
      removeEventListener("online", end);
      resolve();
    };
    setTimeout(end, milliseconds);
    addEventListener("online", end);
    signal.onabort = end;
  });
}

async function request(url, options, signal) {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT)]);
  let response;
  try {
    response = await fetch(url, { ...options, cache: "no-store", signal: limit });
    if (response.ok) return await response.json();
  } catch {
    throw { code: limit.aborted ? "timeout" : "network", passing: true };
  }
  const { status, headers } = response;
  const { error } = await response.json().catch(() => ({}));
  throw {
    code: error?.code ?? `http_${status}`,
    passing: status >= 500 || status === 408 || status === 429,
    retryAfter: headers.get("Retry-After"),
  };
}

function waitAfter(tries, { retryAfter }) {
  const wait = FIRST_WAIT * 2 ** (tries - 1) * (0.8 + 0.4 * Math.random());
  return Math.min(Math.max(wait, retryAfter * 1000 || 0), LONGEST_WAIT);
}
