import type { Connector, Page, Rename, Stream } from '../../src/connectors/connector';
import { BusyError, DataError, UnavailableError } from '../../src/core/errors';
import type { Row } from '../../src/core/model';
import type { Archive } from '../../src/destinations/destination';
import { createTabs } from '../../src/destinations/tabs';
import type { Engine, Outcome, RunOptions } from '../../src/engine/engine';
import { resumeRun, startRun } from '../../src/engine/run';
import { createAlarm } from '../../src/app/alarm';
import { createHistory } from '../../src/app/history-tab';
import { clock } from '../../src/platform/clock';
import { watchStopWish } from '../../src/app/stop-wish';
import { documentLock } from '../../src/platform/locks';
import { documentStore, scriptStore } from '../../src/platform/property-stores';
import { openWorkbook } from '../../src/platform/workbook';

// The engine and the tabs on the local Apps Script, with a system whose answers the test scripts.

/** What the scripted system answers, kept in a script property so that every execution reads it. */
export interface Script {
  readonly streams: readonly ScriptedStream[];
}

export interface ScriptedStream {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly [name: string, kind: 'text' | 'number' | 'boolean' | 'moment' | 'any'][];
  readonly mode: Stream['mode'];
  readonly pages: readonly ScriptedPage[];
  /** What a pass brings that begins where the last one ended; without it, all pages again. */
  readonly next?: ScriptedPage;
  readonly from?: readonly string[];
  /** Only the streams that name it in `from` live from its pages. */
  readonly title?: string;
  readonly labels?: Stream['labels'];
  readonly file?: Stream['file'];
  /** A change of the column `name` here is the same change of the text in `column` of the stream `in`. */
  readonly renames?: { readonly in: string; readonly column: string };
}

export interface ScriptedPage {
  readonly rows: readonly Row[];
  readonly also?: Readonly<Record<string, readonly Row[]>>;
  readonly total?: number;
  readonly complete?: boolean;
  readonly whole?: boolean;
  readonly removed?: readonly Row[];
  /** What is thrown instead of an answer. */
  readonly error?: 'busy' | 'data';
  /** How long a busy system asks to wait, in milliseconds; a minute without it. */
  readonly until?: number;
  /** How long the answer takes, in milliseconds. */
  readonly ms?: number;
}

/** A property holds 9 KB. */
const PIECE = 2000;

export function setScript(text: string): void {
  const pieces = Math.ceil(text.length / PIECE);
  for (let n = 0; n < pieces; n += 1) scriptStore().set(`script.${String(n)}`, text.slice(n * PIECE, (n + 1) * PIECE));
  scriptStore().set('pieces', String(pieces));
}

function getScript(): Script {
  const all = scriptStore().all();
  const pieces = Array.from({ length: Number(all.pieces) }, (_, n) => all[`script.${String(n)}`] ?? '');
  return JSON.parse(pieces.join('')) as Script;
}

export function sync(options?: RunOptions): Outcome {
  return startRun(engine(), ['lab'], 'anne@example.com', options);
}

export function syncAll(connections: readonly string[]): Outcome {
  return startRun(engine(), connections, 'anne@example.com');
}

export function continueSync(): Outcome {
  return resumeRun(engine());
}

function engine(): Engine {
  const workbook = openWorkbook();
  const store = documentStore();
  const connector = toConnector(getScript());
  return {
    clock,
    store,
    lock: documentLock(),
    alarm: createAlarm('continueSync', 'hourlyTick'),
    destination: () => createTabs(workbook, store, 'en'),
    archive: { write: writeCopy },
    history: createHistory(workbook, 'en', (id) => id),
    deadline: clock.now() + 355_000,
    connection: (id) => ({
      ...{ id, title: 'Lab', connector, settings: {}, streams: [], spreadsheet: null, tabs: {} },
      readsAll: scriptStore().get('readsAll') !== null,
    }),
    open: () => ({
      get: () => ({ body: null, headers: {} }),
      now: () => clock.now(),
      requests: () => 0,
      redact: (text) => text,
    }),
    stopAskedBy: watchStopWish(store, clock),
    progress: () => undefined,
    log: () => undefined,
  };
}

/** Two rows a piece, in a second, into the script property that is called like the file, once they are all there. */
const writeCopy: Archive['write'] = (table, { name }, cursor) => {
  clock.sleep(1000);
  if (name === 'refused.csv') throw new UnavailableError('no', { fr: 'non', en: 'no' });
  const first = Number(cursor?.first ?? 0);
  const cells = table.read(first, 2);
  const before = typeof cursor?.text === 'string' ? cursor.text : '';
  const text = before + (cells ?? []).map((line) => `${line.join(';')}\n`).join('');
  if (!cells) scriptStore().set(name, text);
  return { cursor: { first: first + 2, text }, done: !cells, rows: text.split('\n').length - 1, requests: 1 };
};

function toConnector(script: Script): Connector {
  return {
    name: 'lab',
    title: 'Lab',
    help: { fr: 'Un laboratoire.', en: 'A lab.' },
    icon: '',
    settings: [],
    signIn: () => ({ base: '', headers: {}, secrets: [], paces: [] }),
    check: () => ({ fr: 'ok', en: 'ok' }),
    streams: () => script.streams.map(toStream),
  };
}

function toStream(scripted: ScriptedStream): Stream {
  const { name, key, mode, pages, next, from, labels, file, renames } = scripted;
  const words = { fr: scripted.title ?? name, en: scripted.title ?? name };
  const columns = scripted.columns.map(([column, kind]) => ({ name: column, kind, help: { fr: column, en: column } }));
  const read = (page: number): Page => {
    const { error, until = 60_000, ms = 1500, ...rest } = pages[page] ?? next ?? { rows: [] };
    clock.sleep(ms);
    if (error === 'busy') throw new BusyError(clock.now() + until, 'busy', { fr: 'occupé', en: 'busy' });
    if (error === 'data') throw new DataError('bad', { fr: 'mauvais', en: 'bad' });
    const done = page >= pages.length - 1;
    return { ...rest, cursor: { page: done ? (next ? pages.length : 0) : page + 1 }, done };
  };
  const stream: Stream = {
    ...{ name, title: words, help: words, key, columns, mode },
    ...(from ? { from } : {}),
    ...(labels ? { labels } : {}),
    ...(file ? { file } : {}),
    ...(renames
      ? { renames: { in: renames.in, read: (before, after) => renameOf(renames.column, before, after) } }
      : {}),
  };
  return pages.length === 0 ? stream : { ...stream, read: (_, cursor) => read(Number(cursor?.page ?? 0)) };
}

function renameOf(column: string, before: Row, after: Row): readonly Rename[] {
  const [old, now] = [String(before.name), String(after.name)];
  return old === now ? [] : [{ column, texts: { [old]: now } }];
}
