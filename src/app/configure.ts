import type { Connector, Setting } from '../connectors/connector';
import { connectors } from '../connectors/index';
import { alert, prompt } from '../platform/screen';
import { attempt } from './attempt';
import { allConnections, type Connection } from './connections';
import { drawMenu } from './menu';
import { findConnector } from './find-connector';
import { storeConnection } from './save-connection';
import { showFailure } from './sync-menu';
import { askConnection } from './test-connections';
import { say } from './words';

/**
 * Sets up a connection by questions: which one, each of its settings, which streams. Cancelling any of them stores
 * nothing. What was stored is tested at once.
 */
export function configureFromMenu(): void {
  showFailure(attempt(askAll));
}

/** A connection to change, or a connector for a new one. */
interface Choice {
  readonly connector: Connector;
  readonly connection: Connection | null;
}

function askAll(): void {
  const choice = askChoice();
  const settings = choice && askSettings(choice);
  const streams = settings && askStreams(choice, settings);
  if (!streams) return;
  const { connector, connection } = choice;
  const saved = storeConnection({
    ...(connection ? { id: connection.id } : {}),
    connector: connector.name,
    settings,
    streams,
  });
  drawMenu();
  const test = attempt(() => askConnection(saved.id));
  const done = say({ fr: `« ${saved.title} » est enregistrée.`, en: `“${saved.title}” is saved.` });
  alert('Sync', `${done}\n\n${test.ok ? test.value : test.advice}`);
}

function askChoice(): Choice | null {
  const choices: Choice[] = [
    ...allConnections().map((connection) => ({ connection, connector: findConnector(connection.connector) })),
    ...connectors.map((connector) => ({ connector, connection: null })),
  ];
  const lines = choices.map(({ connector, connection }, index) => `${index + 1}. ${labelOf(connector, connection)}`);
  const question = say({ fr: 'Tapez un numéro :', en: 'Type a number:' });
  for (;;) {
    const typed = prompt(say({ fr: 'Configurer', en: 'Set up' }), [question, ...lines].join('\n'));
    if (typed === null) return null;
    const chosen = /^\d+$/.test(typed) ? choices[Number(typed) - 1] : undefined;
    if (chosen) return chosen;
  }
}

function labelOf(connector: Connector, connection: Connection | null): string {
  if (connection) return say({ fr: `Modifier « ${connection.title} »`, en: `Change “${connection.title}”` });
  return say({ fr: `Nouvelle connexion ${connector.title}`, en: `New connection to ${connector.title}` });
}

/** What was typed for each setting; null when the user cancels. */
function askSettings({ connector, connection }: Choice): Record<string, string> | null {
  const settings: Record<string, string> = {};
  for (const setting of connector.settings) {
    const stored = connection?.settings[setting.name];
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

/** Names of the chosen streams, none for the usual ones; null when the user cancels. */
function askStreams({ connector, connection }: Choice, settings: Record<string, string>): string[] | null {
  const streams = connector.streams({ ...connection?.settings, ...settings });
  const lines = streams.map(({ title }, index) => `${index + 1}. ${say(title)}`);
  const question = say({
    fr: 'Que faut-il synchroniser ? Tapez des numéros séparés par des virgules, ou rien pour tout.',
    en: 'What shall be synced? Type numbers separated by commas, or nothing for everything.',
  });
  for (;;) {
    const typed = prompt(connector.title, [question, ...lines].join('\n'));
    if (typed === null) return null;
    const numbers = typed.split(/[\s,;]+/).filter((text) => text !== '');
    const chosen = numbers.map((text) => streams[Number(text) - 1]?.name);
    if (chosen.every((name) => name !== undefined)) return chosen;
  }
}
