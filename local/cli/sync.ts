import { join } from 'node:path';
import type { Machine } from '../apps-script/machine';
import { openProject } from '../apps-script/project';
import { openWorkspace, saveWorkspace } from '../apps-script/workspace';
import { findDataTabs } from './data-tabs';
import { runSync } from './run-sync';
import { readArguments, USAGE, type SyncArguments } from './sync-arguments';
import { isSuccess, toFailure, toReport, type SyncReport } from './sync-report';
import { toDuration, toText } from './sync-text';
import { UsageError } from './usage-error';
import { writeCsv } from './write-csv';
import { writeDrive } from './write-drive';

const BUNDLE = join(__dirname, '../../dist');

const LONGEST_WAIT = 600_000;

process.exitCode = main(process.argv.slice(2));

/** The exit code: 0 finished, 1 failed, 2 wrong arguments. */
function main(words: readonly string[]): number {
  const startedAt = Date.now();
  try {
    return sync(readArguments(words));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const isUsage = error instanceof UsageError;
    process.stderr.write(isUsage ? `${message}\n\n${USAGE}` : `${message}\n`);
    if (words.includes('--json')) printJson(toFailure(message, startedAt));
    return isUsage ? 2 : 1;
  }
}

function sync(request: SyncArguments): number {
  // A server of somebody else is asked at the pace, and after the waits, that the product promises it.
  const realTime = Object.keys(request.routes).length === 0;
  const machine = openWorkspace(request.workspace, { routes: request.routes, realNetwork: true, realTime });
  const startedAt = machine.state.now;
  if (request.spreadsheet !== undefined) checkSpreadsheet(machine, request.spreadsheet);
  const result = runSync(machine, openProject(BUNDLE), request, realTime ? pause : undefined);
  if (result.lacksSetting) throw new UsageError(result.error ?? 'Il manque un réglage.');
  if (request.workspace !== undefined) saveWorkspace(machine, request.workspace);
  const tabs = findDataTabs(machine);
  if (request.out !== undefined) {
    writeCsv(tabs, request.out);
    writeDrive(machine.state, request.out);
  }
  printLogs(machine);
  const report = toReport(result, tabs, startedAt, machine.state.now);
  if (request.json) printJson(report);
  else process.stdout.write(toText(report));
  return isSuccess(report) ? 0 : 1;
}

/** Throws `UsageError` for the id of a spreadsheet that is not there; blank is the one of the start. */
function checkSpreadsheet({ documents }: Machine, id: string): void {
  const { workbooks } = documents;
  if (id === '' || workbooks.has(id)) return;
  const known = [...workbooks.values()].map((workbook) => `  ${workbook.id}  ${workbook.name}`);
  throw new UsageError(
    [
      `Ce dossier de travail (--workspace) n’a pas de feuille de calcul ${id}. Il contient :`,
      ...known,
      'Une autre s’y crée par un script : npm run local -- script.js fonction --workspace DOSSIER (SpreadsheetApp.create).',
    ].join('\n'),
  );
}

/** Holds up this process, but for no more than ten minutes: whoever asks for more is asked again and may say so again. */
function pause(ms: number): void {
  const wait = Math.min(ms, LONGEST_WAIT);
  process.stderr.write(`En pause : la synchronisation reprend dans ${toDuration(wait)}.\n`);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
}

function printLogs({ executions }: Machine): void {
  for (const { text } of executions.flatMap(({ logs }) => logs)) process.stderr.write(`${text}\n`);
}

function printJson(report: SyncReport): void {
  process.stdout.write(`${JSON.stringify(report)}\n`);
}
