/**
 * A reproducible source of chance: the same parts give the same draws on every machine. The draws of one record come
 * from its own source (seed, kind, index), so that a record does not depend on which others were read before it.
 */
export class Random {
  private state: number;

  constructor(...parts: readonly (string | number)[]) {
    let hash = 0x811c9dc5;
    for (const part of parts) {
      if (typeof part === 'number') hash = Math.imul(hash ^ part, 0x9e3779b1);
      else for (let at = 0; at < part.length; at++) hash = Math.imul(hash ^ part.charCodeAt(at), 0x01000193);
      hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    }
    this.state = hash;
  }

  /** A number from 0 (included) to 1 (excluded), by mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One item of a list; throws when the list is empty. */
  pick<T>(list: readonly T[]): T {
    const item = list[Math.floor(this.next() * list.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from an empty list');
    return item;
  }

  /** One of the words, each as probable as its weight says. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
    const entries = Object.entries(weights) as [T, number][];
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [word, weight] of entries) if ((left -= weight) < 0) return word;
    throw new RangeError('Nothing to pick from weights that add up to nothing');
  }

  /** `length` decimal digits. */
  digits(length: number): string {
    let text = '';
    while (text.length < length) text += String(Math.floor(this.next() * 10));
    return text;
  }
}
