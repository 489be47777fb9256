import type { Account } from './account';
import type { Counter } from './counter';
import type { Moment, NumberedCall } from './faults';
import type { AuthMode } from './host';
import { OVERTIME, type Lifetime } from './lifetime';
import { AUTHORIZATION_REQUIRED, needsLeave, refusalOf } from './permissions';
import type { Realm } from './realm';

/** What surrounds each call that a script makes to a service. */
export interface Gate {
  /** Lets `action` happen or throws; `cost` gives the call's virtual milliseconds and is undefined for a handle. */
  call(method: string, cost: (() => number) | undefined, action: () => unknown): unknown;
  /** Throws Google's exception, or one of another name with more members. */
  readonly fail: (message: string, name?: string, members?: object) => never;
  /** The call that is taking place, as `Service.method`. */
  current(): string;
}

/** What the gate watches over. */
export interface Watched {
  readonly realm: Realm;
  readonly life: Lifetime;
  readonly calls: Counter;
  /** Virtual milliseconds since 1970. */
  readonly startedAt: number;
  readonly authMode: AuthMode;
  /** Those of the manifest that the user granted; null when it names none. */
  readonly scopes: readonly string[] | null;
  /** Whether the user has taken all leave away. */
  readonly isWithdrawn: boolean;
}

/** The gate of one execution: kills, counters, permissions, faults, costs, and what happens between two calls. */
export function createGate(account: Account, watched: Watched): Gate {
  const { realm, life, calls } = watched;
  let current = '';
  const fail: Gate['fail'] = (message, name = 'Exception', members = {}) => {
    throw realm.error(name, message, members);
  };
  const kill = (reason: string): never => {
    life.kill(reason);
    return fail(life.reason() ?? reason);
  };
  const strike = (moment: Moment, call: NumberedCall): void => {
    for (const blow of account.faults.strikes(moment, call)) {
      if (blow.kind === 'kill') kill(`Killed ${moment} ${call.method}`);
      if (blow.kind === 'fail') fail(blow.message);
      if (blow.kind === 'hook') blow.action();
    }
  };
  const call: Gate['call'] = (method, cost, action) => {
    const since = account.state.now;
    const costed = cost !== undefined;
    if (life.isKilled() || (costed && life.isOvertime())) kill(OVERTIME);
    const machine = account.calls.count(method, costed);
    const numbers: NumberedCall = { method, costed, machine, execution: calls.count(method, costed) };
    const refusal = refusalFor(watched, method);
    if (refusal !== null) fail(refusal);
    current = method;
    try {
      strike('before', numbers);
      return action();
    } finally {
      // What fails takes its time too; but an execution that was killed before the call does nothing any more.
      if (!life.isKilled()) {
        if (cost) life.advance(cost());
        strike('after', numbers);
        if (costed) letOthersIn(account, watched, method, since);
      }
    }
  };
  return { call, fail, current: () => current };
}

function refusalFor({ authMode, scopes, isWithdrawn }: Watched, method: string): string | null {
  if (isWithdrawn && authMode === 'FULL' && needsLeave(method)) return AUTHORIZATION_REQUIRED;
  return refusalOf(method, authMode, scopes);
}

/** After a call that began at `since`; the time that others take then is not this execution's. */
function letOthersIn(
  { between, state, locks }: Account,
  { life, startedAt }: Watched,
  method: string,
  since: number,
): void {
  if (!between) return;
  const before = state.now;
  const isLocked = [...locks.keys()].some((name) => name !== 'document');
  between({ method, took: before - since, startedAt, isLocked });
  life.prolong(state.now - before);
}
