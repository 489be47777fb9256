import type { Connector, Setting, Settings } from '../connectors/connector';
import { prompt } from '../platform/screen';
import { matters } from './check-draft';
import type { Connection } from './connections';
import { say } from './words';

/**
 * What was typed for each setting that matters beside those before it, and what is stored of the others; null when the user
 * cancels.
 */
export function askSettings(connector: Connector, connection: Connection | null): Record<string, string> | null {
  const settings: Record<string, string> = {};
  for (const setting of connector.settings) {
    const stored = connection?.settings[setting.name];
    if (!matters(setting, withoutBlanks(settings))) {
      if (stored !== undefined) settings[setting.name] = stored;
      continue;
    }
    const typed = prompt(`${connector.title} – ${say(setting.title)}`, helpOn(setting, connection, stored));
    if (typed === null) return null;
    const value = typed === '' ? stored : typed === '-' ? '' : typed;
    if (value !== undefined) settings[setting.name] = value;
  }
  return settings;
}

function helpOn(setting: Setting, connection: Connection | null, stored: string | undefined): string {
  const lines = [say(setting.help)];
  if (setting.example !== '')
    lines.push(say({ fr: `Exemple : ${setting.example}`, en: `Example: ${setting.example}` }));
  if (stored !== undefined) lines.push(say({ fr: `Actuellement : ${stored}`, en: `At present: ${stored}` }));
  if (connection) {
    const keep = { fr: 'Laissez vide pour ne rien changer.', en: 'Leave blank to change nothing.' };
    const clear = { fr: 'Tapez - pour effacer.', en: 'Type - to clear.' };
    lines.push(say(keep) + (setting.required ? '' : ` ${say(clear)}`));
  } else if (!setting.required) {
    lines.push(say({ fr: 'Facultatif : laissez vide pour passer.', en: 'Optional: leave blank to skip.' }));
  }
  return lines.join('\n');
}

/** The settings as a connector expects them: one left blank is absent. */
export function withoutBlanks(settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ''));
}
