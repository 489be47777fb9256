import { mergeJson, type JsonObject } from './json';
import { scatter } from './scatter';
import type { Kind, Picks } from './vendor';

/** One record: where it comes from, the facts it is filtered by, and what was changed since. */
export interface Slot<F> {
  readonly index: number;
  readonly facts: F;
  patch: JsonObject | undefined;
}

export interface CollectionPlan<F> {
  readonly size: number;
  /** The facts of the record made from `index`; `now` is given for one that is created while the server runs. */
  facts(index: number, now?: number): F;
  /** What identifies the record in `find`, cheap to compute. */
  key(slot: Slot<F>): string;
  /** The record as first seeded, before changes. */
  build(slot: Slot<F>): JsonObject;
  /** What an update writes when the caller says nothing else; `turn` counts the updates. */
  edit(turn: number): JsonObject;
  /** Records the instant of a change in the facts; `turn` counts the updates. */
  stamp?(facts: F, now: number, turn: number): void;
}

/**
 * The records of one kind, in the order of their creation. They are made when read, from their index, so that 60,000
 * of them cost nothing until asked for; only facts and changes are kept.
 */
export class Collection<F extends object = object> implements Kind {
  /** Moves with every change, for views that are kept. */
  version = 0;
  private rows: Slot<F>[] = [];
  private byKey: Map<string, Slot<F>> | undefined;
  private next = 0;
  private turn = 0;

  constructor(private readonly plan: CollectionPlan<F>) {
    while (this.next < plan.size) this.append();
  }

  get slots(): readonly Slot<F>[] {
    return this.rows;
  }

  size(): number {
    return this.rows.length;
  }

  keyOf(slot: Slot<F>): string {
    return this.plan.key(slot);
  }

  read(slot: Slot<F>): JsonObject {
    const record = this.plan.build(slot);
    return slot.patch === undefined ? record : mergeJson(record, slot.patch);
  }

  records(from: number, to: number): readonly JsonObject[] {
    return this.rows.slice(from, to).map((slot) => this.read(slot));
  }

  find(key: string): Slot<F> | undefined {
    this.byKey ??= new Map(this.rows.map((slot) => [this.plan.key(slot), slot]));
    return this.byKey.get(key);
  }

  /** The record made from `index`, unless it was removed. */
  at(index: number): Slot<F> | undefined {
    // Positions only ever move down, by the number of removed records before them.
    let position = Math.min(index, this.rows.length - 1);
    while (position >= 0 && (this.rows[position]?.index ?? 0) > index) position--;
    const slot = this.rows[position];
    return slot?.index === index ? slot : undefined;
  }

  update(picks: Picks, set: JsonObject | undefined, now: number, silent: boolean): readonly string[] {
    const slots = this.chosen(picks);
    this.version++;
    this.byKey = undefined;
    return slots.map((slot) => {
      this.lay(slot, set ?? this.plan.edit(++this.turn));
      if (!silent) this.plan.stamp?.(slot.facts, now, this.turn);
      return this.plan.key(slot);
    });
  }

  create(count: number, set: JsonObject | undefined, now: number): readonly string[] {
    this.version++;
    this.byKey = undefined;
    return Array.from({ length: count }, () => {
      const slot = this.append(now);
      if (set !== undefined) this.lay(slot, set);
      return this.plan.key(slot);
    });
  }

  remove(picks: Picks): readonly string[] {
    const gone = new Set(this.chosen(picks));
    this.version++;
    this.byKey = undefined;
    this.rows = this.rows.filter((slot) => !gone.has(slot));
    return [...gone].map((slot) => this.plan.key(slot));
  }

  private append(now?: number): Slot<F> {
    const index = this.next++;
    const slot: Slot<F> = { index, facts: this.plan.facts(index, now), patch: undefined };
    this.rows.push(slot);
    return slot;
  }

  private chosen({ keys, count = 1 }: Picks): readonly Slot<F>[] {
    const slots =
      keys === undefined
        ? scatter(this.rows.length, count, ++this.turn).map((at) => this.rows[at])
        : keys.map((key) => this.find(key));
    return slots.filter((slot) => slot !== undefined);
  }

  private lay(slot: Slot<F>, set: JsonObject): void {
    slot.patch = slot.patch === undefined ? set : mergeJson(slot.patch, set);
    // A state that was set by hand must also be the state that filters see.
    for (const key of Object.keys(slot.facts)) {
      const value = set[key];
      if (typeof value === 'string') Object.assign(slot.facts, { [key]: value });
    }
  }
}
