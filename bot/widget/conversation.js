// The conversation: what was said, the state to hand back, and what is still on its way.

// A long conversation must not fill the storage that the page may need.
const LONGEST_KEPT = 60;

/**
 * Sends messages one after the other. Its `listener` has add(entry), change(entry), clear() and
 * busy(boolean). An entry is what a person said (`text`, sent as `payload`; `silent` if nobody
 * wrote it; `status` pending, sent or failed) or the guide (`replies`).
 */
export class Conversation {
  entries = [];
  listener;
  #client;
  #key;
  #keepsTranscript;
  #state = null;
  #begun = false;
  #stop = new AbortController();
  #last = Promise.resolve();

  /** Kept in sessionStorage under `key`: the state, what was said only if the page wants it. */
  constructor(client, key, keepsTranscript) {
    this.#client = client;
    this.#key = key;
    this.#keepsTranscript = keepsTranscript;
    this.#recall();
  }

  /** Has the guide greet a person who has not spoken yet. */
  begin() {
    if (!this.#begun) this.say("", "/session_start");
  }

  /** Settles when the message was answered or has failed. */
  say(text, payload = text) {
    this.#begun = true;
    // Not randomUUID: pages without https lack it.
    const id = crypto.getRandomValues(new Uint32Array(4)).join("-");
    const entry = { id, text, payload, silent: !text };
    this.#add(entry);
    return this.send(entry);
  }

  /** Sends an entry, or sends it again under the same id. */
  send(entry) {
    this.#mark(entry, "pending");
    const { signal } = this.#stop;
    // A message needs the state after the one before.
    this.#last = this.#last.then(() => signal.aborted || this.#deliver(entry, signal));
    return this.#last;
  }

  /** Forgets all and starts anew. */
  restart() {
    this.stop();
    this.entries = [];
    this.#state = null;
    this.listener.clear();
    return this.say("", "/restart");
  }

  /** Gives up what is on its way. */
  stop() {
    this.#stop.abort();
    this.#stop = new AbortController();
    for (const entry of this.entries) if (entry.status === "pending") this.#mark(entry, "failed");
  }

  async #deliver(entry, signal) {
    try {
      const replies = await this.#client.send(entry, this.#state, signal);
      this.#state = replies.at(-1)?.custom?.state ?? this.#state;
      this.#mark(entry, "sent");
      this.#add({ replies });
    } catch (trouble) {
      if (!signal.aborted) this.#mark(entry, "failed", trouble.code);
    }
  }

  #mark(entry, status, code) {
    Object.assign(entry, { status, code });
    this.listener.change(entry);
    this.listener.busy(this.entries.some((each) => each.status === "pending"));
    this.#keep();
  }

  #add(entry) {
    this.entries.push(entry);
    this.listener.add(entry);
    this.#keep();
  }

  #keep() {
    const entries = this.#keepsTranscript ? this.entries.slice(-LONGEST_KEPT) : [];
    attempt(() => sessionStorage.setItem(this.#key, JSON.stringify({ state: this.#state, entries })));
  }

  // A duplicated tab begins with a copy of this, and from there goes its own way.
  #recall() {
    const kept = attempt(() => JSON.parse(sessionStorage.getItem(this.#key)));
    this.#state = kept?.state ?? null;
    if (!this.#keepsTranscript || !kept?.entries?.length) return;
    this.#begun = true;
    this.entries = kept.entries;
    for (const entry of this.entries) if (entry.status === "pending") entry.status = "failed";
  }
}

// Storage may be full or forbidden. The chat goes on without.
function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}
