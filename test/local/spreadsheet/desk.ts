import { createMachine, type Machine, type Start } from '../../../local/apps-script/machine';
import { createDocuments, type Documents } from '../../../local/apps-script/spreadsheet/documents';
import { createUserHands, type UserHands } from '../../../local/apps-script/spreadsheet/user-hands';
import { createWorkbook, type Workbook } from '../../../local/apps-script/spreadsheet/workbook';
import { valueOf } from '../script';

/** One open spreadsheet and the machine that runs scripts on it. */
export interface Desk {
  readonly machine: Machine;
  readonly workbook: Workbook;
  readonly documents: Documents;
  /** Whoever has the spreadsheet open beside the script. */
  readonly hands: UserHands;
  /** Runs the body of a function as one execution, by a menu click unless told; answers what it returns, throws what it threw. */
  run(body: string, how?: Start): unknown;
}

/** 2 October 2026, 10:30 in Paris. */
export const NOW = Date.UTC(2026, 9, 2, 8, 30);

export function createDesk(locale = 'fr_FR', timeZone = 'Europe/Paris'): Desk {
  const workbook = createWorkbook('desk', 'Desk', locale, timeZone);
  const documents = createDocuments(workbook);
  const machine = createMachine({ documents, startAt: NOW });
  return {
    ...{ machine, workbook, documents },
    hands: createUserHands(workbook, () => NOW),
    run: (body, how = { as: 'menu' }) => valueOf(body, machine, how),
  };
}

/** The message of what an action throws; fails when it throws nothing. */
export function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('Nothing was thrown.');
}
