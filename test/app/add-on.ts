import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { AccountOptions } from '../../local/apps-script/account';
import type { Project } from '../../local/apps-script/project';
import type { Caller } from '../../local/apps-script/host';
import { bundle } from '../bundle';

export const SECRET = 'sesame-4711';

/** The add-on on a local Apps Script, with the small systems of `connectors.ts`. */
export interface AddOn {
  readonly machine: Machine;
  readonly project: Project;
  /** What a function returns; throws when the execution did not end well. */
  call(name: string, ...args: unknown[]): unknown;
  /** The same, as a click in the menu. */
  click(name: string): unknown;
  /** What the user was shown since the last look. */
  shown(): string[];
  /** What the user will answer to the coming questions; null cancels. */
  answer(...texts: (string | null)[]): void;
}

/** Builds the add-on once for a test file. */
export function buildAddOn(): Promise<Project> {
  return bundle('src/main.ts', { 'src/connectors/index.ts': 'test/app/connectors.ts' });
}

export function openAddOn(project: Project, options: AccountOptions = {}): AddOn {
  const machine = createMachine({ email: 'anne@example.com', ...options });
  const run = (as: Caller, name: string, args: readonly unknown[]): unknown => {
    const outcome = machine.run(project, name, args, { as });
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
    return outcome.value;
  };
  const workbook = [...machine.documents.workbooks.values()][0];
  let looked = 0;
  return {
    machine,
    project,
    call: (name, ...args) => run('page', name, args),
    click: (name) => run('menu', name, []),
    shown() {
      const fresh = (workbook?.shown ?? []).slice(looked).map(({ kind, text }) => `${kind}: ${text}`);
      looked += fresh.length;
      return fresh;
    },
    answer(...texts) {
      for (const text of texts) {
        machine.documents.answers.push(text === null ? { button: 'CANCEL' } : { button: 'OK', text });
      }
    },
  };
}

/** A new connection to the bakery, as a page sends it. */
export function bakery(more: object = {}): object {
  return { connector: 'bakery', settings: { site: 'https://bakery.example', apiKey: SECRET, ...more } };
}
