import type { Connector, Setting, Settings } from '../connectors/connector';
import { SettingsError } from '../core/errors';
import type { Draft } from './rpc';

/**
 * Returns when a draft names only what its connector has, and `settings` (all settings and secrets, or null when they
 * did not change) are complete and make sense to it; else throws `SettingsError` naming the field.
 */
export function checkDraft(draft: Draft, connector: Connector, settings: Settings | null): void {
  const names = connector.settings.map(({ name }) => name);
  const unknown = Object.keys(draft.settings).find((name) => !names.includes(name));
  if (unknown !== undefined) throw unknownName(unknown, connector, names, 'settings');
  if (settings) {
    checkComplete(connector, settings);
    // First the connector, which knows better what is wrong.
    connector.signIn(settings);
    checkPatterns(connector, settings);
  }
  if (draft.streams) checkStreams(draft.streams, connector, settings ?? draft.settings, 'streams');
  if (draft.tabs) checkStreams(Object.keys(draft.tabs), connector, settings ?? draft.settings, 'tabs');
}

/** Returns when every setting that the connector requires is there; else throws `SettingsError` naming the first. */
export function checkComplete(connector: Connector, settings: Settings): void {
  const needed = neededSettings(connector, settings);
  const missing = needed.find(({ name }) => settings[name] === undefined);
  if (!missing) return;
  const { name, title } = missing;
  throw new SettingsError(name, `${connector.name}: the setting ${name} is missing`, {
    fr: `${connector.title} a besoin de « ${title.fr} ». ${missing.help.fr}`,
    en: `${connector.title} needs “${title.en}”. ${missing.help.en}`,
  });
}

/** Returns when every setting that matters looks as the connector says; else throws `SettingsError` naming the first. */
export function checkPatterns(connector: Connector, settings: Settings): void {
  const wrong = connector.settings.find((setting) => {
    const typed = settings[setting.name];
    if (typed === undefined || setting.pattern === undefined || !matters(setting, connector, settings)) return false;
    return !new RegExp(`^(?:${setting.pattern})$`).test(typed);
  });
  if (!wrong) return;
  const { name, title, help, example } = wrong;
  // Never the text itself: it may be a key.
  throw new SettingsError(name, `${connector.name}: ${name} does not match its pattern`, {
    fr: `« ${title.fr} » n’a pas la forme attendue, par exemple « ${example} ». ${help.fr}`,
    en: `“${title.en}” does not look as it should, such as “${example}”. ${help.en}`,
  });
}

/** Those that the connector requires beside the others. */
export function neededSettings(connector: Connector, settings: Settings): readonly Setting[] {
  return connector.settings.filter((setting) => setting.required && matters(setting, connector, settings));
}

/** Whether a setting makes a difference beside the others. */
export function matters({ when }: Setting, connector: Connector, settings: Settings): boolean {
  if (!when) return true;
  const [usual] = connector.settings.find(({ name }) => name === when.setting)?.choices ?? [];
  const typed = (settings[when.setting] ?? '').trim().toLowerCase();
  return when.values.includes(typed === '' ? (usual?.value ?? '') : typed);
}

function checkStreams(
  chosen: readonly string[],
  connector: Connector,
  settings: Settings,
  field: 'streams' | 'tabs',
): void {
  const names = connector.streams(settings).map(({ name }) => name);
  const unknown = chosen.find((name) => !names.includes(name));
  if (unknown !== undefined) throw unknownName(unknown, connector, names, field);
}

function unknownName(
  name: string,
  connector: Connector,
  names: readonly string[],
  kind: 'settings' | 'streams' | 'tabs',
): SettingsError {
  const list = names.join(', ');
  const field = kind === 'settings' ? name : kind;
  return new SettingsError(field, `${connector.name}: ${name} is none of its ${kind} (${list})`, {
    fr: `${connector.title} ne connaît pas « ${name} ». Il connaît : ${list}.`,
    en: `${connector.title} does not know “${name}”. It knows: ${list}.`,
  });
}
