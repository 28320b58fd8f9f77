const TIME_LIMIT = 15_000;
const FIRST_WAIT = 1_000;
const LONGEST_PATIENCE = 20_000;
const LONGEST_WAIT = 60_000;
const LONGEST_KEPT = 60;

/**
 * What was said, the state to hand back, and what is still on its way. An entry is of a person
 * (`text`, sent as `payload`; `status` pending, waiting for the network, sent or failed) or of the guide (`replies`).
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
    self.listener?.busy(self.entries.some(isOnItsWay));
    keep();
  }

  function add(entry) {
    self.entries.push(entry);
    self.listener?.add(entry);
    keep();
  }

  async function deliver(entry, signal) {
    const onTrouble = ({ code }) => mark(entry, "waiting", code);
    let replies;
    try {
      replies = await client.send(entry, state, signal, onTrouble);
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

    /** Sends again what has failed; what waits is tried at once. */
    send(entry) {
      if (entry.status === "waiting") return wake();
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
      for (const entry of self.entries) if (isOnItsWay(entry)) mark(entry, "failed");
    },
  };
  self.stop();
  return self;
}

const isOnItsWay = ({ status }) => status === "pending" || status === "waiting";

function attempt(action) {
  try {
    return action();
  } catch {}
}

/** The service at a base address. Requests go on until they work; `onTrouble` gets each trouble that may pass. */
export function createClient(base, region) {
  async function insist(path, options, signal, onTrouble) {
    for (let tries = 1; ; tries++) {
      try {
        return await request(base + path, options, signal);
      } catch (trouble) {
        signal.throwIfAborted();
        if (!trouble.passing) throw trouble;
        onTrouble(trouble);
        await pause(waitAfter(tries, trouble), signal);
      }
    }
  }

  return {
    glossary: () => request(`${base}widget/glossary`, {}, new AbortController().signal),
    topics: () => request(`${base}widget/topics`, {}, new AbortController().signal),
    guide: (signal, onTrouble) => insist("widget/texts", {}, signal, onTrouble),

    /** Counts a thumb. It goes without the conversation, and is not sent again. */
    rate: (cell, thumb) => request(`${base}feedback`, posted({ cell, thumb }), new AbortController().signal),

    send({ id, payload }, state, signal, onTrouble) {
      const message = { message: payload, metadata: { state, message_id: id, region: region() } };
      return insist("webhooks/rest/webhook", posted(message), signal, onTrouble);
    },
  };
}

const posted = (data) => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(data),
});

const asleep = new Set();

function wake() {
  for (const end of asleep) end();
}

/** Waits until then, the network is back, somebody presses "Try again", or `signal` is aborted. */
export function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const end = () => {
      asleep.delete(end);
      removeEventListener("online", end);
      resolve();
    };
    asleep.add(end);
    setTimeout(end, milliseconds);
    addEventListener("online", end);
    signal.onabort = end;
  });
}

async function request(url, options, signal) {
  const limit = new AbortController();
  const stop = () => limit.abort();
  const timer = setTimeout(stop, TIME_LIMIT);
  signal.addEventListener("abort", stop);
  let response;
  try {
    response = await fetch(url, { ...options, cache: "no-store", signal: limit.signal });
    if (response.ok) return response.status === 204 ? null : await response.json();
  } catch {
    const code = limit.signal.aborted ? "timeout" : "network";
    throw { code: navigator.onLine ? code : "offline", passing: true };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
  const { status, headers } = response;
  const { error } = await response.json().catch(() => ({}));
  throw {
    code: error?.code ?? `http_${status}`,
    passing: status >= 500 || status === 408 || status === 429,
    retryAfter: headers.get("Retry-After"),
  };
}

/** What comes after the network is back starts at once; until then there is little use in trying. */
function waitAfter(tries, { code, retryAfter }) {
  if (code === "offline") return LONGEST_WAIT;
  const wait = Math.min(FIRST_WAIT * 2 ** (tries - 1), LONGEST_PATIENCE) * (0.8 + 0.4 * Math.random());
  return Math.min(Math.max(wait, retryAfter * 1000 || 0), LONGEST_WAIT);
}
