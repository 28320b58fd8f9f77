// Some browsers forget what nobody holds, and fall silent in the middle.
let spoken = [];

/** Reads replies aloud, paragraph by paragraph, in a voice of the device. */
export function speak(replies, voice, words) {
  spoken = replies.flatMap((reply) => textsOf(reply, words)).map((text) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    return utterance;
  });
  for (const each of spoken) speechSynthesis.speak(each);
}

function textsOf({ text, custom = {} }, words) {
  const { kind, blocks = [{ text }], notes = [] } = custom;
  return [words[`${kind}_heading`], ...blocks.map((block) => block.text), ...notes].filter(Boolean);
}
