import { BusyError } from '../../core/errors';
import type { Words } from '../../core/model';
import { adviceOf } from '../../engine/advice-of';
import type { Entry } from '../../engine/engine';
import { clock } from '../../platform/clock';
import { documentStore } from '../../platform/property-stores';
import type { Connection } from '../connections';
import { openApi, withSecrets } from '../open-connection';
import { redactSeen } from '../secrets';
import { addLook, type Health, healthName, healthsIn } from './health';

/**
 * Looks whether the systems of connections answer, one cheap request each, those first that were not looked at for longest. A
 * connection that a run has found well within the half hour is left out; so are the last ones when systems are slow. Returns those
 * that are down for the second look in a row, which no longer is a hiccup. Two service calls a connection and those of its request.
 */
export function checkHealth(
  connections: readonly Connection[],
  properties: Readonly<Record<string, string>>,
  until: number,
): readonly Unhealthy[] {
  const healths = healthsIn(properties);
  const atOf = ({ id }: Connection): number => healths.get(id)?.at ?? 0;
  const begun = clock.now();
  const stale = connections.filter((each) => begun - atOf(each) > HALF_HOUR).sort((a, b) => atOf(a) - atOf(b));
  return stale.flatMap((connection) => {
    if (clock.now() > Math.min(until, begun + PATIENCE)) return [];
    const why = ask(connection);
    if (why === undefined) return [];
    const health = addLook(healths.get(connection.id), clock.now(), why);
    write(connection.id, health);
    return why && health.looks === SURE ? [{ connection, why }] : [];
  });
}

/** A connection that has gone down, and why. */
export interface Unhealthy {
  readonly connection: Connection;
  readonly why: Words;
}

/** Notes that connections whose runs ended well are up. */
export function noteWell(entries: readonly Entry[], properties: Readonly<Record<string, string>>): void {
  const ids = new Set(entries.filter(({ status }) => status === 'finished').map(({ connection }) => connection));
  for (const { connection, status } of entries) if (status === 'failed') ids.delete(connection);
  if (ids.size === 0) return;
  const healths = healthsIn(properties);
  for (const id of ids) {
    // The two-way sync of contacts is none.
    if (`connection.${id}` in properties) write(id, addLook(healths.get(id), clock.now(), null));
  }
}

const HALF_HOUR = 30 * 60_000;
/** No look begins after so many milliseconds: one at a system that does not answer takes a minute. */
const PATIENCE = 30_000;
const SURE = 2;

/** Null: up; undefined: it cannot be told. */
function ask(connection: Connection): Words | null | undefined {
  try {
    const opened = withSecrets(connection);
    // Without any wait: the next look is in an hour.
    opened.connector.check(openApi(opened, clock.now()), opened.settings);
    return null;
  } catch (error) {
    if (error instanceof BusyError && error.isPaced) return undefined;
    const { fr, en } = adviceOf(error, redactSeen);
    return { fr: fr.slice(0, LONGEST_WHY), en: en.slice(0, LONGEST_WHY) };
  }
}

/** A property holds 9 KB, and all of them 500 KB. */
const LONGEST_WHY = 300;

function write(connection: string, health: Health): void {
  documentStore().set(healthName(connection), JSON.stringify(health));
}
