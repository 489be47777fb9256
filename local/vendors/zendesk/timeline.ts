import type { Collection, Slot } from '../collection';
import type { Placed } from './account';

/** The records of a collection, from which none is ever removed, strictly ascending by (instant of change, id). */
export class Timeline<F extends Placed> {
  private order: Slot<F>[] = [];
  private version = -1;

  constructor(private readonly collection: Collection<F>) {}

  get slots(): readonly Slot<F>[] {
    const { slots, version } = this.collection;
    if (version !== this.version) {
      // Mostly sorted from last time, which sorting makes use of.
      for (const slot of slots.slice(this.order.length)) this.order.push(slot);
      this.order.sort((a, b) => a.facts.at - b.facts.at || a.facts.id - b.facts.id);
      this.version = version;
    }
    return this.order;
  }

  /** The position of the first record that comes after (at, id); with id 0, of the first that is not before `at`. */
  after(at: number, id: number): number {
    const { slots } = this;
    let [low, high] = [0, slots.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const facts = slots[middle]?.facts;
      if (facts !== undefined && (facts.at < at || (facts.at === at && facts.id <= id))) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
