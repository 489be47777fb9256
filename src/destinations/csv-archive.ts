import { DataError, StaleError } from '../core/errors';
import type { Drive, Store, Upload } from '../platform/services';
import { beginExport, endExport } from './begin-export';
import { advance, newCopy, readRest, type CsvCopy, type CsvRest } from './csv-copy';
import { createCsvPieces, mixHash, type ReadPiece } from './csv-pieces';
import { cutLastPart, cutPart, LARGEST_PART } from './cut-part';
import type { Archive, FileTarget, Table } from './destination';

/**
 * Copies of tables as CSV files in the folder `exports` of Google Drive. Each step opens an upload, sends one part of at most
 * 4 MiB, or reads one piece of the tab: a tab that takes several spreadsheet calls is read twice before the last part goes,
 * because users sort and edit while a copy is made. A copy that does not agree with the second reading, and one whose upload
 * has ended too early, is begun anew twice, then ends in a `DataError`. `store` remembers which file is whose.
 */
export function createCsvArchive(drive: Drive, store: Store): Archive {
  let held: { readonly table: Table; readonly session: string; readonly read: ReadPiece } | null = null;
  return {
    write(table, file, cursor) {
      if (table.columns().length === 0) return { cursor: {}, done: true, rows: 0, requests: 0 };
      const before = drive.requests();
      const copy = cursor as CsvCopy | null;
      const isHeld = held?.table === table && held.session === copy?.session;
      const read = isHeld && held ? held.read : createCsvPieces(table, file.separator);
      // What an error cuts short must be asked of Drive.
      held = null;
      const desk = { drive, store, file, read };
      const step = copy ? unlessStale(desk, copy, () => takeStep(desk, copy, isHeld)) : begin(desk, 0);
      const requests = drive.requests() - before;
      if (typeof step === 'number') return { cursor: {}, done: true, rows: step, requests };
      const isSame = step.session === copy?.session;
      held = { table, session: step.session, read: isSame ? read : createCsvPieces(table, file.separator) };
      return { cursor: step, done: false, rows: step.rows, requests };
    },
  };
}

interface Desk {
  readonly drive: Drive;
  readonly store: Store;
  readonly file: FileTarget;
  readonly read: ReadPiece;
}

/** The copy a step further, or how many rows it holds when it is done. */
type Step = CsvCopy | number;

const MOST_RESTARTS = 2;

function begin({ drive, store, file }: Desk, restarts: number): Step {
  return newCopy(beginExport(drive, store, file), restarts);
}

/** A table that is rearranged while it is read has changed. */
function unlessStale(desk: Desk, copy: CsvCopy, take: () => Step): Step {
  try {
    return take();
  } catch (error) {
    if (error instanceof StaleError) return beginAnew(desk, copy, changed);
    throw error;
  }
}

/** `isHeld`: this execution did the step before, and knows what Drive has received. */
function takeStep(desk: Desk, copy: CsvCopy, isHeld: boolean): Step {
  if (isHeld) return copy.look ? lookAgain(desk, copy, copy.look) : send(desk, copy);
  const upload = desk.drive.uploaded(copy.session);
  if (upload.state === 'gone') return beginAnew(desk, copy, dropped);
  if (upload.state === 'done') return finish(desk, copy, upload.id, () => readRest(desk.read, copy));
  if (upload.received < copy.base) return beginAnew(desk, copy, dropped);
  const current = { ...copy, received: upload.received };
  return copy.look ? lookAgain(desk, current, copy.look) : send(desk, current);
}

function send(desk: Desk, copy: CsvCopy): Step {
  const rest = readRest(desk.read, copy);
  const [piece] = rest.pieces;
  const { base, received } = copy;
  if (rest.bytes <= 0) return beginAnew(desk, copy, changed);
  if (copy.begun !== null && copy.begun !== piece?.hash) return beginAnew(desk, copy, changed);
  const text = rest.pieces.map((each) => each.text).join('');
  if (rest.bytes > LARGEST_PART) {
    return follow(desk, copy, desk.drive.upload(copy.session, cutPart(text, base, received)), rest);
  }
  const whole = rest.pieces.reduce(mixHash, copy.hash);
  const isOnePiece = copy.first === 0 && rest.pieces.length === 1;
  if (copy.whole === null && !isOnePiece) return { ...copy, whole, look: { next: 0, hash: 0 } };
  if (copy.whole !== null && copy.whole !== whole) return beginAnew(desk, copy, changed);
  const part = cutLastPart(text, base, received, received + rest.bytes);
  return follow(desk, copy, desk.drive.upload(copy.session, part), rest);
}

/** What becomes of a copy once an upload has come that far; `rest`: what was left to send before. */
function follow(desk: Desk, copy: CsvCopy, upload: Upload, rest: CsvRest): Step {
  if (upload.state === 'gone') return beginAnew(desk, copy, dropped);
  if (upload.state === 'open') return advance(copy, rest.pieces, upload.received);
  return finish(desk, copy, upload.id, () => rest);
}

/** The file is remembered before anything else can fail: it would be made twice. */
function finish(desk: Desk, copy: CsvCopy, id: string, rest: () => CsvRest): Step {
  endExport(desk.store, desk.file, id);
  return rest().pieces.reduce((rows, piece) => rows + piece.rows, copy.rows);
}

/** Reads the tab a second time, piece by piece. The piece that `read` remembers is the last: it is not among the next ones. */
function lookAgain(desk: Desk, copy: CsvCopy, look: NonNullable<CsvCopy['look']>): Step {
  const piece = desk.read(look.next);
  if (piece) return { ...copy, look: { next: piece.next, hash: mixHash(look.hash, piece) } };
  return look.hash === copy.whole ? { ...copy, look: null } : beginAnew(desk, copy, changed);
}

function beginAnew(desk: Desk, copy: CsvCopy, reason: (name: string) => DataError): Step {
  if (copy.restarts === MOST_RESTARTS) throw reason(desk.file.name);
  return begin(desk, copy.restarts + 1);
}

function changed(name: string): DataError {
  return new DataError(`${name}: the tab changed while it was copied, at each of ${MOST_RESTARTS + 1} tries`, {
    fr: `L’onglet a été trié ou modifié pendant sa copie, trois fois de suite : le fichier ${name} reste tel qu’il était. Relancez la synchronisation à un moment où personne ne travaille dans cet onglet. L’onglet est à jour.`,
    en: `The tab was sorted or edited while it was being copied, three times in a row: the file ${name} stays as it was. Sync again when nobody works in this tab. The tab is up to date.`,
  });
}

function dropped(name: string): DataError {
  return new DataError(`${name}: Google Drive ended the upload too early, at each of ${MOST_RESTARTS + 1} tries`, {
    fr: `Google Drive a abandonné l’envoi du fichier ${name}, trois fois de suite : le fichier reste tel qu’il était. Relancez la synchronisation plus tard. L’onglet est à jour.`,
    en: `Google Drive gave up the upload of the file ${name}, three times in a row: the file stays as it was. Sync again later. The tab is up to date.`,
  });
}
