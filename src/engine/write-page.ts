import type { Page, Stream } from '../connectors/connector';
import { StaleError } from '../core/errors';
import { addCounts, type Counts, type Row } from '../core/model';
import type { Pass, Table, WriteOptions } from '../destinations/destination';
import { applyRenames } from './rename';
import type { Note } from './run-state';
import { addRows } from './tally';
import type { WalkJob, Walking } from './walking';

/** A note a page would fill the history's message; the first ones tell the story. */
const MOST_NOTES = 5;

/** A note that may say that records are missing. */
interface Loss extends Note {
  readonly isLoss?: boolean;
}

/** What came of a page. */
export interface Written {
  /** The state with which the next page begins. */
  readonly walking: Walking;
  /** Why the pass must begin again, or null. */
  readonly again: StaleError | null;
}

/** Writes one page into the tables it fills, and sweeps when the pass ends. `first`: of this execution. */
export function writePage(job: WalkJob, state: Walking, page: Page, first: boolean): Written {
  const { stream, own, fed } = job.walk;
  const { pass } = state;
  const sweeps = sweepsAfter(stream, pass.sweeps, page);
  const total = page.total ?? pass.total;
  const notes: Loss[] = page.note ? [own ? { ...page.note, of: stream.name } : page.note] : [];
  let tally = pass.tally;
  const fill = (target: Stream, rows: readonly Row[], complete: boolean): void => {
    const table = job.tables.get(target.name);
    // even without rows, a table that is missing is made
    if (!table || (rows.length === 0 && !(first && table.needsAll) && !page.done)) return;
    const ends = complete && (target === stream ? sweeps : target.mode === 'snapshot' && page.complete !== false);
    const tablePass = { id: `${target.name}#${String(state.passes)}`, page: pass.page, sweeps: ends, total };
    const other = target.renames && job.tables.get(target.renames.in);
    if (target.renames && other) {
      tally = addRows(tally, target.renames.in, 0, applyRenames(target, table, rows, other));
    }
    const columns = target === stream ? page.columns : undefined;
    const filled = fillTable(table, rows, tablePass, { complete, last: page.done, columns }, target);
    tally = addRows(tally, target.name, rows.length, filled.counts);
    notes.push(...filled.notes);
  };
  if (own) fill(stream, page.rows, true);
  for (const target of fed) {
    const rows = page.also?.[target.name];
    // a table that an export of everything lacks is not empty: it is not there
    if (rows || !stream.feeds) fill(target, rows ?? [], stream.feeds !== undefined);
  }
  if (own && page.removed) tally = addRows(tally, stream.name, 0, job.tables.get(stream.name)?.remove(page.removed));
  if (own && page.done && page.whole) notes.push(...compareWhole(stream, job.tables.get(stream.name), total));
  // Records that move between two pages hide from a reading: it is done over once before it counts as incomplete.
  const lost = pass.restarts === 0 ? notes.find(({ isLoss }) => isLoss) : undefined;
  const again = lost ? new StaleError(lost.en, lost) : null;
  const kept = [
    ...pass.notes,
    ...notes.filter((note) => !pass.notes.some(({ en, of }) => en === note.en && of === note.of)),
  ];
  const after = { ...pass, page: pass.page + 1, sweeps, total, tally, notes: kept.slice(0, MOST_NOTES) };
  return { walking: { ...state, cursor: page.cursor, pass: after }, again };
}

/** A pass that once could not prove to see everything never sweeps. */
function sweepsAfter(stream: Stream, before: boolean | null, page: Page): boolean {
  const now = stream.mode === 'snapshot' ? page.complete !== false : page.complete === true;
  return stream.mode !== 'insert-only' && now && before !== false;
}

function fillTable(
  table: Table,
  rows: readonly Row[],
  pass: Pass,
  options: WriteOptions,
  target: Stream,
): { readonly counts: Counts; readonly notes: readonly Loss[] } {
  const written = table.write(rows, pass, options);
  if (!options.last || !pass.sweeps) return { counts: written, notes: [] };
  // An answer that is suddenly empty is more often a fault than the truth: a tab is never emptied by it.
  if (rows.length === 0 && pass.page === 0 && table.size() > 0)
    return { counts: written, notes: [nothingCame(target, table.size())] };
  const lost = missing(target, pass.total ?? 0, table.seen(pass));
  if (lost) return { counts: written, notes: [lost] };
  return { counts: addCounts(written, table.sweep(pass)), notes: [] };
}

/** What to say when fewer records came than the system announced, or null. */
function missing(target: Stream, total: number, came: number): Loss | null {
  if (came >= total) return null;
  const [all, some] = [String(total), String(came)];
  return {
    isLoss: true,
    of: target.name,
    fr: `Le service annonce ${all} lignes pour « ${target.title.fr} » et en a envoyé ${some} : il en manque peut-être, et rien n’a été retiré de l’onglet.`,
    en: `The service announces ${all} rows for "${target.title.en}" and sent ${some}: some may be missing, and nothing was removed from the tab.`,
  };
}

/** After a reading of everything that sweeps nothing: rows that are missing, or that the system no longer lists. */
function compareWhole(stream: Stream, table: Table | undefined, total: number): readonly Loss[] {
  if (!table || total === 0) return [];
  const lost = missing(stream, total, table.size());
  if (lost) return [lost];
  const rows = table.size() - total;
  if (rows === 0) return [];
  const { fr, en } = stream.title;
  const texts =
    rows === 1
      ? {
          fr: `Une ligne de « ${fr} » ne figure plus dans la liste du service : elle a été gardée, vérifiez-la.`,
          en: `One row of "${en}" is no longer in the service’s list: it was kept, check it.`,
        }
      : {
          fr: `${rows} lignes de « ${fr} » ne figurent plus dans la liste du service : elles ont été gardées, vérifiez-les.`,
          en: `${rows} rows of "${en}" are no longer in the service’s list: they were kept, check them.`,
        };
  return [{ of: stream.name, ...texts }];
}

function nothingCame(target: Stream, rows: number): Note {
  const count = String(rows);
  return {
    of: target.name,
    fr: `Le service n’a renvoyé aucune ligne pour « ${target.title.fr} » : les ${count} lignes de l’onglet ont été gardées. Si elles n’existent vraiment plus, supprimez l’onglet.`,
    en: `The service sent no row for "${target.title.en}": the ${count} rows of the tab were kept. If they really no longer exist, delete the tab.`,
  };
}
