import { parseArgs } from 'node:util';
import { connectors } from '../../src/connectors/index';
import type { Connector } from '../../src/connectors/connector';
import { matters } from '../../src/app/check-draft';
import { toSpreadsheetId } from '../../src/app/spreadsheet-id';
import { toRoutes } from './routes';
import { orUsageError, UsageError } from './usage-error';

/** What `npm run sync` is asked to do. */
export interface SyncArguments {
  readonly connector: string;
  /** Settings and secrets by name. */
  readonly settings: Readonly<Record<string, string>>;
  /** Empty: all that are not optional. */
  readonly streams: readonly string[];
  /** The id of the spreadsheet to fill; blank: the one that the script belongs to; absent: as it is. */
  readonly spreadsheet: string | undefined;
  /** What new tabs are called, by stream. */
  readonly tabs: Readonly<Record<string, string>>;
  readonly relabel: boolean;
  readonly routes: Readonly<Record<string, string>>;
  readonly workspace: string | undefined;
  readonly out: string | undefined;
  readonly json: boolean;
}

export const USAGE = `Usage : npm run sync -- <connecteur> --set nom=valeur --secret nom=valeur [options]

Synchronise un compte vers les onglets d’une feuille de calcul locale.
  --set nom=valeur       un réglage du connecteur ; avec --workspace, ce qui n’est pas redonné reste tel quel
  --secret nom=valeur    un réglage secret, tel qu’une clé ; il est rangé chiffré
  --streams a,b          les données voulues ; sans cette option, toutes celles du connecteur
  --spreadsheet ID|URL   une autre feuille de calcul du même dossier, à remplir à la place ; vide, celle du départ
  --tab données=nom      le nom de l’onglet quand il est créé
  --relabel              remet aussi à jour, dans toutes les lignes, les noms repris d’autres données
  --route https://hôte=http://127.0.0.1:port
                         un serveur local répond à la place de cet hôte
  --workspace DOSSIER    garde onglets, réglages et horloge d’un appel à l’autre
  --out DOSSIER          écrit un fichier CSV par onglet, et sous drive/ les fichiers rangés dans Google Drive
  --json                 écrit le résultat sur une ligne, en JSON

Connecteurs :
${connectors.map((connector) => `  ${describe(connector)}`).join('\n')}
`;

/** Reads the words of the command line. Throws `UsageError`, also for names that the connector does not have. */
export function readArguments(words: readonly string[]): SyncArguments {
  const { values, positionals } = orUsageError(() => parseWords(words));
  const [name, ...more] = positionals;
  if (name === undefined) throw new UsageError(`Quel connecteur ? Choisissez parmi : ${connectorNames()}.`);
  if (more.length > 0) throw new UsageError('Un seul connecteur à la fois : il y a des mots en trop.');
  const connector = connectors.find((candidate) => candidate.name === name);
  if (!connector) throw new UsageError(`Sync ne connaît pas « ${name} ». Choisissez parmi : ${connectorNames()}.`);
  const routes = toRoutes(values.route ?? []);
  if (routes === null) throw new UsageError('--route attend https://hôte=http://127.0.0.1:port.');
  const settings = readSettings(connector, values.set ?? [], values.secret ?? []);
  return {
    connector: name,
    settings,
    streams: readStreams(connector, settings, values.streams),
    spreadsheet: readSpreadsheet(values.spreadsheet),
    tabs: readTabs(connector, settings, values.tab ?? []),
    relabel: values.relabel ?? false,
    routes,
    workspace: values.workspace,
    out: values.out,
    json: values.json ?? false,
  };
}

const OPTIONS = {
  set: { type: 'string', multiple: true },
  secret: { type: 'string', multiple: true },
  streams: { type: 'string' },
  spreadsheet: { type: 'string' },
  tab: { type: 'string', multiple: true },
  relabel: { type: 'boolean' },
  route: { type: 'string', multiple: true },
  workspace: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

function parseWords(words: readonly string[]) {
  return parseArgs({ args: [...words], allowPositionals: true, options: OPTIONS });
}

function readSettings(
  connector: Connector,
  settings: readonly string[],
  secrets: readonly string[],
): Record<string, string> {
  const names = connector.settings.map((setting) => setting.name);
  const pairs = [...readPairs('--set', settings), ...readPairs('--secret', secrets)];
  return toRecord(pairs, connector, names, (name) => `Le réglage « ${name} » est donné deux fois.`);
}

function readStreams(
  connector: Connector,
  settings: Readonly<Record<string, string>>,
  text: string | undefined,
): readonly string[] {
  if (text === undefined) return [];
  const names = connector.streams(settings).map((stream) => stream.name);
  const chosen = text.split(',').map((name) => name.trim());
  const wrong = chosen.find((name) => !names.includes(name));
  if (wrong !== undefined) throw new UsageError(unknown(connector, wrong, names));
  return [...new Set(chosen)];
}

function readSpreadsheet(text: string | undefined): string | undefined {
  if (text === undefined || text.trim() === '') return text?.trim();
  const id = toSpreadsheetId(text);
  if (id !== null) return id;
  throw new UsageError('--spreadsheet attend l’identifiant ou l’adresse d’une feuille de calcul.');
}

function readTabs(
  connector: Connector,
  settings: Readonly<Record<string, string>>,
  texts: readonly string[],
): Readonly<Record<string, string>> {
  if (texts.length === 0) return {};
  const names = connector.streams(settings).map((stream) => stream.name);
  return toRecord(
    readPairs('--tab', texts),
    connector,
    names,
    (name) => `L’onglet de « ${name} » est nommé deux fois.`,
  );
}

function readPairs(option: string, texts: readonly string[]): readonly (readonly [name: string, value: string])[] {
  return texts.map((text) => {
    const split = text.indexOf('=');
    if (split < 1) throw new UsageError(`${option} attend nom=valeur.`);
    return [text.slice(0, split), text.slice(split + 1)];
  });
}

function toRecord(
  pairs: readonly (readonly [name: string, value: string])[],
  connector: Connector,
  names: readonly string[],
  twice: (name: string) => string,
): Record<string, string> {
  const record: Record<string, string> = {};
  for (const [name, value] of pairs) {
    if (!names.includes(name)) throw new UsageError(unknown(connector, name, names));
    if (Object.hasOwn(record, name)) throw new UsageError(twice(name));
    record[name] = value;
  }
  return record;
}

function unknown(connector: Connector, name: string, names: readonly string[]): string {
  return `${connector.title} ne connaît pas « ${name} ». Il connaît : ${names.join(', ')}.`;
}

function connectorNames(): string {
  return connectors.map(({ name }) => name).join(', ');
}

function describe(connector: Connector): string {
  const options = connector.settings.map((setting) => {
    const option = `${setting.secret ? '--secret' : '--set'} ${setting.name}=…`;
    return setting.required && matters(setting, connector, {}) ? option : `[${option}]`;
  });
  return [connector.name.padEnd(10), ...options].join(' ');
}
