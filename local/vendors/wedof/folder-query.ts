import type { Collection, Slot } from '../collection';
import { isJsonObject, type JsonObject } from '../json';
import type { Listing } from './paging';
import { readPeriod } from './period';
import { badParameter } from './problem';

/** How one kind of folders can be filtered and sorted. */
export interface QueryPlan<F> {
  /** Filters by equality with one of a comma-separated list, and the words each takes. */
  readonly filters: readonly { readonly name: keyof F & string; readonly words: readonly string[] }[];
  /** The default first. */
  readonly sorts: readonly string[];
  /** Names that `filterOnStateDate` takes; the default first. */
  readonly dates: readonly string[];
}

/** The slots a list shows, in its order, and how it orders those that its sort cannot tell apart. */
interface View<F> {
  readonly slots: readonly Slot<F>[];
  /** Equal numbers are ties; absent when every slot has its own place. */
  readonly ranks?: readonly (number | string)[];
}

/**
 * Selects and orders folders as the query asks. Views are kept until a record changes, so that the pages of one walk
 * cost one selection. Throws a Problem for a word that a parameter does not know.
 */
export class FolderQuery<F extends object> {
  private readonly views = new Map<string, View<F>>();
  private version = -1;

  constructor(
    private readonly folders: Collection<F>,
    private readonly plan: QueryPlan<F>,
  ) {}

  private view(query: URLSearchParams, now: number): View<F> {
    const tests = this.readFilters(query);
    const period = readPeriod(query, now);
    const date = oneOf(query, 'filterOnStateDate', this.plan.dates);
    const sort = oneOf(query, 'sort', this.plan.sorts);
    const order = oneOf(query, 'order', ['desc', 'asc']);
    if (this.version !== this.folders.version) this.views.clear();
    this.version = this.folders.version;
    const name = JSON.stringify([tests, period, period && date, sort, order]);
    let view = this.views.get(name);
    if (view === undefined) {
      const slots = this.folders.slots.filter(
        (slot) =>
          tests.every(([field, words]) => words.includes(String(slot.facts[field]))) &&
          (period === undefined || within(this.dateOf(slot, date), period)),
      );
      view = this.sorted(slots, sort, order);
      this.views.set(name, view);
    }
    return view;
  }

  /** The list that a query asks for. */
  listing(list: string, query: URLSearchParams, now: number): Listing {
    const view = this.view(query, now);
    return {
      list,
      total: view.slots.length,
      read: (from, to) => slotsAt(view, from, to).map((slot) => this.folders.read(slot)),
      keys: (from, to) => slotsAt(view, from, to).map((slot) => this.folders.keyOf(slot)),
    };
  }

  private readFilters(query: URLSearchParams): readonly (readonly [keyof F & string, readonly string[]])[] {
    return this.plan.filters.flatMap(({ name, words }) => {
      const asked = query.get(name);
      if (asked === null || asked === '' || asked === 'all') return [];
      const list = asked.split(',');
      for (const word of list) if (!words.includes(word)) throw badParameter(name, `"${word}" is not a valid choice.`);
      return [[name, list] as const];
    });
  }

  private dateOf(slot: Slot<F>, name: string): number {
    const fact = (slot.facts as Readonly<Record<string, unknown>>)[name];
    if (typeof fact === 'number') return fact;
    const record = this.folders.read(slot);
    return Date.parse(textAt(record, 'history', name) ?? textAt(record, 'trainingActionInfo', name) ?? '');
  }

  private sorted(slots: readonly Slot<F>[], sort: string, order: string): View<F> {
    const direction = order === 'asc' ? 1 : -1;
    if (sort === 'id') return { slots: direction === 1 ? slots : [...slots].reverse() };
    const ranked = slots.map((slot) => ({ slot, rank: this.rankOf(slot, sort) }));
    ranked.sort((a, b) => (a.rank < b.rank ? -direction : a.rank > b.rank ? direction : 0));
    return { slots: ranked.map(({ slot }) => slot), ranks: ranked.map(({ rank }) => rank) };
  }

  private rankOf(slot: Slot<F>, sort: string): number | string {
    if (sort === 'firstName' || sort === 'lastName') return textAt(this.folders.read(slot), 'attendee', sort) ?? '';
    const date = this.dateOf(slot, sort);
    return Number.isNaN(date) ? 0 : date;
  }
}

/** The slots of a page. Ties change places from one page to the next, as databases let them. */
function slotsAt<F>(view: View<F>, from: number, to: number): readonly Slot<F>[] {
  const odd = Math.floor(from / Math.max(1, to - from)) % 2 === 1;
  const page = view.slots.slice(from, to);
  if (!odd || view.ranks === undefined) return page;
  return page.map((slot, at) => view.slots[mirrored(view.ranks, from + at)] ?? slot);
}

/** The position that trades places with `position` when each group of ties is read backwards. */
function mirrored(ranks: View<unknown>['ranks'], position: number): number {
  if (ranks === undefined) return position;
  let first = position;
  let last = position;
  while (first > 0 && ranks[first - 1] === ranks[position]) first--;
  while (last + 1 < ranks.length && ranks[last + 1] === ranks[position]) last++;
  return first + last - position;
}

function within(instant: number, { since, until }: { since: number; until: number }): boolean {
  return instant >= since && instant <= until;
}

function oneOf(query: URLSearchParams, name: string, words: readonly string[]): string {
  const word = query.get(name) ?? words[0] ?? '';
  if (!words.includes(word)) throw badParameter(name, 'The value you selected is not a valid choice.');
  return word;
}

function textAt(record: JsonObject, part: string, name: string): string | undefined {
  const object = record[part];
  const value = isJsonObject(object) ? object[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
