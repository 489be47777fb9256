import type { JsonObject } from '../core/model';
import { mixHash, type CsvPiece, type ReadPiece } from './csv-pieces';
import { LARGEST_PART } from './cut-part';

/** Where a table's copy stands: the cursor of its steps. */
export interface CsvCopy extends JsonObject {
  /** The upload's address. Who knows it may write the file: no message shows it. */
  readonly session: string;
  /** How often the copy was begun anew. */
  readonly restarts: number;
  /** Bytes that the upload has received. */
  readonly received: number;
  /** The row (from 0) where the first piece begins that was not received whole. */
  readonly first: number;
  /** The bytes, rows and hash of the pieces before that one. */
  readonly base: number;
  readonly rows: number;
  readonly hash: number;
  /** The hash of that piece when some of it was received, else null. */
  readonly begun: number | null;
  /** The hash of all pieces when the last has been read, else null. */
  readonly whole: number | null;
  /** The second look at the tab: the row where its next piece begins, and the hash of those before; null: none is due. */
  readonly look: { readonly next: number; readonly hash: number } | null;
}

/** What is left of a table to send: enough pieces for one part, or all of them. */
export interface CsvRest {
  readonly pieces: readonly CsvPiece[];
  /** Bytes that were not received yet. */
  readonly bytes: number;
}

/** A copy that an upload has just been opened for. */
export function newCopy(session: string, restarts: number): CsvCopy {
  const nothing = { received: 0, first: 0, base: 0, rows: 0, hash: 0 };
  return { session, restarts, ...nothing, begun: null, whole: null, look: null };
}

/** Reads what is left to send: more than `LARGEST_PART` bytes, or all that is left of the table. */
export function readRest(read: ReadPiece, copy: CsvCopy): CsvRest {
  const pieces: CsvPiece[] = [];
  let bytes = copy.base - copy.received;
  let piece = read(copy.first);
  while (piece) {
    pieces.push(piece);
    bytes += piece.bytes;
    piece = bytes > LARGEST_PART ? null : read(piece.next);
  }
  return { pieces, bytes };
}

/** The copy when the upload has received that many bytes of it, the last of them from these pieces. */
export function advance(copy: CsvCopy, pieces: readonly CsvPiece[], received: number): CsvCopy {
  let { first, base, rows, hash } = copy;
  for (const piece of pieces) {
    if (base + piece.bytes > received) {
      return { ...copy, received, first, base, rows, hash, begun: base < received ? piece.hash : null };
    }
    [first, base, rows, hash] = [piece.next, base + piece.bytes, rows + piece.rows, mixHash(hash, piece)];
  }
  return { ...copy, received, first, base, rows, hash, begun: null };
}
