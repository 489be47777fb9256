import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { AccountOptions } from './account';
import { loadDrive, saveDrive, type SavedDrive } from './drive/saved-drive';
import { createMachine, type Machine } from './machine';
import { openProject } from './project';
import { createDocuments, type Documents } from './spreadsheet/documents';
import { loadWorkbook, saveWorkbook } from './spreadsheet/saved';
import { emptyState, type State } from './state';

/**
 * The machine that a folder keeps: documents, properties, triggers, clock and the script last run. The clock starts now,
 * but never before where it stopped. Without a folder, or with one that keeps nothing yet, a new machine. Throws for a
 * folder written by a version that this one does not read.
 */
export function openWorkspace(dir: string | undefined, options: AccountOptions = {}): Machine {
  const saved = dir === undefined ? null : readSaved(dir);
  if (dir === undefined || saved === null) return createMachine(options);
  const state = { ...readState(dir, saved), now: Math.max(saved.state.now, options.startAt ?? Date.now()) };
  const machine = createMachine({
    ...options,
    bound: saved.boundId !== null,
    state,
    documents: readDocuments(dir, saved),
  });
  machine.project = saved.project !== null && existsSync(saved.project) ? openProject(saved.project) : null;
  return machine;
}

/** Keeps a machine in a folder. Whoever reads it meanwhile, or after a crash, finds what was there before or all of it. */
export function saveWorkspace(machine: Machine, dir: string): void {
  mkdirSync(dir, { recursive: true });
  const stamp = `${String(Date.now())}-${String(process.pid)}`;
  const spreadsheets = [...machine.documents.workbooks.values()].map((workbook, i) => {
    const file = `spreadsheet-${String(i)}-${stamp}.jsonl`;
    writeLines(join(dir, file), saveWorkbook(workbook));
    return file;
  });
  const { state, documents, project } = machine;
  const drive = saveDrive(state, (bytes, i) => {
    const file = `drive-${String(i)}-${stamp}.bin`;
    writeFileSync(join(dir, file), bytes);
    return file;
  });
  const saved: Saved = {
    version: VERSION,
    project: project?.path ?? null,
    boundId: documents.boundId,
    spreadsheets,
    state: { ...state, ...drive },
  };
  writeLines(join(dir, `${INDEX}.${stamp}`), [JSON.stringify(saved)]);
  renameSync(join(dir, `${INDEX}.${stamp}`), join(dir, INDEX));
  for (const name of readdirSync(dir)) {
    if (/^(spreadsheet|drive)-\d.*\.\w+$/.test(name) && !name.includes(stamp)) rmSync(join(dir, name), { force: true });
  }
}

const VERSION = 1;
const INDEX = 'workspace.json';

interface Saved {
  readonly version: number;
  /** Absolute path of the script last run. */
  readonly project: string | null;
  readonly boundId: string | null;
  readonly spreadsheets: readonly string[];
  readonly state: Omit<State, keyof SavedDrive> & Partial<SavedDrive>;
}

function readSaved(dir: string): Saved | null {
  const file = join(dir, INDEX);
  if (!existsSync(file)) return null;
  const saved = JSON.parse(readFileSync(file, 'utf8')) as Saved;
  if (saved.version !== VERSION) {
    throw new Error(
      `${file} is of version ${String(saved.version)}, this one reads ${String(VERSION)}: choose another folder.`,
    );
  }
  return saved;
}

/** What a state lacks was empty when it was saved. */
function readState(dir: string, { state }: Saved): State {
  const { files = [], uploads = [] } = state;
  const drive = loadDrive({ files, uploads }, (file) => readFileSync(join(dir, file)));
  return { ...emptyState(state.now), ...state, ...drive };
}

function readDocuments(dir: string, saved: Saved): Documents {
  const workbooks = saved.spreadsheets.map((file) => loadWorkbook(linesOf(join(dir, file))));
  const documents = createDocuments(workbooks.find(({ id }) => id === saved.boundId) ?? null);
  for (const workbook of workbooks) documents.workbooks.set(workbook.id, workbook);
  return documents;
}

function writeLines(file: string, lines: Iterable<string>): void {
  const handle = openSync(file, 'w');
  try {
    for (const line of lines) writeSync(handle, `${line}\n`);
  } finally {
    closeSync(handle);
  }
}

/** Line by line from bytes: a full spreadsheet is longer than a string can be. */
function* linesOf(file: string): Generator<string> {
  const bytes = readFileSync(file);
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    yield bytes.toString('utf8', start, end);
    start = end + 1;
  }
}
