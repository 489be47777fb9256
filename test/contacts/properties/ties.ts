import type { Seen } from './seen';
import { demand } from './violation';
import type { World } from './world';

/** Throws where a contact or a row has two links, two contacts one mark, or one row two contacts that a sync made. */
export function checkTies({ excused }: World, { contacts, links }: Seen): void {
  for (const what of ['ref', 'source'] as const) {
    const names = links.map((link) => link[what]).filter((name) => name !== '');
    const [twice] = names.filter((name, n) => names.indexOf(name) !== n);
    demand('P5', twice === undefined, () => `two links have the ${what} ${twice}: ${JSON.stringify(links)}`);
  }
  const live = [...contacts.values()].filter(({ isLive }) => isLive);
  const marks = live.flatMap((contact) => contact.marks.filter((mark) => !excused.has(`${contact.key} ${mark}`)));
  const [twice] = marks.filter((mark, n) => marks.indexOf(mark) !== n);
  demand('P5', twice === undefined, () => `two contacts were made for ${twice}`);
}

/** Throws when a row that had a live contact of a sync's making got another one. */
export function checkBirths({ excused }: World, before: Seen, after: Seen): void {
  const born = [...after.contacts.values()].filter(
    ({ key, isLive, marks }) => isLive && marks.length > 0 && !before.contacts.has(key),
  );
  for (const { key, marks } of born) {
    const rows = after.rows.filter(({ id }) => marks.includes(id)).map(({ own }) => own);
    // Of a row and its copies nobody can tell which one was first.
    const isAlone = (id: string): boolean => before.rows.filter((row) => row.id === id).length === 1;
    const ids = new Set(before.rows.filter(({ own, id }) => rows.includes(own) && isAlone(id)).map(({ id }) => id));
    const others = [...after.contacts.values()].filter(
      (other) =>
        other.isLive &&
        other.key !== key &&
        other.marks.some((mark) => ids.has(mark) && !excused.has(`${other.key} ${mark}`)),
    );
    demand('P5', others.length === 0, () => `rows ${rows.join()} got a second contact ${key} beside ${others[0]?.key}`);
  }
}
