import type { Account } from './account';
import type { Counter } from './counter';
import type { Moment, NumberedCall } from './faults';
import type { AuthMode } from './host';
import { OVERTIME, type Lifetime } from './lifetime';
import { refusalOf } from './permissions';
import type { Realm } from './realm';

/** What surrounds each call that a script makes to a service. */
export interface Gate {
  /** Lets `action` happen or throws; `cost` gives the call's virtual milliseconds and is undefined for a handle. */
  call(method: string, cost: (() => number) | undefined, action: () => unknown): unknown;
  /** Throws Google's exception. */
  readonly fail: (message: string) => never;
  /** The call that is taking place, as `Service.method`. */
  current(): string;
}

/** What the gate watches over. */
export interface Watched {
  readonly realm: Realm;
  readonly life: Lifetime;
  readonly calls: Counter;
  readonly authMode: AuthMode;
  /** Those of the manifest that the user granted; null when it names none. */
  readonly scopes: readonly string[] | null;
}

/** The gate of one execution: kills, counters, permissions, faults and costs. */
export function createGate(account: Account, { realm, life, calls, authMode, scopes }: Watched): Gate {
  let current = '';
  const fail = (message: string): never => {
    throw realm.error('Exception', message);
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
    const costed = cost !== undefined;
    if (life.isKilled() || (costed && life.isOvertime())) kill(OVERTIME);
    const machine = account.calls.count(method, costed);
    const numbers: NumberedCall = { method, costed, machine, execution: calls.count(method, costed) };
    const refusal = refusalOf(method, authMode, scopes);
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
      }
    }
  };
  return { call, fail, current: () => current };
}
