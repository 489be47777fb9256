/** An HTML element with its attributes (`true`: present without a value, `false`: absent) and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | boolean>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

/**
 * A button. While what it does has not ended it is marked as busy, and presses do nothing: it stays in the tab order, so
 * that the keyboard does not lose its place.
 */
export function button(
  label: string,
  press: () => unknown,
  attributes: Readonly<Record<string, string | boolean>> = {},
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', () => {
    if (made.ariaBusy === 'true' || made.ariaDisabled === 'true') return;
    made.ariaBusy = 'true';
    void Promise.resolve(press()).finally(() => {
      made.ariaBusy = null;
    });
  });
  return made;
}
