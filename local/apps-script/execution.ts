import type { Account } from './account';
import { createCounter, type Counter } from './counter';
import { expose } from './expose';
import { createGate } from './gate';
import { COSTS, type AuthMode, type Caller, type Ending, type Host } from './host';
import { startLifetime } from './lifetime';
import { grantedScopes } from './permissions';
import { storeOf, type Person } from './person';
import type { Project } from './project';
import type { Quotas } from './quotas';
import { createRealm, type Realm } from './realm';

/** One run of one function: its realm, the host its services get, and the end that may come early. */
export interface Execution {
  readonly id: string;
  readonly host: Host;
  readonly quotas: Quotas;
  readonly realm: Realm;
  readonly startedAt: number;
  readonly calls: Counter;
  readonly logs: Log[];
  /** Why Google ended it, or null. */
  killedFor(): string | null;
  /** Calls back whoever asked for the end of the execution. */
  finish(ending: Ending): void;
}

export interface Log {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly text: string;
}

/** Who starts an execution, and what it may do. */
export interface Starter {
  readonly caller: Caller;
  readonly authMode: AuthMode;
  readonly person: Person;
}

/** An execution that starts now. */
export function startExecution(account: Account, project: Project, starter: Starter): Execution {
  const { state } = account;
  const { caller, authMode } = starter;
  const startedAt = state.now;
  const life = startLifetime(state, caller);
  const calls = createCounter();
  const realm = createRealm(() => Math.floor((state.now += COSTS.clock)), account.patience);
  const { email } = starter.person;
  const leave = { scopes: grantedScopes(project, account, email), isWithdrawn: account.consents.isWithdrawn(email) };
  const gate = createGate(account, { realm, life, calls, startedAt, authMode, ...leave });
  const quotas = account.quotasOf(storeOf(starter.person, account.holder));
  const ends: ((ending: Ending) => void)[] = [];
  const host: Host = {
    ...identityOf(account, project, starter),
    now: () => state.now,
    advance: life.advance,
    fail: gate.fail,
    expose: (service, methods, rules) => expose(realm, gate, service, methods, rules),
    spend(quota, amount = 1) {
      const refusal = quotas.spend(quota, amount, state.now);
      if (refusal !== null) gate.fail(withApiPrefix(gate.current(), refusal));
    },
    onEnd: (callback) => void ends.push(callback),
  };
  state.lastId += 1;
  return {
    id: String(state.lastId),
    ...{ host, quotas, realm, startedAt, calls, logs: [], killedFor: life.reason },
    finish: (ending) => {
      callAll(
        ends.map((end) => () => {
          end(ending);
        }),
      );
    },
  };
}

type Identity = 'timeZone' | 'locale' | 'email' | 'userStore' | 'authMode' | 'caller';

function identityOf(
  { holder }: Account,
  { timeZone }: Project,
  { caller, authMode, person }: Starter,
): Pick<Host, Identity> {
  const { locale, email } = person;
  return { timeZone, locale, email, userStore: storeOf(person, holder), authMode, caller };
}

/** Calls each, whatever the others throw; then throws what the first of them threw. */
function callAll(callbacks: readonly (() => void)[]): void {
  const [first, ...rest] = callbacks;
  if (!first) return;
  try {
    first();
  } finally {
    callAll(rest);
  }
}

/** Advanced services name the API method in each refusal. */
function withApiPrefix(method: string, refusal: string): string {
  if (!method.startsWith('Sheets.')) return refusal;
  const name = method.replace(/\b[A-Z]/g, (letter) => letter.toLowerCase());
  return `API call to ${name} failed with error: ${refusal}`;
}
