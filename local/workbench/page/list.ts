/** Lists items under a parent; items that were there before, compared as JSON, keep their elements and what is open in them. */
export function createList<T>(parent: HTMLElement, toElement: (item: T) => HTMLElement): (items: readonly T[]) => void {
  let known = new Map<string, HTMLElement>();
  return (items) => {
    const next = new Map<string, HTMLElement>();
    items.forEach((item) => {
      const text = JSON.stringify(item);
      next.set(text, known.get(text) ?? toElement(item));
    });
    known.forEach((each, text) => {
      if (!next.has(text)) each.remove();
    });
    [...next.values()].forEach((each, i) => {
      if (parent.children[i] !== each) parent.insertBefore(each, parent.children[i] ?? null);
    });
    known = next;
  };
}
