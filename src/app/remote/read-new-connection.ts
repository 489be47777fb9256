import * as v from 'valibot';
import type { Connector, Setting } from '../../connectors/connector';
import { findConnector } from '../find-connector';
import { readDraft } from '../read-input';
import type { Draft } from '../rpc';
import { rememberSecrets } from '../secrets';
import type { Call } from './read-call';
import { readFields } from './read-fields';
import { Refusal } from './refusal';

/**
 * The connection that a call describes. `config` and `credentials` together are its settings, by the names that the connector gives
 * them, which may be written with underscores (`api_key`); `auth_type` among them is the way to sign in. Throws `Refusal` of status
 * 400, `SettingsError`.
 */
export function readNewConnection(fields: Call['fields']): Draft {
  const { connection_type, name, config = {}, credentials = {}, auto_sync_enabled } = readFields(CONNECTION, fields);
  // No message about what follows may repeat them: somebody may have put a key into the wrong field, too.
  for (const [key, value] of Object.entries(credentials)) if (key !== 'auth_type') rememberSecrets([String(value)]);
  const connector = findConnector(connection_type);
  const { auth_type, ...settings } = { ...config, ...credentials };
  const texts = Object.fromEntries(Object.entries(settings).map(([key, value]) => [toName(key), String(value)]));
  return readDraft({
    connector: connector.name,
    title: name,
    settings: { ...texts, ...signInSetting(connector, auth_type) },
    ...(auto_sync_enabled === undefined ? {} : { schedule: auto_sync_enabled ? NIGHTLY : null }),
  });
}

function toName(key: string): string {
  return key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The ways to sign in to a system: the values of the setting that chooses one, where there is one. */
export function authTypesOf(connector: Connector): readonly string[] {
  const choices = signInChoice(connector)?.choices?.map(({ value }) => value);
  return choices ?? (connector.settings.some(({ secret }) => secret) ? ['api_key'] : ['none']);
}

const NIGHTLY = { every: 'day', hour: 2 };

const VALUES = v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]));

const CONNECTION = v.strictObject({
  connection_type: v.string(),
  name: v.exactOptional(v.string()),
  config: v.exactOptional(VALUES),
  credentials: v.exactOptional(VALUES),
  auto_sync_enabled: v.exactOptional(v.boolean()),
});

/** The setting that decides which secrets matter. */
function signInChoice({ settings }: Connector): Setting | undefined {
  const [name] = settings.flatMap(({ secret, when }) => (secret && when ? [when.setting] : []));
  return settings.find((setting) => setting.name === name);
}

function signInSetting(connector: Connector, authType: unknown): Readonly<Record<string, string>> {
  if (authType === undefined) return {};
  const types = authTypesOf(connector);
  const chosen = types.find((type) => type === authType);
  if (chosen === undefined) {
    throw new Refusal(400, {
      fr: `« auth_type » n’est pas une façon de se connecter à ${connector.title}. Il y a : ${types.join(', ')}.`,
      en: `“auth_type” is no way to sign in to ${connector.title}. There are: ${types.join(', ')}.`,
    });
  }
  const choice = signInChoice(connector);
  return choice ? { [choice.name]: chosen } : {};
}
