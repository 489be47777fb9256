import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { Project } from '../../local/apps-script/project';
import { createDocuments } from '../../local/apps-script/spreadsheet/documents';
import { loadWorkbook, saveWorkbook } from '../../local/apps-script/spreadsheet/saved';
import { createUserHands, type UserHands } from '../../local/apps-script/spreadsheet/user-hands';
import type { Outcome, RunOptions } from '../../src/engine/engine';
import type { Script, ScriptedPage, ScriptedStream } from './script';

/** A spreadsheet with the engine in it, a scripted system to read and a person at the keyboard. */
export interface Lab {
  readonly machine: Machine;
  readonly hands: UserHands;
  answer(...streams: readonly ScriptedStream[]): void;
  /** One execution, as the menu starts it. Throws when it was killed or failed. */
  sync(options?: RunOptions): Outcome;
  /** Syncs and lets triggers fire until nothing is left to do; after a kill that left nothing pending, starts again. */
  settle(): void;
  /** Rows of a tab by their key, each as column name to value. */
  records(tab: string, key?: string): Record<string, Record<string, unknown>>;
}

/** A lab on a new machine. */
export function createLab(project: Project): Lab {
  return labOn(createMachine({ startAt: Date.UTC(2026, 10, 20, 8) }), project);
}

/** A lab where all is as in another, but on a machine of its own. */
export function copyLab({ machine }: Lab, project: Project): Lab {
  const { documents } = machine;
  const [workbook] = [...documents.workbooks.values()].map((each) => loadWorkbook(saveWorkbook(each)));
  const copied = createDocuments(workbook ?? null);
  return labOn(createMachine({ state: structuredClone(machine.state), documents: copied }), project);
}

function labOn(machine: Machine, project: Project): Lab {
  const workbook = [...machine.documents.workbooks.values()][0];
  if (!workbook) throw new Error('no spreadsheet');
  const hands = createUserHands(workbook, () => machine.state.now);
  const run = (name: string, ...args: unknown[]): unknown => {
    const outcome = machine.run(project, name, args);
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
    return outcome.value;
  };
  return {
    machine,
    hands,
    answer(...streams) {
      run('setScript', JSON.stringify({ streams } satisfies Script));
      machine.resetCalls();
    },
    sync: (options) => run('sync', options) as Outcome,
    settle() {
      const first = machine.run(project, 'sync');
      fireAll(machine);
      if (first.status === 'killed') machine.run(project, 'sync');
      fireAll(machine);
    },
    records: (tab, key = 'id') => toRecords(hands.rows(tab), key),
  };
}

function fireAll(machine: Machine): void {
  for (let hours = 0; machine.state.triggers.length > 0; hours += 1) {
    if (hours > 48) throw new Error('triggers keep firing for two days');
    machine.advance(3_600_000);
  }
}

/** A stream of rows with the columns `id`, `name` and `amount`, in pages of `size`. */
export function people(count: number, size: number, rest: Partial<ScriptedStream> = {}): ScriptedStream {
  const rows = Array.from({ length: count }, (_, n) => ({
    id: `p${String(n + 1)}`,
    name: `Name ${String(n + 1)}`,
    amount: n,
  }));
  const pages: ScriptedPage[] = [];
  for (let at = 0; at < count; at += size) pages.push({ rows: rows.slice(at, at + size), total: count });
  return {
    name: 'people',
    key: ['id'],
    columns: [
      ['id', 'text'],
      ['name', 'text'],
      ['amount', 'number'],
    ],
    mode: 'changes',
    pages,
    ...rest,
  };
}

function toRecords(rows: readonly (readonly unknown[])[], key: string): Record<string, Record<string, unknown>> {
  const [header = [], ...lines] = rows;
  const found: Record<string, Record<string, unknown>> = {};
  for (const line of lines) {
    const record = Object.fromEntries(header.map((name, n) => [String(name), line[n] ?? '']));
    const id = record[key] as string;
    if (id === '') continue;
    if (found[id]) throw new Error(`${id} stands twice`);
    found[id] = record;
  }
  return found;
}
