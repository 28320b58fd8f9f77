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
