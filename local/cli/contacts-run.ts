import type { Calls, ContactsSettings, ContactsView, Result } from '../../src/app/rpc';
import type { ContactsRun } from '../../src/app/contacts/run-contacts';
import type { Machine } from '../apps-script/machine';
import type { Project } from '../apps-script/project';
import { askPage } from '../demo/ask-page';
import { findClientsTab } from './clients-tab';
import type { ContactsAction, ContactsArguments } from './contacts-arguments';
import { UsageError } from './usage-error';

/** Sets the contacts up as wanted, the first time with what is usual. Throws the advice of a refusal. */
export function setUpContacts(machine: Machine, project: Project, given: ContactsArguments['settings']): void {
  const page = machine.page(project);
  const { settings } = valueOf(askPage(page, 'openContacts'));
  if (settings && Object.keys(given).length === 0) return;
  valueOf(askPage(page, 'saveContacts', toSettings(settings ?? USUAL, given)));
}

/** Carries out an action as the sidebar does, and lets a sync go on until it ends. Returns what the page is told. */
export function runAction(
  machine: Machine,
  project: Project,
  { action, words, force }: Pick<ContactsArguments, 'action' | 'words' | 'force'>,
): unknown {
  const page = machine.page(project);
  const ask = <N extends keyof Calls>(name: N, ...args: Parameters<Calls[N]>): AnswerOf<N> =>
    valueOf(askPage(page, name, ...args) as Result<AnswerOf<N>>);
  const actions: Readonly<Record<ContactsAction, () => unknown>> = {
    sync: () => finish(machine, ask('syncContacts', { force })),
    preview: () => ask('previewContacts'),
    status: (): ContactsView => ask('openContacts'),
    list: () => ask('listContacts', words.join(' ')),
    push: () => finish(machine, pushRows(machine, project, words)),
    pull: () => finish(machine, ask('pullContacts', words)),
    choices: () => ask('readChoices'),
    decide: () => finish(machine, ask('decideChoices', words.map(toDecision))),
    journal: () => ask('readJournal'),
    restore: () => ask('restoreValue', words[0] ?? ''),
    reset: () => ask('resetContacts'),
  };
  return actions[action]();
}

type AnswerOf<N extends keyof Calls> = Extract<ReturnType<Calls[N]>, { ok: true }>['value'];

const USUAL: ContactsSettings = {
  scope: { kind: 'label', name: 'Clients' },
  direction: 'both',
  tie: 'sheet',
  hourly: false,
  atOnce: false,
};

/** What is wrong with a value the script says itself. */
function toSettings(before: ContactsSettings, given: ContactsArguments['settings']): ContactsSettings {
  const { label, hourly, atOnce, ...rest } = given;
  const scope = label === '' ? { kind: 'all' } : { kind: 'label', name: label };
  return {
    ...before,
    ...rest,
    ...(label === undefined ? {} : { scope }),
    ...(hourly === undefined ? {} : { hourly: hourly === 'true' }),
    ...(atOnce === undefined ? {} : { atOnce: atOnce === 'true' }),
  } as ContactsSettings;
}

function toDecision(word: string): { readonly id: string; readonly value: string } {
  const split = word.lastIndexOf('=');
  if (split < 1) throw new UsageError('decide attend ID=CHOIX, tels que « choices » les montre.');
  return { id: word.slice(0, split), value: word.slice(split + 1) };
}

/** Selects rows of the tab, one block after the other, and sends them. */
function pushRows(machine: Machine, project: Project, words: readonly string[]): ContactsRunAnswer {
  const rows = words.map(Number);
  if (rows.length === 0 || rows.some((row) => !Number.isInteger(row) || row < 2)) {
    throw new UsageError('push attend des numéros de lignes, à partir de 2.');
  }
  const { workbook, tab } = findClientsTab(machine);
  workbook.activeTab = tab.id;
  const push = (row: number): ContactsRunAnswer => {
    tab.selection = { row: row - 1, column: 0, rows: 1, columns: 1 };
    return valueOf(askPage(machine.page(project), 'pushSelection'));
  };
  const [first = 2, ...others] = rows;
  return others.reduce((_, row) => push(row), push(first));
}

type ContactsRunAnswer = AnswerOf<'syncContacts'>;

/** The longest that a sync is followed: 10,000 new contacts take 20 days. */
const LONGEST = 60 * 86_400_000;

/** What the run said last, when its triggers have done the rest. */
function finish(machine: Machine, answer: ContactsRunAnswer): ContactsRunAnswer {
  const giveUpAt = machine.state.now + LONGEST;
  let last = answer;
  while (last.state === 'paused') {
    const next = nextContinuation(machine);
    if (next === null || next > giveUpAt) return last;
    for (const { outcome } of machine.advance(Math.max(0, next - machine.state.now))) {
      const run = outcome.status === 'done' ? (outcome.value as ContactsRun | null) : null;
      if (run && run.state !== 'running') last = { ...last, ...toAnswer(run) };
    }
  }
  return last;
}

function toAnswer({
  state,
  tally,
  duration,
  note,
}: Exclude<ContactsRun, { state: 'running' }>): Partial<ContactsRunAnswer> {
  const { created, updated, skipped, conflicts, held, errors, calls } = tally;
  const metrics = { created, updated, skipped, conflicts, held, errors, calls, duration };
  return { state, metrics, summary: note?.fr ?? SUMMARY[state] };
}

const SUMMARY: Readonly<Record<'finished' | 'paused' | 'stopped', string>> = {
  finished: 'Terminé.',
  paused: 'En pause.',
  stopped: 'Arrêté : voir le statut.',
};

function nextContinuation({ state }: Machine): number | null {
  const times = state.triggers.flatMap(({ handler, nextAt }) => (handler === 'continueContacts' ? (nextAt ?? []) : []));
  return times.length === 0 ? null : Math.min(...times);
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.advice} [${result.kind}]`);
}
