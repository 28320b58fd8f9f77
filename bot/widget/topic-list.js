import { button, el, icon } from "./dom.js";
import { wordsOf } from "./topics.js";

/** A list of all topics with a filter, over the chat in `place`. All of it happens in the browser. */
export function openTopics(topics, { words, ask }, place) {
  const choose = ({ title, payload }) => {
    list.close();
    ask(title, payload);
  };
  const draw = (topic) => el("li", null, button(() => choose(topic), { part: "topic" }, topic.short));
  const found = el("div", { class: "found" });
  const count = el("p", { role: "status", class: "count" });
  const filter = el("input", { id: "filter", type: "search", autocomplete: "off", dir: "auto", input: show });

  function show() {
    const typed = wordsOf(filter.value, 1);
    const fits = ({ title, group }) => {
      const named = wordsOf(`${title} ${group}`, 1);
      return typed.every((each) => named.some((word) => word.startsWith(each)));
    };
    const shown = topics.filter(fits);
    const groups = Map.groupBy(shown, ({ group }) => group);
    const section = ([group, some]) => [group && el("h3", null, group), el("ul", null, some.map(draw))];
    found.replaceChildren(...[...groups].flatMap(section).filter(Boolean));
    count.textContent = words.topics_count.replace("{count}", shown.length);
  }

  const head = el(
    "div",
    { class: "head" },
    el("h2", { id: "topics-heading" }, words.topics_all),
    button(() => list.close(), { class: "tool", title: words.topics_close }, icon("close"), el("span", null, words.topics_close)),
  );
  const label = el("label", { for: "filter" }, words.topics_filter);
  const list = el(
    "dialog",
    // What is pressed here is not meant for the panel below, which Escape closes.
    { class: "topics", part: "topics", "aria-labelledby": "topics-heading", keydown: (event) => event.stopPropagation() },
    head,
    el("div", { class: "filter" }, label, filter, count),
    found,
  );
  list.addEventListener("close", () => list.remove());
  show();
  place.append(list);
  list.showModal();
  // On a phone the keyboard would cover the list.
  if (!matchMedia("(pointer: coarse)").matches) filter.focus();
}
