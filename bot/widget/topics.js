const MOST = 3;
export const wordsOf = (text, least = 3) =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= least);

/** Topics that what somebody types may be about. All of it happens here; nothing is sent. */
export function matchTopics(topics, text) {
  const typed = wordsOf(text);
  const whole = typed.join("").length;
  const rated = topics.map((topic) => {
    const named = wordsOf(topic.title);
    const found = typed.filter((each) => named.some((word) => word.startsWith(each)));
    return { topic, rate: found.join("").length };
  });
  // Long words say more than short ones, and half of them must be there.
  const good = rated.filter(({ rate }) => rate && rate >= whole / 2);
  good.sort((one, other) => other.rate - one.rate || one.topic.title.length - other.topic.title.length);
  return good.slice(0, MOST).map(({ topic }) => topic);
}
