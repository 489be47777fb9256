import * as v from 'valibot';
import type { Setting, Settings } from '../connectors/connector';
import { SettingsError } from '../core/errors';
import { parseJson } from '../core/parse-json';
import { checkComplete, checkDraft, checkPatterns } from './check-draft';
import { findConnector } from './find-connector';
import { DRAFT } from './input-schemas';
import { type Place, placeOf } from './place';
import { NOT_AN_EXPORT, readAs } from './read-as';
import type { Draft } from './rpc';
import { rememberSecrets } from './secrets';

/** A connection in an export: all of it but its secrets, and whose it is. */
export type Exported = Omit<Draft, 'id' | 'title' | keyof Place> & Place & { readonly title: string };

/** What an export begins with. */
export const VERSION = { format: 'sync/connections', version: 1 } as const;

/** The connections of an export. Throws `SettingsError` that names the first that is wrong, and what is wrong with it. */
export function readExport(text: string): readonly Exported[] {
  const parsed = parseJson(text);
  if (!v.is(EXPORT, parsed)) throw new SettingsError('text', 'The text is no export', NOT_AN_EXPORT);
  const { version, connections } = parsed;
  if (version !== VERSION.version) {
    throw new SettingsError('text', `The export is not of version ${VERSION.version}`, {
      fr: 'Cet export vient d’une autre version de Sync, que celle-ci ne sait pas lire. Mettez Sync à jour, puis importez de nouveau.',
      en: 'This export comes from another version of Sync, which this one cannot read. Update Sync, then import again.',
    });
  }
  return connections.map((given, index) => naming(given, index + 1, () => readExported(given)));
}

const EXPORT = v.object({
  format: v.literal(VERSION.format),
  version: v.unknown(),
  connections: v.pipe(v.array(v.unknown()), v.maxLength(500)),
});

/** Has an error say which connection it is about: by its place, and by its title where that can be read. */
function naming<T>(given: unknown, place: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const { message, advice, field } = error;
    const title = v.is(TITLED, given) ? given.title : '';
    throw new SettingsError(field, `Connection ${place}: ${message}`, {
      fr: `Connexion n° ${place}${title === '' ? '' : ` (« ${title} »)`} : ${advice.fr} Rien n’a été importé.`,
      en: `Connection ${place}${title === '' ? '' : ` (“${title}”)`}: ${advice.en} Nothing was imported.`,
    });
  }
}

const TITLED = v.object({ title: v.pipe(v.string(), v.maxLength(100)) });

const EXPORTED = v.omit(DRAFT, ['id']);

function readExported(given: unknown): Exported {
  const { title = '', spreadsheet, tabs, ...rest } = readAs(EXPORTED, given, 'connection');
  const typed = { ...(spreadsheet === undefined ? {} : { spreadsheet }), ...(tabs ? { tabs } : {}) };
  const connector = findConnector(rest.connector);
  const secrets = connector.settings.filter(({ name, secret }) => secret && rest.settings[name] !== undefined);
  rememberSecrets(secrets.flatMap(({ name }) => rest.settings[name] ?? []));
  if (secrets[0]) throw holdsSecret(secrets[0]);
  const settings = withoutBlanks(rest.settings);
  const open = { ...connector, settings: connector.settings.filter((setting) => !setting.secret) };
  checkDraft({ ...rest, ...typed, settings }, open, null);
  checkComplete(open, settings);
  checkPatterns(open, settings);
  return { ...rest, ...placeOf(typed, null), settings, title: title === '' ? connector.title : title };
}

function holdsSecret({ name, title }: Setting): SettingsError {
  return new SettingsError(name, `it holds the secret ${name}`, {
    fr: `ce texte contient « ${title.fr} », qui ne doit pas y être. Retirez-le : vous le saisirez dans Sync.`,
    en: `this text holds “${title.en}”, which must not be there. Take it out: you will type it in Sync.`,
  });
}

function withoutBlanks(settings: Settings): Settings {
  const trimmed = Object.entries(settings).map(([name, text]) => [name, text.trim()] as const);
  return Object.fromEntries(trimmed.filter(([, text]) => text !== ''));
}
