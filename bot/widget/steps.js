/** The choice of a guide's question that leads one step back, if there is one. */
export const stepBack = (buttons) => buttons.find((each) => depth(each) < depth(buttons[0]));

// As in `/guide{"id": "by-type", "answers": [1, 0]}`.
const depth = ({ payload }) => payload.match(/\d+(?=[,\]])/g)?.length ?? 0;
