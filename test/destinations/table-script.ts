import type { Row } from '../../src/core/model';
import { StaleError, SyncError } from '../../src/core/errors';
import type { Pass, Target, WriteOptions } from '../../src/destinations/destination';
import { createTabs } from '../../src/destinations/tabs';
import { documentStore } from '../../src/platform/property-stores';
import { openWorkbook } from '../../src/platform/workbook';

// One table on the local Apps Script, opened once an execution and led through the steps that a test names.

export type Step =
  | {
      readonly do: 'write';
      readonly rows: readonly Row[];
      readonly pass?: Partial<Pass>;
      readonly options?: Partial<WriteOptions>;
    }
  | { readonly do: 'remove'; readonly rows: readonly Row[] }
  /** Replaces texts in the cells of these columns; `set`: writes this row beside, wherever something is replaced. */
  | {
      readonly do: 'edit';
      readonly columns: readonly string[];
      readonly texts: Readonly<Record<string, string>>;
      readonly set?: Row;
    }
  | { readonly do: 'read'; readonly first: number; readonly count: number }
  /** The rows that an edit sees. */
  | { readonly do: 'look'; readonly columns: readonly string[] }
  | { readonly do: 'columns' | 'needsAll' | 'size' };

/** What each step answered; the last is its error when it failed. */
export interface Played {
  readonly answers: readonly unknown[];
  readonly error?: { readonly stale: boolean; readonly message: string; readonly fr: string; readonly en: string };
}

export function play(target: Target, steps: readonly Step[]): Played {
  const table = createTabs(openWorkbook(), documentStore(), 'en').open(target);
  const answers: unknown[] = [];
  try {
    for (const step of steps) answers.push(answer(table, step));
    return { answers };
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    const { message, advice } = error;
    return { answers, error: { stale: error instanceof StaleError, message, ...advice } };
  }
}

type Table = ReturnType<ReturnType<typeof createTabs>['open']>;

function answer(table: Table, step: Step): unknown {
  switch (step.do) {
    case 'write': {
      const pass = { id: 'pass', page: 0, sweeps: false, ...step.pass };
      return table.write(step.rows, pass, { complete: true, last: true, ...step.options });
    }
    case 'remove':
      return table.remove(step.rows);
    case 'edit':
      return table.edit(step.columns, (row) => replaced(row, step.texts, step.set ?? {}));
    case 'read':
      return table.read(step.first, step.count);
    case 'look':
      return look(table, step.columns);
    case 'columns':
      return table.columns();
    case 'needsAll':
      return table.needsAll;
    case 'size':
      return table.size();
  }
}

function replaced(row: Row, texts: Readonly<Record<string, string>>, set: Row): Row | null {
  const found = Object.entries(row).flatMap(([name, text]) => {
    const now = texts[String(text)];
    return now === undefined ? [] : [[name, now] as const];
  });
  return found.length === 0 ? null : { ...set, ...Object.fromEntries(found) };
}

function look(table: Table, columns: readonly string[]): readonly Row[] {
  const rows: Row[] = [];
  table.edit(columns, (row) => {
    rows.push(row);
    return null;
  });
  return rows;
}
