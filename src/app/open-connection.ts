import { SettingsError } from '../core/errors';
import type { CountingApi, EngineConnection } from '../engine/engine';
import { createApi } from '../http/api';
import { clock } from '../platform/clock';
import { send } from '../platform/send';
import { userEmail } from '../platform/session';
import { checkComplete, matters } from './check-draft';
import type { Connection } from './connections';
import { findConnector } from './find-connector';
import { openPacing } from './pacing';
import { readSecrets } from './secrets';
import { openTokens } from './tokens';

/**
 * A connection with the secrets of the person running the script, who owns it. Throws `SettingsError` when they do not, or have
 * none: a secret can be read by its owner alone.
 */
export function withSecrets(connection: Connection): EngineConnection {
  const { id, title, streams, spreadsheet = null, tabs = {} } = connection;
  const connector = findConnector(connection.connector);
  const secret = connector.settings.find((setting) => setting.secret && matters(setting, connection.settings));
  // Somebody who owned it before must not send their key where it leads now.
  const secrets = connection.owner === userEmail() ? readSecrets(id) : null;
  if (secret && !secrets) throw secretIsMissing(connection, secret.name);
  const settings = { ...connection.settings, ...secrets };
  checkComplete(connector, settings);
  return { id, title, connector, settings, streams, spreadsheet, tabs };
}

/** The way to ask a connection's system; no wait lasts beyond `deadline` (milliseconds since 1970). */
export function openApi({ id, connector, settings }: EngineConnection, deadline: number): CountingApi {
  const signIn = connector.signIn(settings);
  return createApi({
    send,
    clock,
    deadline,
    signIn,
    title: connector.title,
    pacing: openPacing(id),
    tokens: openTokens(id, signIn),
    random: Math.random,
  });
}

function secretIsMissing({ title, owner }: Connection, field: string): SettingsError {
  const own = owner === userEmail();
  const message = `The secret ${field} of ${title} is not among this person's own`;
  if (own) {
    return new SettingsError(field, message, {
      fr: `La clé de « ${title} » n’est plus lisible. Saisissez-la de nouveau : menu Sync > Configurer.`,
      en: `The key of “${title}” cannot be read any more. Type it again: menu Sync > Set up.`,
    });
  }
  return new SettingsError(field, message, {
    fr: `La connexion « ${title} » appartient à ${owner}, qui seul peut utiliser sa clé. Demandez-lui de synchroniser, ou saisissez votre propre clé : menu Sync > Configurer.`,
    en: `The connection “${title}” belongs to ${owner}, and only they can use its key. Ask them to sync, or type a key of your own: menu Sync > Set up.`,
  });
}
