import type { Connector, Settings } from '../connectors/connector';
import { connectors } from '../connectors/index';
import { SettingsError } from '../core/errors';
import { userEmail } from '../platform/session';
import { matters } from './check-draft';
import { type Connection, readConnection } from './connections';
import { findConnector } from './find-connector';
import { missingSecret } from './missing-secret';
import type { Draft } from './rpc';
import { readSecrets, rememberSecrets } from './secrets';

/** A draft beside what is stored of its connection. */
export interface Drafted {
  readonly connector: Connector;
  /** The connection to change; null for a new one. */
  readonly old: Connection | null;
  /** Settings and secrets as far as this person may know them; empty for a new one. */
  readonly before: Settings;
  /** What was typed, without secrets and blanks. */
  readonly settings: Settings;
  /** What was typed and, where the draft leaves them out, what this person has stored. */
  readonly secrets: Settings;
}

/**
 * Reads what a draft is about. Stored secrets are their owner's to use, and only where they were typed for: throws `SettingsError`
 * when a new address would get one, or when the draft is of another connector than its connection.
 */
export function readDrafted(draft: Draft): Drafted {
  rememberSecrets(possibleSecrets(draft));
  const connector = findConnector(draft.connector);
  const old = draft.id === undefined ? null : readConnection(draft.id);
  if (old && old.connector !== connector.name) throw otherConnector(old, connector);
  // Somebody who owned it before must not send their key where it leads now.
  const known = old?.owner === userEmail() ? (readSecrets(old.id) ?? {}) : {};
  const before = { ...old?.settings, ...known };
  const { settings, secrets } = splitSettings(connector, draft.settings, known);
  if (!leadsElsewhere(connector, before, { ...settings, ...secrets })) {
    return { connector, old, before, settings, secrets };
  }
  checkTypedAgain(connector, settings, draft.settings, known);
  return { connector, old, before, ...splitSettings(connector, draft.settings, {}) };
}

/**
 * Returns when a draft has the secrets that matter, or is of a new connection. Throws `SettingsError` when it leaves them out
 * and its connection has none that this person may use.
 */
export function checkOwnSecrets(draft: Draft, { connector, old, settings, secrets }: Drafted): void {
  if (!old || Object.keys(secrets).length > 0) return;
  const isOwn = old.owner === userEmail();
  const left = connector.settings.find(
    (setting) =>
      setting.secret &&
      (setting.required || !isOwn) &&
      draft.settings[setting.name] === undefined &&
      matters(setting, connector, settings),
  );
  if (left) throw missingSecret(old, left.name);
}

/** What no message may repeat: all but what everyone may see anyway. A name that means nothing may be that of a secret. */
function possibleSecrets({ connector, settings }: Draft): readonly string[] {
  const declared = connectors.find(({ name }) => name === connector)?.settings ?? [];
  const open = declared.filter(({ secret }) => !secret).map(({ name }) => name);
  return Object.entries(settings).flatMap(([name, value]) => (open.includes(name) ? [] : [value]));
}

function otherConnector(old: Connection, connector: Connector): SettingsError {
  return new SettingsError('connector', `${old.id} is a connection of ${old.connector}, not of ${connector.name}`, {
    fr: `« ${old.title} » n’est pas une connexion ${connector.title}. Créez une nouvelle connexion.`,
    en: `“${old.title}” is no connection to ${connector.title}. Make a new connection.`,
  });
}

function splitSettings(
  connector: Connector,
  typed: Settings,
  known: Settings,
): { readonly settings: Settings; readonly secrets: Settings } {
  const settings: Record<string, string> = {};
  const secrets: Record<string, string> = {};
  for (const { name, secret } of connector.settings) {
    const value = (typed[name] ?? (secret ? known[name] : undefined) ?? '').trim();
    if (value !== '') (secret ? secrets : settings)[name] = value;
  }
  return { settings, secrets };
}

/** Whether requests, and the key with them, would go to another address than before. */
function leadsElsewhere(connector: Connector, before: Settings, after: Settings): boolean {
  const base = baseOf(connector, after);
  return base !== null && base !== baseOf(connector, before);
}

/** Null while the settings do not say. */
function baseOf(connector: Connector, settings: Settings): string | null {
  try {
    return connector.signIn(settings).base;
  } catch (error) {
    if (error instanceof SettingsError) return null;
    throw error;
  }
}

function checkTypedAgain(connector: Connector, settings: Settings, typed: Settings, known: Settings): void {
  const kept = connector.settings.find(
    (setting) =>
      known[setting.name] !== undefined && typed[setting.name] === undefined && matters(setting, connector, settings),
  );
  if (!kept) return;
  const { name, title } = kept;
  throw new SettingsError(name, `${connector.name}: ${name} was typed for another address`, {
    fr: `L’adresse a changé : saisissez de nouveau « ${title.fr} ». Par sécurité, ce qui est enregistré n’est envoyé qu’à l’adresse d’avant.`,
    en: `The address has changed: type “${title.en}” again. For safety, what is stored is sent to the earlier address only.`,
  });
}
