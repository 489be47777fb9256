import type { Account } from '../../local/apps-script/account';
import { createCounter } from '../../local/apps-script/counter';
import { expose } from '../../local/apps-script/expose';
import { createGate } from '../../local/apps-script/gate';
import { COSTS, type Ending, type Host } from '../../local/apps-script/host';
import { startLifetime } from '../../local/apps-script/lifetime';
import { createPeopleService } from '../../local/apps-script/people/people-service';
import type { Project } from '../../local/apps-script/project';
import type { Realm } from '../../local/apps-script/realm';
import { createPropertiesService } from '../../local/apps-script/services/properties-service';
import { createUtilities } from '../../local/apps-script/services/utilities';
import { createSpreadsheetServices } from '../../local/apps-script/spreadsheet/services';

/** How an execution without a realm of its own ended. */
export type BareOutcome<T> =
  | { readonly status: 'done'; readonly value: T }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'killed'; readonly reason: string };

/**
 * Runs `work` as one execution on the services of the local Apps Script, in this process's own realm: a tenth of what a
 * realm costs, for tests with thousands of executions. The services are those of `account`, with its faults, its clock
 * and the six-minute kill: from a kill on every call throws, so that no `finally` does anything any more.
 */
export function executeBare<T>(account: Account, work: () => T): BareOutcome<T> {
  const { host, ends, reason } = startBare(account);
  const { SpreadsheetApp, Sheets } = createSpreadsheetServices(host, account.documents);
  const services = {
    ...{ SpreadsheetApp, Sheets },
    People: createPeopleService(host, account, PROJECT),
    PropertiesService: createPropertiesService(host, account.state.properties, account.isBound),
    Utilities: createUtilities(host, false),
  };
  const ended = withGlobals(services, account, () => attempt(work, reason));
  const ending: Ending = ended.status;
  const atEnd = attempt(() => {
    for (const end of ends) end(ending);
  }, reason);
  return ended.status === 'done' && atEnd.status !== 'done' ? atEnd : ended;
}

const PROJECT: Project = {
  ...{ path: '', folder: '', timeZone: 'Europe/Paris' },
  scopes: null,
  advancedServices: null,
  webApp: null,
};

interface Bare {
  readonly host: Host;
  readonly ends: readonly ((ending: Ending) => void)[];
  /** Why it was killed; null: it was not. */
  readonly reason: () => string | null;
}

function startBare(account: Account): Bare {
  const { state, holder } = account;
  const quotas = account.quotasOf('user');
  const life = startLifetime(state, 'editor');
  const watched = {
    realm: BARE,
    life,
    calls: createCounter(),
    startedAt: state.now,
    authMode: 'FULL',
    scopes: null,
    isWithdrawn: false,
  } as const;
  const gate = createGate(account, watched);
  const ends: ((ending: Ending) => void)[] = [];
  const host: Host = {
    ...{ timeZone: PROJECT.timeZone, locale: holder.locale, email: holder.email, userStore: 'user' },
    ...{ authMode: 'FULL', caller: 'editor' },
    now: () => state.now,
    advance: life.advance,
    fail: gate.fail,
    expose: (service, methods, rules) => expose(BARE, gate, service, methods, rules),
    spend(quota, amount = 1) {
      const refusal = quotas.spend(quota, amount, state.now);
      if (refusal !== null) gate.fail(refusal);
    },
    onEnd: (callback) => void ends.push(callback),
  };
  return { host, ends, reason: life.reason };
}

/** The realm of this process: nothing has to be copied on its way. */
const BARE: Realm = {
  globals: {},
  toScript: (value) => value,
  method:
    (_, call) =>
    (...args: unknown[]) =>
      call(args),
  object: () => ({}),
  error(name, message, members = {}) {
    const error = Object.assign(new Error(message), members, { name });
    MADE.add(error);
    return error;
  },
  owns: (error) => typeof error === 'object' && error !== null && MADE.has(error),
  evaluate: (action) => action(),
};
const MADE = new WeakSet<object>();

function attempt<T>(work: () => T, reason: () => string | null): BareOutcome<T> {
  let ended: BareOutcome<T>;
  try {
    ended = { status: 'done', value: work() };
  } catch (error) {
    ended = { status: 'failed', error };
  }
  const killed = reason();
  return killed === null ? ended : { status: 'killed', reason: killed };
}

/** For as long as the work takes: no other global of that name is here. */
function withGlobals<R>(services: object, { state }: Account, work: () => R): R {
  const { now } = Date;
  Object.assign(globalThis, services);
  Date.now = () => Math.floor((state.now += COSTS.clock));
  try {
    return work();
  } finally {
    Date.now = now;
    for (const name of Object.keys(services)) Reflect.deleteProperty(globalThis, name);
  }
}
