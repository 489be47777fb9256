import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connector, Setting, Stream } from '../src/connectors/connector';
import { connectors } from '../src/connectors/index';
import type { Kind } from '../src/core/columns';

/** Each connector's page of `docs/`, by file name: its settings, streams and columns, in the words of the connector. */
export function describeConnectors(): ReadonlyMap<string, string> {
  return new Map(connectors.map((connector) => [`${connector.name}.md`, describeConnector(connector)]));
}

function describeConnector(connector: Connector): string {
  const { title, help, settings } = connector;
  const extra = findExtra(connector);
  const widest = connector.streams(Object.fromEntries(extra.map(({ setting }) => [setting.name, setting.example])));
  const parts = [
    `# ${title}`,
    help.en,
    'This page is written by `npm run docs` from the description of the connector.',
    `## What it asks for\n\n${settings.map(describeSetting).join('\n')}`,
    ...widest.map((stream) => describeStream(stream, extra)),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** An optional setting whose example brings columns, by stream, that are not there without it. */
interface Extra {
  readonly setting: Setting;
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

function findExtra(connector: Connector): readonly Extra[] {
  const usual = namesOf(connector.streams({}));
  const optional = connector.settings.filter(({ required }) => !required);
  return optional.flatMap((setting): Extra[] => {
    const names = [...namesOf(connector.streams({ [setting.name]: setting.example }))];
    const added = names.map(([stream, columns]): [string, readonly string[]] => [
      stream,
      columns.filter((column) => !usual.get(stream)?.includes(column)),
    ]);
    return added.some(([, columns]) => columns.length > 0) ? [{ setting, columns: new Map(added) }] : [];
  });
}

function namesOf(streams: readonly Stream[]): ReadonlyMap<string, readonly string[]> {
  return new Map(streams.map(({ name, columns }) => [name, columns.map((column) => column.name)]));
}

function describeSetting(setting: Setting): string {
  const { name, required, secret, help, choices = [], when } = setting;
  const need = !required
    ? 'optional'
    : when
      ? `required where \`${when.setting}\` is ${inCode(when.values)}`
      : 'required';
  const values = choices.map(
    ({ value, title }, index) => ` \`${value}\`${index === 0 ? ' (usual)' : ''}: ${title.en}.`,
  );
  return `- \`${name}\` (${[need, ...(secret ? ['secret'] : [])].join(', ')}): ${help.en}${values.join('')}`;
}

function describeStream(stream: Stream, extra: readonly Extra[]): string {
  const { name, title, help, key, columns, feeds } = stream;
  const heading = `## ${title.en} – ${title.fr}\n\n\`${name}\`: ${help.en}`;
  if (feeds) return `${heading} It is read when it is chosen by name, and fills: ${feeds.join(', ')}.`;
  const lines = columns.map((column) => {
    const only = extra.filter((one) => one.columns.get(name)?.includes(column.name)).map(({ setting }) => setting.name);
    const note = only.length === 0 ? '' : ` Only with the setting ${inCode(only)}.`;
    return `- \`${column.name}\` (${KINDS[column.kind]}): ${column.help.en}${note}`;
  });
  return `${heading}${sourceOf(stream)}\n\nKey: ${inCode(key)}. ${habitsOf(stream).join(' ')}\n\n${lines.join('\n')}`;
}

function sourceOf(stream: Stream): string {
  const { from, optional } = stream;
  const source = from ? ` ${stream.read ? 'Also found' : 'Found'} in the pages of ${from.join(' and ')}.` : '';
  return source + (optional ? ' It is read when it is chosen by name.' : '');
}

function habitsOf({ mode, version, labels = [], file }: Stream): readonly string[] {
  const columns = [...new Set(labels.flatMap((label) => Object.keys(label.columns)))];
  const streams = [...new Set(labels.map(({ stream }) => stream))];
  return [
    MODES[mode],
    ...(version ? [`A record never takes the place of one whose \`${version}\` is larger.`] : []),
    ...(labels.length > 0
      ? [
          `What ${inCode(streams)} say is repeated in ${inCode(columns)}, and brought up to date once a week or on demand.`,
        ]
      : []),
    ...(file ? [`A copy goes into Google Drive, as \`exports/${file.name}\`.`] : []),
  ];
}

function inCode(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

const KINDS: Readonly<Record<Kind, string>> = {
  text: 'text',
  number: 'number',
  boolean: 'true or false',
  moment: 'date or time',
  day: 'date',
  any: 'as sent',
};

const MODES: Readonly<Record<Stream['mode'], string>> = {
  changes:
    'Rows are added and updated; one is removed only where the system says, or a complete reading proves, that it is gone.',
  snapshot: 'Each sync reads everything; a row that a complete reading did not bring is removed.',
  'insert-only': 'New rows are added; a row that is there is neither changed nor removed.',
};

if (require.main === module) {
  for (const [name, page] of describeConnectors()) writeFileSync(join(__dirname, '../docs', name), page);
}
