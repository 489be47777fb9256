import type { Placed } from './account';
import { invalid } from './refusal';

/** The cursors of incremental exports: positions that say all there is to know, so that the server need not keep them. */
export class Cursors {
  /** Those that are taken; undefined: all. */
  private taken: Set<string> | undefined;
  private refusedWith = 400;
  private repeats = 0;

  /** From now on every cursor that was made before answers with a status. */
  refuse(status: number): void {
    this.taken = new Set();
    this.refusedWith = status;
  }

  /** The next `times` pages lead to themselves. */
  repeat(times: number): void {
    this.repeats = times;
  }

  /** The cursor after a record; instead of it, the one that was asked with, when that is to be repeated. */
  make({ at, id }: Placed, asked: string | null): { readonly cursor: string; readonly isRepeated: boolean } {
    const isRepeated = asked !== null && this.repeats > 0;
    if (isRepeated) this.repeats--;
    const cursor = isRepeated ? asked : Buffer.from(`${String(at)}.0||${String(id)}|`).toString('base64');
    this.taken?.add(cursor);
    return { cursor, isRepeated };
  }

  /** Where a cursor leads; throws a Refusal when it cannot be read or is refused. */
  read(cursor: string): Placed {
    const [, at, id] = /^(\d+)\.0\|\|(\d+)\|$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
    const isTaken = this.taken?.has(cursor) ?? true;
    if (at === undefined || id === undefined || !isTaken) {
      throw invalid('The cursor is invalid.', isTaken ? 400 : this.refusedWith, 'InvalidCursor');
    }
    return { at: Number(at), id: Number(id) };
  }
}
