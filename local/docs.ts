import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connector, Stream } from '../src/connectors/connector';
import { connectors } from '../src/connectors/index';
import type { Kind } from '../src/core/columns';

/** Each connector's page of `docs/`, by file name: its settings, streams and columns, in the words of the connector. */
export function describeConnectors(): ReadonlyMap<string, string> {
  return new Map(connectors.map((connector) => [`${connector.name}.md`, describeConnector(connector)]));
}

function describeConnector(connector: Connector): string {
  const { title, settings } = connector;
  const optional = settings.filter(({ required }) => !required);
  const usual = connector.streams({});
  const widest = connector.streams(Object.fromEntries(optional.map(({ name, example }) => [name, example])));
  const fields = settings.map(({ name, required, secret, help }) => {
    const marks = [required ? 'required' : 'optional', ...(secret ? ['secret'] : [])].join(', ');
    return `- \`${name}\` (${marks}): ${help.en}`;
  });
  const extra = optional.map(({ name }) => `\`${name}\``).join(', ');
  const parts = [
    `# ${title}`,
    'This page is written by `npm run docs` from the description of the connector.',
    `## What it asks for\n\n${fields.join('\n')}`,
    ...widest.map((stream) => describeStream(stream, columnsOf(usual, stream.name), extra)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function columnsOf(streams: readonly Stream[], name: string): readonly string[] {
  return streams.find((stream) => stream.name === name)?.columns.map((column) => column.name) ?? [];
}

/** `usual`: the columns that are there without the optional settings, named by `extra`. */
function describeStream(stream: Stream, usual: readonly string[], extra: string): string {
  const { name, title, help, key, columns, mode, from, feeds } = stream;
  const heading = `## ${title.en} – ${title.fr}\n\n\`${name}\`: ${help.en}`;
  if (feeds) return `${heading} It is read when it is chosen by name, and fills: ${feeds.join(', ')}.`;
  const source = from ? ` ${stream.read ? 'Also found' : 'Found'} in the pages of ${from.join(' and ')}.` : '';
  const lines = columns.map((column) => {
    const only = usual.includes(column.name) ? '' : ` Only with the setting ${extra}.`;
    return `- \`${column.name}\` (${KINDS[column.kind]}): ${column.help.en}${only}`;
  });
  const keys = key.map((column) => `\`${column}\``).join(', ');
  return `${heading}${source}\n\nKey: ${keys}. ${MODES[mode]}\n\n${lines.join('\n')}`;
}

const KINDS: Readonly<Record<Kind, string>> = {
  text: 'text',
  number: 'number',
  boolean: 'true or false',
  moment: 'date or time',
  any: 'as sent',
};

const MODES: Readonly<Record<Stream['mode'], string>> = {
  changes: 'Rows are added and updated; one is removed only where a complete reading proves that it is gone.',
  snapshot: 'Each sync reads everything; a row that a complete reading did not bring is removed.',
  'insert-only': 'New rows are added; a row that is there is neither changed nor removed.',
};

if (require.main === module) {
  for (const [name, page] of describeConnectors()) writeFileSync(join(__dirname, '../docs', name), page);
}
