import type { Connector, Settings, Stream } from '../connectors/connector';
import { connectors } from '../connectors/index';
import type { Words } from '../core/model';
import { alert, prompt } from '../platform/screen';
import { askLine } from './ask-line';
import { askPlace } from './ask-place';
import { askSettings, withoutBlanks } from './ask-settings';
import { attempt } from './attempt';
import { allConnections, type Connection } from './connections';
import { drawMenu } from './menu';
import { findConnector } from './find-connector';
import { labelledStream } from './labels';
import { storeConnection } from './save-connection';
import { showFailure } from './sync-menu';
import { askConnection } from './test-connections';
import { say } from './words';

/**
 * Sets up a connection by questions: which one, those of its settings that matter, which streams, where to. Cancelling any
 * of them stores nothing. What was stored is tested at once.
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
  const settings = choice && askSettings(choice.connector, choice.connection);
  if (!settings) return;
  const { connector, connection } = choice;
  const streams = askStreams(connector, withoutBlanks(settings), connection?.streams ?? []);
  const place = streams && askPlace(labelledStream(connector, withoutBlanks(settings)), connection, streams);
  if (!place) return;
  const saved = storeConnection({
    ...(connection ? { id: connection.id } : {}),
    connector: connector.name,
    settings,
    streams,
    ...place,
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
  const lines = choices.map(({ connector, connection }) => labelOf(connector, connection));
  const question = say({ fr: 'Tapez un numéro :', en: 'Type a number:' });
  const place = askLine(say({ fr: 'Configurer', en: 'Set up' }), question, lines);
  return place === null ? null : (choices[place] ?? null);
}

function labelOf(connector: Connector, connection: Connection | null): string {
  if (connection) return say({ fr: `Modifier « ${connection.title} »`, en: `Change “${connection.title}”` });
  return say({ fr: `Nouvelle connexion ${connector.title}`, en: `New connection to ${connector.title}` });
}

/** Names of the chosen streams, none for the usual ones; null when the user cancels. Blank: those of `stored`. */
function askStreams(connector: Connector, settings: Settings, stored: readonly string[]): readonly string[] | null {
  const streams = connector.streams(settings);
  const lines = streams.map(
    ({ title, optional }, index) => `${index + 1}. ${say(title)}${optional ? say(OPTION) : ''}`,
  );
  const kept = streams.filter(({ name }) => stored.includes(name));
  const question = say(kept.length === 0 ? WHAT : whatNow(kept));
  for (;;) {
    const typed = prompt(connector.title, [question, ...lines].join('\n'));
    if (typed === null) return null;
    if (typed === '') return kept.map(({ name }) => name);
    if (typed === '-') return [];
    const numbers = typed.split(/[\s,;]+/).filter((text) => text !== '');
    const chosen = numbers.map((text) => streams[Number(text) - 1]?.name);
    if (chosen.every((name) => name !== undefined)) return chosen;
  }
}

const OPTION: Words = { fr: ' (en option)', en: ' (optional)' };

const WHAT: Words = {
  fr: 'Que faut-il synchroniser ? Tapez des numéros séparés par des virgules, ou rien pour tout ce qui n’est pas en option.',
  en: 'What shall be synced? Type numbers separated by commas, or nothing for all that is not optional.',
};

function whatNow(streams: readonly Stream[]): Words {
  const [fr, en] = [streams.map(({ title }) => title.fr).join(', '), streams.map(({ title }) => title.en).join(', ')];
  return {
    fr: `Que faut-il synchroniser ? Actuellement : ${fr}\nTapez des numéros séparés par des virgules. Laissez vide pour ne rien changer, tapez - pour tout ce qui n’est pas en option.`,
    en: `What shall be synced? At present: ${en}\nType numbers separated by commas. Leave blank to change nothing, type - for all that is not optional.`,
  };
}
