import type { SignIn } from '../connectors/connector';
import type { CountingApi, EngineConnection } from '../engine/engine';
import { createApi } from '../http/api';
import type { Tokens } from '../http/with-grant';
import type { Pacing } from '../http/with-pace';
import { clock } from '../platform/clock';
import { send } from '../platform/send';
import { userEmail } from '../platform/session';
import { checkComplete, matters } from './check-draft';
import type { Connection } from './connections';
import { findConnector } from './find-connector';
import { missingSecret } from './missing-secret';
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
  const secret = connector.settings.find(
    (setting) => setting.secret && matters(setting, connector, connection.settings),
  );
  // Somebody who owned it before must not send their key where it leads now.
  const mayRead = connector.settings.some((setting) => setting.secret) && connection.owner === userEmail();
  const secrets = mayRead ? readSecrets(id) : null;
  if (secret && !secrets) throw missingSecret(connection, secret.name);
  const settings = { ...connection.settings, ...secrets };
  checkComplete(connector, settings);
  return { id, title, connector, settings, streams, spreadsheet, tabs, readsAll: connection.mode === 'full' };
}

/** The way to ask a connection's system; no wait lasts beyond `deadline` (milliseconds since 1970). */
export function openApi({ id, connector, settings }: EngineConnection, deadline: number): CountingApi {
  const signIn = connector.signIn(settings);
  return askSystem(connector.title, signIn, { pacing: openPacing(id), tokens: openTokens(id, signIn) }, deadline);
}

/** What is remembered from one request to the next. */
export interface Memory {
  readonly pacing: Pacing;
  readonly tokens: Tokens;
}

/** The way to ask the system of that title; no wait lasts beyond `deadline` (milliseconds since 1970). */
export function askSystem(title: string, signIn: SignIn, memory: Memory, deadline: number): CountingApi {
  return createApi({ send, clock, deadline, signIn, title, ...memory, random: Math.random });
}
