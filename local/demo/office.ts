import type { ConnectionView, Result } from '../../src/app/rpc';
import type { Machine } from '../apps-script/machine';
import type { Project } from '../apps-script/project';
import { createUserHands, type UserHands } from '../apps-script/spreadsheet/user-hands';

/** Someone who has the spreadsheet open and works with the menu. */
export interface Office {
  readonly machine: Machine;
  readonly hands: UserHands;
  /**
   * Sets up a new connection to the connector with that title: answers the questions of Sync > Configurer, in order, and
   * leaves blank all that come after: all streams, in this spreadsheet. Returns what the user reads at the end.
   */
  configure(title: string, settings: readonly string[]): string;
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
  const connections = (): readonly ConnectionView[] => {
    const listed = machine.run(project, 'listConnections');
    if (listed.status !== 'done') throw new Error('The connections cannot be read.');
    const result = listed.value as Result<readonly ConnectionView[]>;
    return result.ok ? result.value : [];
  };
  const click = (...path: string[]): void => {
    const outcome = machine.run(project, hands.menuFunction('Sync', ...path), [], { as: 'menu' });
    if (outcome.status === 'failed') throw new Error(outcome.error.stack);
  };
  const lastText = (): string => workbook.shown.at(-1)?.text ?? '';
  machine.run(project, 'onOpen');
  return {
    ...{ machine, hands },
    configure(title, settings) {
      const place = connections().length + 1 + CONNECTORS.indexOf(title);
      for (const text of [String(place), ...settings, ...BLANKS]) documents.answers.push({ button: 'OK', text });
      click('Configurer…');
      documents.answers.length = 0;
      return lastText();
    },
    click(item) {
      click(item);
      machine.runUntilIdle();
      return lastText();
    },
    titleOf: (connection) => connections().find(({ id }) => id === connection)?.title ?? connection,
  };
}

/** As the menu's question lists them. */
const CONNECTORS: readonly string[] = ['Wedof', 'Template', 'Zendesk'];

/** More answers than there are questions: those that are left over are taken back. */
const BLANKS: readonly string[] = Array.from({ length: 20 }, () => '');
