import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { AccountOptions } from '../../local/apps-script/account';
import type { Project } from '../../local/apps-script/project';
import type { Caller } from '../../local/apps-script/host';
import type { Workbook } from '../../local/apps-script/spreadsheet/workbook';
import { createUserHands, type UserHands } from '../../local/apps-script/spreadsheet/user-hands';
import type { ConnectionView, PageStart, Result } from '../../src/app/rpc';
import { bundle } from '../bundle';

export const SECRET = 'sesame-4711';

/** The add-on on a local Apps Script, with the small systems of `connectors.ts`. */
export interface AddOn {
  readonly machine: Machine;
  readonly project: Project;
  readonly workbook: Workbook;
  /** What a function returns; throws when the execution did not end well. */
  call(name: string, ...args: unknown[]): unknown;
  /** Saves a connection, and lets a second pass, so that the next one comes after it. Throws the advice of a refusal. */
  save(draft: object): ConnectionView;
  /** Those of the person before the spreadsheet. */
  readonly hands: UserHands;
  /** Clicks a menu item that calls that function. */
  click(name: string): unknown;
  /** What the user was shown since the last look. */
  shown(): string[];
  /** What the page that was opened last is told. Throws when none is open. */
  page(): PageStart;
}

/** Builds the add-on once for a test file. Its sidebar is a blank page. */
export async function buildAddOn(): Promise<Project> {
  const project = await bundle('src/main.ts', { 'src/connectors/index.ts': 'test/app/connectors.ts' });
  // Other tests may be reading the page.
  const page = join(project.folder, `${String(process.pid)}.page`);
  copyFileSync('ui/sidebar.html', page);
  renameSync(page, join(project.folder, 'Sidebar.html'));
  return project;
}

export function openAddOn(project: Project, options: AccountOptions = {}): AddOn {
  const machine = createMachine({ email: 'anne@example.com', ...options });
  const run = (as: Caller, name: string, args: readonly unknown[]): unknown => {
    const outcome = machine.run(project, name, args, { as });
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
    return outcome.value;
  };
  const [workbook] = machine.documents.workbooks.values();
  if (!workbook) throw new Error('There is no spreadsheet');
  let looked = 0;
  return {
    ...{ machine, project, workbook },
    call: (name, ...args) => run('page', name, args),
    save(draft) {
      const result = run('page', 'saveConnection', [draft]) as Result<ConnectionView>;
      machine.advance(1000);
      if (!result.ok) throw new Error(result.advice);
      return result.value;
    },
    hands: createUserHands(workbook, () => machine.state.now),
    click: (name) => run('menu', name, []),
    shown() {
      const fresh = workbook.shown.slice(looked).map(({ kind, text }) => `${kind}: ${text}`);
      looked += fresh.length;
      return fresh;
    },
    page() {
      const page = workbook.shown.findLast(({ kind }) => kind === 'sidebar')?.text ?? '';
      const [, start = ''] = /data-start="([^"]*)"/.exec(page) ?? [];
      return JSON.parse(unescape(start)) as PageStart;
    },
  };
}

/** A new connection to the bakery, as a page sends it. */
export function bakery(more: object = {}): object {
  return { connector: 'bakery', settings: { site: 'https://bakery.example', apiKey: SECRET, ...more } };
}

/** The text that a browser finds in an attribute. */
function unescape(attribute: string): string {
  return attribute.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: keyof typeof CHARACTERS) => CHARACTERS[name]);
}

const CHARACTERS = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
