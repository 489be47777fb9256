import type { Project } from '../../local/apps-script/project';
import type { Column, Kind } from '../../src/core/columns';
import type { Row } from '../../src/core/model';
import type { Target } from '../../src/destinations/destination';
import { countSpreadsheetCalls } from '../../bench/spreadsheet-calls';
import { createLab, type Lab } from '../engine/lab';
import type { Played, Step } from './table-script';

/** A spreadsheet with one table in it, and a person at the keyboard. */
export interface TableLab extends Pick<Lab, 'machine' | 'hands'> {
  /** One execution: opens the table and takes these steps. */
  play(...steps: readonly Step[]): Played;
  /** As `play`; false when the execution was killed. */
  tryPlay(...steps: readonly Step[]): boolean;
  /** Opens the table for another target from now on. */
  retarget(change: Partial<Target>): void;
  /** Spreadsheet calls of the last execution. */
  calls(): number;
  /** Rows of the tab by their first column, each as header to value. */
  records(): Record<string, Record<string, unknown>>;
  header(): readonly unknown[];
}

/** The project is the bundle of `table-script.ts`. */
export function createTableLab(project: Project, change: Partial<Target> = {}): TableLab {
  const { machine, hands } = createLab(project);
  let target: Target = {
    id: 'lab/people',
    title: { fr: 'people', en: 'people' },
    key: ['id'],
    columns: [column('id'), column('name'), column('amount', 'number')],
    mode: 'changes',
    owner: 'Lab',
    ...change,
  };
  return {
    machine,
    hands,
    play(...steps) {
      machine.resetCalls();
      const outcome = machine.run(project, 'play', [target, steps]);
      if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
      return outcome.value as Played;
    },
    tryPlay: (...steps) => machine.run(project, 'play', [target, steps]).status !== 'killed',
    retarget(next) {
      target = { ...target, ...next };
    },
    calls: () => countSpreadsheetCalls(machine.calls()),
    records() {
      const [header = [], ...lines] = hands.rows('people');
      const toRecord = (line: readonly unknown[]): Record<string, unknown> =>
        Object.fromEntries(header.map((name, n) => [String(name), line[n] ?? '']));
      return Object.fromEntries(lines.map((line) => [String(line[0]), toRecord(line)]));
    },
    header: () => hands.rows('people')[0] ?? [],
  };
}

/** A column of no special kind but what `rest` says. */
export function column(name: string, kind: Kind = 'text', rest: Partial<Column> = {}): Column {
  return { name, kind, help: { fr: name, en: name }, ...rest };
}

/** A step that writes complete rows, with the columns that the page brings. */
export function write(
  rows: readonly Row[],
  columns?: readonly Column[],
  rest: Partial<Step & { do: 'write' }> = {},
): Step {
  return { ...rest, do: 'write', rows, options: { ...(columns ? { columns } : {}), ...rest.options } };
}
