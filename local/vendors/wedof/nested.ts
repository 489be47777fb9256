import type { Collection, Slot } from '../collection';
import { mergeJson, toText, type JsonObject } from '../json';
import { scatter } from '../scatter';
import type { Kind, Picks } from '../vendor';

/** Records that belong to others: where the parents are, under which path each serves its own, and what they are. */
export interface Family<F extends object> {
  readonly parents: Collection<F>;
  path(parent: Slot<F>): string;
  children(parent: Slot<F>): readonly JsonObject[];
}

/** A record and the path it is served under. */
interface Placed {
  readonly path: string;
  readonly record: JsonObject;
}

/** Records of one kind that are listed parent by parent, such as the payments of a folder; each has a numeric `id`. */
export class Nested<F extends object, G extends object = F> implements Kind {
  private readonly patches = new Map<string, JsonObject>();
  private readonly removed = new Set<string>();
  private readonly added = new Map<string, JsonObject[]>();
  private turn = 0;
  private changes = 0;
  private kept: { readonly version: string; readonly all: readonly Placed[] } | undefined;

  constructor(
    private readonly first: Family<F>,
    private readonly second?: Family<G>,
    private readonly edit: (turn: number, now: number, silent: boolean) => JsonObject = () => ({}),
  ) {}

  /** The records of one parent, as the API serves them. */
  of<H extends object>(family: Family<H>, parent: Slot<H>): readonly JsonObject[] {
    const path = family.path(parent);
    return [...family.children(parent), ...(this.added.get(path) ?? [])]
      .filter((child) => !this.removed.has(toText(child.id)))
      .map((child) => mergeJson(child, this.patches.get(toText(child.id)) ?? {}));
  }

  size(): number {
    return this.all().length;
  }

  records(from: number, to: number): readonly JsonObject[] {
    return this.all()
      .slice(from, to)
      .map(({ record }) => record);
  }

  parents(from: number, to: number): readonly string[] {
    return this.all()
      .slice(from, to)
      .map(({ path }) => path);
  }

  update(picks: Picks, set: JsonObject | undefined, now: number, silent: boolean): readonly string[] {
    const keys = this.chosen(picks);
    this.changes++;
    return keys.map((key) => {
      const change = set ?? this.edit(++this.turn, now, silent);
      this.patches.set(key, mergeJson(this.patches.get(key) ?? {}, change));
      return key;
    });
  }

  create(count: number, set: JsonObject | undefined, now: number): readonly string[] {
    const all = this.all();
    this.changes++;
    return scatter(all.length, count, ++this.turn).map((at) => {
      const model = all[at];
      if (model === undefined) throw new RangeError('No parent to create a record below');
      const id = 9_000_000 + this.turn * 1000 + at;
      const record = mergeJson(mergeJson(model.record, this.edit(this.turn, now, false)), { ...set, id });
      this.added.set(model.path, [...(this.added.get(model.path) ?? []), record]);
      return String(id);
    });
  }

  remove(picks: Picks): readonly string[] {
    const keys = this.chosen(picks);
    this.changes++;
    keys.forEach((key) => this.removed.add(key));
    return keys;
  }

  private chosen({ keys, count = 1 }: Picks): readonly string[] {
    if (keys !== undefined) return keys;
    const all = this.all();
    return scatter(all.length, count, ++this.turn).map((at) => toText(all[at]?.record.id));
  }

  private all(): readonly Placed[] {
    const version = [this.changes, this.first.parents.version, this.second?.parents.version].join();
    if (this.kept?.version === version) return this.kept.all;
    const all = [...this.allOf(this.first), ...(this.second === undefined ? [] : this.allOf(this.second))];
    this.kept = { version, all };
    return all;
  }

  private allOf<H extends object>(family: Family<H>): readonly Placed[] {
    return family.parents.slots.flatMap((parent) => {
      const path = family.path(parent);
      return this.of(family, parent).map((record) => ({ path, record }));
    });
  }
}
