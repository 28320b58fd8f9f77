/** Whether the browser has what the chat cannot be shown without. */
export function isAble() {
  return Boolean(HTMLElement.prototype.togglePopover) && CSS.supports("color", "light-dark(red, red)");
}

/** British dates, if the page wants them, but no language that the service lacks. */
export function chooseLocale(wanted, language) {
  try {
    if (new Intl.Locale(wanted).language === new Intl.Locale(language).language) return wanted;
  } catch {}
  return language;
}

/** The payload of `#net-guide=intent/subject` or `#net-guide=guide/id`; nothing for any other address. */
export function payloadIn(hash) {
  const [, name, id] = hash.match(/^#net-guide=([a-z_]+)\/([\w-]+)$/) ?? [];
  if (!name) return null;
  return name === "guide" ? `/guide{"id": "${id}", "answers": []}` : `/${name}{"subject": "${id}"}`;
}

/** Loads once; after a failure, again. */
export function remembered(load) {
  let loaded;
  return () => (loaded ??= load().catch((error) => {
    loaded = null;
    throw error;
  }));
}
