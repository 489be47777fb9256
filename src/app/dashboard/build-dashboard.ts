import { DataError, SyncError } from '../../core/errors';
import type { Words } from '../../core/model';
import { toSerial } from '../../core/serial';
import { openBoard } from '../../platform/board';
import { clock } from '../../platform/clock';
import { showTab } from '../../platform/screen';
import type { Sheet, Workbook } from '../../platform/services';
import { openWorkbook } from '../../platform/workbook';
import { readRuns } from '../history';
import type { HistoryRun } from '../rpc';
import { underScriptLock } from '../under-script-lock';
import { language } from '../words';
import { COLUMNS } from './columns';
import { findCorner, growTab, openDashboardTab } from './dashboard-tab';
import { type DashboardContent, layOut } from './lay-out';
import { DAYS, tallyDays, toTrail } from './tally';
import { allWatched } from './watched';

/**
 * Draws the dashboard, in its own tab, as of now, and brings it to the front. What stands beside its columns stays. Throws
 * `BusyError` while somebody else has it drawn, `DataError` when the spreadsheet is full or Google refuses to write.
 */
export function buildDashboard(): null {
  const workbook = openWorkbook();
  const content = readContent(workbook);
  underScriptLock(UNDER_WAY, () => {
    const sheet = openDashboardTab(workbook, content.language, ({ id }) => {
      openBoard(id).widen(COLUMNS.map(({ width }) => width));
    });
    withRefusals(sheet, () => {
      draw(workbook, sheet, content);
    });
    showTab(sheet.id);
  });
  return null;
}

const UNDER_WAY: Words = {
  fr: 'Le tableau de bord est déjà en cours de mise à jour. Réessayez dans une minute.',
  en: 'The dashboard is being updated already. Try again in a minute.',
};

function readContent(workbook: Workbook): DashboardContent {
  const now = clock.now();
  const offset = (ms: number): number => workbook.offset(ms);
  const dayOf = (ms: number): number => Math.floor(toSerial(ms, offset(ms)));
  const ageOf = ({ startedAt }: HistoryRun): number => dayOf(now) - dayOf(startedAt);
  const runs = readRuns(now - (DAYS + 1) * 86_400_000);
  const rows = allWatched().map((watched) => {
    const own = runs.filter(({ connection }) => connection === watched.id);
    return { ...watched, trail: toTrail(own, ageOf) };
  });
  return { language: language(), now, offset, rows, days: tallyDays(runs, ageOf) };
}

/** All again each time, so that whatever a killed execution left, or anybody changed, is right afterwards. */
function draw(workbook: Workbook, sheet: Sheet, content: DashboardContent): void {
  const board = openBoard(sheet.id);
  const corner = findCorner(sheet);
  const { cells, formats, sparklines, looks, charts } = layOut(content, corner);
  const lastRow = corner.row + cells.length - 1;
  growTab(workbook, sheet, { rows: lastRow, columns: corner.column + COLUMNS.length - 1 });
  // What is left of an earlier, longer table goes.
  const surplus = Math.max(0, sheet.lastRow() - lastRow);
  const blank = <T>(value: T): readonly (readonly T[])[] =>
    Array.from({ length: surplus }, () => COLUMNS.map(() => value));
  board.plain({ ...corner, rows: cells.length + surplus, columns: COLUMNS.length });
  sheet.write(corner.row, corner.column, [...cells, ...blank('')], [...formats, ...blank('General')]);
  if (sparklines.formulas.length > 0) board.writeFormulas(sparklines.row, sparklines.column, sparklines.formulas);
  for (const { look, areas } of looks) if (areas.length > 0) board.paint(look, areas);
  board.draw(charts);
}

function withRefusals(sheet: Sheet, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof SyncError) throw error;
    const text = error instanceof Error ? error.message : String(error);
    const name = sheet.name();
    throw new DataError(`Google does not write into the tab ${name}: ${text}`, {
      fr: `Google refuse d’écrire dans l’onglet « ${name} ». S’il est protégé, retirez sa protection, ou supprimez-le : Sync en fera un autre. Réponse de Google : « ${text} »`,
      en: `Google refuses to write into the tab “${name}”. If it is protected, remove its protection, or delete it: Sync makes another one. Google’s answer: “${text}”`,
    });
  }
}
