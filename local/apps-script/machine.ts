import type { Account, AccountOptions, TokenLeak } from './account';
import { createConsents, type Consents } from './consents';
import { createCounter } from './counter';
import { createClock, type Clock, type Fired } from './clock';
import { execute } from './execute';
import { createFaultPlan, type Faults } from './faults';
import type { AuthMode, Caller } from './host';
import { tellOfEdit, type Edit } from './edit';
import { leave } from './leave';
import type { Outcome } from './outcome';
import { createPage, type Page } from './page';
import { createMachinePeople, type MachinePeople } from './people/machine-people';
import { createPeopleDesk } from './people/people-desk';
import { ownerOf, type Person } from './person';
import type { Project } from './project';
import { createQuotas } from './quotas';
import { SCRIPT_ID } from './services/script-app';
import { createDocuments } from './spreadsheet/documents';
import type { Documents } from './spreadsheet/documents';
import { createWorkbook } from './spreadsheet/workbook';
import { emptyState, type State, type TriggerRecord } from './state';
import { answerWeb, type WebAnswer, type WebRequest } from './web-app';

/** One Google account with a script: what outlives executions, and the button that starts them. */
export interface Machine {
  readonly state: State;
  readonly documents: Documents;
  readonly faults: Faults;
  /** Google Contacts: its rules and faults, and what people do there themselves. */
  readonly people: MachinePeople;
  /** The project last run: triggers fire its handlers. */
  project: Project | null;
  /** One execution of a top-level function; `Script function not found` is a failure like any other. */
  run(project: Project, functionName: string, args?: readonly unknown[], how?: Start): Outcome;
  /** The project's page as someone sees it, the account's holder unless told: `google.script.run` with Google's rules. */
  page(project: Project, person?: Person): Page;
  /** The project's web app as a stranger on the network finds it. */
  web(project: Project, request: WebRequest): WebAnswer;
  /** Moves the clock on by milliseconds and fires what falls due, in order; the project last run has the handlers. */
  advance(ms: number): Fired[];
  /** Fires a trigger now, by its id; a one-shot trigger has fired then. Throws when there is none. */
  fire(trigger: string): Outcome;
  /**
   * What follows when someone has typed into a cell of the bound spreadsheet: the simple trigger onEdit of the project last
   * run, then the installed edit triggers, which fire as their owners.
   */
  edited(edit: Edit, person?: Person): Outcome[];
  /** Moves the clock on until no one-shot trigger is pending; throws when that never happens. */
  runUntilIdle(): Fired[];
  /** How often each `Service.method` was called since the last reset, by all executions. */
  calls(): Record<string, number>;
  /** How many requests `fetch` and `fetchAll` sent since then: `faults.http` numbers the next one after them. */
  requests(): number;
  /** Starts the counters and the numbering of faults anew. */
  resetCalls(): void;
  /** Requests that took Google's token to others than Google, oldest first. */
  readonly leaks: readonly TokenLeak[];
  /** Scopes of the manifest that nobody grants; tests and the user may change them. */
  readonly refusedScopes: Set<string>;
  /** A person takes the script's leave away: for some scopes, as when an update asks for more, or altogether. */
  readonly revoke: Consents['revoke'];
  /** A person gives the script leave again for all that it asks for. */
  readonly grant: Consents['grant'];
  /** Someone's Google account is deleted; from then on, running something as them throws. */
  leave(email: string): void;
  /** Google disables a clock trigger: it stays in the list and fires no more. Throws when there is none. */
  disable(trigger: string): void;
  /** Every execution so far, oldest first. */
  readonly executions: readonly Outcome[];
}

/** How a function is started. */
export interface Start {
  /** Who starts it: by default `simple` for onOpen, onEdit and onSelectionChange, else `editor`. */
  readonly as?: Caller;
  /** By default what Google gives that caller. */
  readonly authMode?: AuthMode;
  /** What the function receives instead of `args`; `authMode` is added. */
  readonly event?: object;
  /** The edit that its event tells of. */
  readonly edit?: Edit;
  /** Whose execution it is; the account's holder by default. */
  readonly person?: Person;
}

/** A machine on which nothing has happened yet, unless the options bring what earlier executions left. */
export function createMachine(options: AccountOptions = {}): Machine {
  const refusedScopes = new Set<string>();
  const account = createAccount(options, refusedScopes);
  const { state, documents, faults, leaks } = account;
  const executions: Outcome[] = [];

  const run: Machine['run'] = (project, functionName, args = [], how = {}) => {
    machine.project = project;
    checkPresence(account, how.person ?? account.holder);
    const outcome = execute(account, project, functionName, args, how);
    executions.push(outcome);
    return outcome;
  };
  const fire = (trigger: TriggerRecord, given: Pick<Start, 'event' | 'edit'>): Outcome => {
    if (!machine.project) throw new Error('A trigger is due, but no script has been run on this machine.');
    return run(machine.project, trigger.handler, [], {
      as: 'trigger',
      person: ownerOf(trigger, account.holder),
      ...given,
    });
  };
  const clock = createClock(state, fire);
  const machine: Machine = {
    project: null,
    ...{ state, documents, faults, leaks, refusedScopes, executions },
    people: createMachinePeople(account),
    ...{ run, advance: clock.advance, runUntilIdle: clock.runUntilIdle },
    page: (project, person = account.holder) => createPage(run, project, person),
    web: (project, request) => answerWeb(run, deployedOf(account, project), request),
    ...{ fire: clock.fire, ...lossesOf(account, clock) },
    edited: (edit, person = account.holder) =>
      tellOfEdit({ account, project: machine.project, run, fire }, edit, person),
    calls: () => account.calls.all(),
    requests: () => account.requests,
    resetCalls() {
      account.calls = createCounter();
      account.requests = 0;
    },
  };
  return machine;
}

function checkPresence({ gone }: Account, { email }: Person): void {
  if (gone.has(email)) throw new Error(`${email} has no Google account any more.`);
}

/** A web app goes with whoever deployed it. */
function deployedOf({ gone, holder }: Account, project: Project): Project {
  return gone.has(holder.email) ? { ...project, webApp: null } : project;
}

/** What people and Google take away from the script. */
function lossesOf(account: Account, { disable }: Clock): Pick<Machine, 'revoke' | 'grant' | 'leave' | 'disable'> {
  const { revoke, grant } = account.consents;
  return {
    ...{ revoke, grant, disable },
    leave(email) {
      leave(account, email);
    },
  };
}

/** What the executions of a machine with those options share. */
export function createAccount(options: AccountOptions, refusedScopes: ReadonlySet<string> = new Set()): Account {
  const state = options.state ?? emptyState(options.startAt ?? Date.now());
  const { bound: isBound = true, spreadsheetLocale = 'fr_FR', spreadsheetTimeZone = 'Europe/Paris' } = options;
  const workbook = isBound ? createWorkbook(BOUND_ID, 'Classeur', spreadsheetLocale, spreadsheetTimeZone) : null;
  return {
    state,
    isBound,
    isAddOn: options.addOn ?? false,
    webAppUrl: options.webAppUrl ?? `https://script.google.com/macros/s/${SCRIPT_ID}/exec`,
    documents: options.documents ?? createDocuments(workbook),
    quotasOf: (user) => createQuotas(options.account ?? 'consumer', state.quotas, user),
    faults: createFaultPlan(),
    people: createPeopleDesk(options.account ?? 'consumer'),
    calls: createCounter(),
    requests: 0,
    leaks: [],
    consents: createConsents(refusedScopes),
    gone: new Set(),
    locks: new Map(),
    holder: { email: options.email ?? 'user@example.com', locale: options.locale ?? 'fr' },
    routes: options.routes ?? {},
    realNetwork: options.realNetwork ?? false,
    realTime: options.realTime ?? false,
    patience: options.patience ?? null,
    between: options.between,
  };
}

const BOUND_ID = '1local00000000000000000000000000000000bound';
