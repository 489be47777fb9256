import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../apps-script/machine';
import { openProject } from '../apps-script/project';
import { openWorkspace, saveWorkspace } from '../apps-script/workspace';
import type { PersonJson } from '../apps-script/people/person-json';
import { CONTACTS_USAGE, readContactsArguments, type ContactsArguments } from './contacts-arguments';
import { runAction, setUpContacts } from './contacts-run';
import { contactsText, type ContactsReport } from './contacts-text';
import { freeName } from './free-name';
import { toCsv } from './to-csv';
import { typeClients } from './type-clients';
import { UsageError } from './usage-error';

const BUNDLE = join(__dirname, '../../dist');

process.exitCode = main(process.argv.slice(2));

/** The exit code: 0 done, 1 failed or stopped by a guard, 2 wrong arguments. */
function main(words: readonly string[]): number {
  if (words[0] === 'help' || words.includes('--help')) {
    process.stdout.write(CONTACTS_USAGE);
    return 0;
  }
  try {
    return contacts(readContactsArguments(words));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const isUsage = error instanceof UsageError;
    process.stderr.write(isUsage ? `${message}\n\n${CONTACTS_USAGE}` : `${message}\n`);
    if (words.includes('--json')) process.stdout.write(`${JSON.stringify({ error: message })}\n`);
    return isUsage ? 2 : 1;
  }
}

/** What was done before a failure stays done, as on Google's servers. */
function contacts(request: ContactsArguments): number {
  const { routes, workspace, json } = request;
  const machine = openWorkspace(workspace, { routes });
  try {
    const report = act(machine, request);
    if (request.out !== undefined) writeFiles(machine, request);
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : contactsText(report));
    return isStopped(report.result) ? 1 : 0;
  } finally {
    if (workspace !== undefined) saveWorkspace(machine, workspace);
  }
}

function act(machine: Machine, request: ContactsArguments): ContactsReport {
  const project = openProject(BUNDLE);
  setUpContacts(machine, project, request.settings);
  if (request.google !== undefined) machine.people.import(readPeople(request.google));
  if (request.clients !== undefined) typeClients(machine, readFile(request.clients));
  const startedAt = machine.state.now;
  machine.resetCalls();
  const result = runAction(machine, project, request);
  return {
    action: request.action,
    result,
    calls: machine.calls(),
    virtualMs: Math.round(machine.state.now - startedAt),
  };
}

function isStopped(result: unknown): boolean {
  const { state } = Object(result) as { readonly state?: string };
  return state === 'stopped' || state === 'running';
}

function readPeople(file: string): readonly PersonJson[] {
  const people: unknown = JSON.parse(readFile(file));
  if (!Array.isArray(people)) throw new UsageError('Le fichier de --google doit contenir une liste de personnes.');
  return people as PersonJson[];
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`Le fichier ${file} ne peut pas être lu.`);
  }
}

/** All tabs as CSV, the hidden ones too, and the person's contacts as JSON, unless a server has them. */
function writeFiles(machine: Machine, { out: folder = '', routes }: ContactsArguments): void {
  mkdirSync(folder, { recursive: true });
  const taken = new Set<string>();
  for (const workbook of machine.documents.workbooks.values()) {
    for (const tab of workbook.tabs) {
      writeFileSync(join(folder, freeName(tab.name, '.csv', taken)), [...toCsv(workbook, tab)].join(''));
    }
  }
  if (Object.keys(routes).length > 0) return;
  writeFileSync(join(folder, 'google.json'), `${JSON.stringify(machine.people.people(), null, 2)}\n`);
}
