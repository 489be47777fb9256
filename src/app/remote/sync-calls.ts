import { readBaseUrl } from '../../connectors/template/base-url';
import { SettingsError } from '../../core/errors';
import type { Words } from '../../core/model';
import { clock } from '../../platform/clock';
import { userEmail } from '../../platform/session';
import { adviceOf } from '../../engine/advice-of';
import { allConnections, type Connection } from '../connections';
import { findConnector } from '../find-connector';
import { openApi, withSecrets } from '../open-connection';
import { redactSeen } from '../secrets';
import { type Answer, ok } from './answer';
import { Refusal } from './refusal';
import { startRun } from './start-run';

/**
 * Starts a run of all connections of whoever deployed the web app. With somebody else's among them, which nobody may take up for long,
 * each later call would get that run again, and sync nothing.
 */
export function syncAll(): Answer {
  const person = userEmail();
  return start(allConnections(), {
    fr: `${person} n’a pas encore de connexion ici. Ajoutez-en une : menu Sync > Ouvrir Sync.`,
    en: `${person} has no connection here yet. Add one: menu Sync > Open Sync.`,
  });
}

/** The same of one connector. */
export function syncSystem(connector: string): Answer {
  return start(connectionsOf(connector), noneOf(connector));
}

/**
 * Asks the site of the first Template connection of the person whether it answers: `healthy` and `base_url`. That it does not is an
 * answer like any other, and its message says why.
 */
export function checkTemplate(): Answer {
  const connection = connectionsOf('template').find(({ owner }) => owner === userEmail());
  if (!connection) throw new Refusal(409, noneOf('template'));
  const base_url = baseUrlOf(connection);
  try {
    const opened = withSecrets(connection);
    return ok(
      { healthy: true, base_url },
      opened.connector.check(openApi(opened, clock.now() + PATIENCE), opened.settings),
    );
  } catch (error) {
    return ok({ healthy: false, base_url }, adviceOf(error, redactSeen));
  }
}

/** Somebody waits for the answer. */
const PATIENCE = 30_000;

function start(connections: readonly Connection[], none: Words): Answer {
  const person = userEmail();
  const own = connections.filter(({ owner }) => owner === person);
  if (own.length === 0) throw new Refusal(409, none);
  return startRun(own.map(({ id }) => id));
}

function connectionsOf(connector: string): readonly Connection[] {
  return allConnections().filter((connection) => connection.connector === connector);
}

function noneOf(connector: string): Words {
  const { title } = findConnector(connector);
  const person = userEmail();
  return {
    fr: `${person} n’a pas de connexion ${title} ici. Ajoutez-en une : menu Sync > Ouvrir Sync.`,
    en: `${person} has no connection to ${title} here. Add one: menu Sync > Open Sync.`,
  };
}

function baseUrlOf({ settings }: Connection): string | null {
  try {
    return readBaseUrl(settings.baseUrl);
  } catch (error) {
    if (error instanceof SettingsError) return null;
    throw error;
  }
}
