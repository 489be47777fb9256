import type { Fields, Json } from './contact-book';
import { SINGLETONS } from './person-fields';

/** What a contact says after another was merged into it: its own first, then what only the other had. */
export function mergeFields(keep: Fields, drop: Fields): Fields {
  const merged: Fields = { ...keep };
  for (const [field, items] of Object.entries(drop)) {
    const own = keep[field] ?? [];
    if (SINGLETONS.includes(field)) merged[field] = own.length > 0 ? own : items;
    else merged[field] = [...own, ...items.filter((item) => !own.some((each) => isSame(each, item)))];
  }
  return merged;
}

function isSame(a: Json, b: Json): boolean {
  const [left, right] = [a.value, b.value];
  if (typeof left === 'string' && typeof right === 'string') return left.toLowerCase() === right.toLowerCase();
  return JSON.stringify(a) === JSON.stringify(b);
}
