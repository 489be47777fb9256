import type { Draft, Result } from '../../src/app/rpc';
import type { Machine } from '../apps-script/machine';
import type { Project } from '../apps-script/project';
import { createUserHands, type UserHands } from '../apps-script/spreadsheet/user-hands';
import { askPage } from './ask-page';

/** Someone who has the spreadsheet open and works with the menu and the sidebar. */
export interface Office {
  readonly machine: Machine;
  readonly hands: UserHands;
  /**
   * Adds a connection as the sidebar does: tests it, then saves it, with all that is read without being chosen, into this
   * spreadsheet. Returns what the user reads. Throws the advice when either fails.
   */
  connect(connector: string, settings: Readonly<Record<string, string>>): string;
  /** That item of the menu Sync, and the executions with which a run goes on by itself. Returns what the user reads at the end. */
  click(item: string): string;
  /** The title of a connection. */
  titleOf(connection: string): string;
}

/** Opens the machine's spreadsheet. Throws when the machine has none, and later whenever a menu item fails. */
export function createOffice(machine: Machine, project: Project): Office {
  const { documents, state } = machine;
  const workbook = documents.workbooks.get(documents.boundId ?? '');
  if (!workbook) throw new Error('This machine has no spreadsheet.');
  const hands = createUserHands(workbook, () => state.now);
  const page = machine.page(project);
  const click = (...path: string[]): void => {
    const outcome = machine.run(project, hands.menuFunction('Sync', ...path), [], { as: 'menu' });
    if (outcome.status === 'failed') throw new Error(outcome.error.stack);
  };
  const lastText = (): string => workbook.shown.at(-1)?.text ?? '';
  machine.run(project, 'onOpen');
  return {
    ...{ machine, hands },
    connect(connector, settings) {
      const draft: Draft = { connector, settings };
      const answer = valueOf(askPage(page, 'testConnection', draft));
      const { title } = valueOf(askPage(page, 'saveConnection', draft));
      return `« ${title} » est enregistrée.\n\n${answer}`;
    },
    click(item) {
      click(item);
      machine.runUntilIdle();
      return lastText();
    },
    titleOf(connection) {
      const views = valueOf(askPage(page, 'listConnections'));
      return views.find(({ id }) => id === connection)?.title ?? connection;
    },
  };
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.advice);
}
