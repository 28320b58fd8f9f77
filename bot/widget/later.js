// The parts of the chat that most people never use, or only after a first answer: one file of their own.
export { drawBody } from "./body.js";
export { drawThumbs } from "./feedback.js";
export { toggleMeaning } from "./meaning.js";
export { printSummary } from "./print.js";
export { speak } from "./speech.js";
export { openTopics } from "./topic-list.js";
export { matchTopics } from "./topics.js";
export { drawTree } from "./tree.js";
