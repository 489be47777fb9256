import { parseArgs } from 'node:util';
import { toRoutes } from './routes';
import { orUsageError, UsageError } from './usage-error';

/** What `npm run contacts` is asked to do. */
export interface ContactsArguments {
  readonly action: ContactsAction;
  /** Words to look for, rows, resource names or decisions, as the action wants them. */
  readonly words: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
  readonly force: boolean;
  /** A CSV file of clients to type into the tab. */
  readonly clients: string | undefined;
  /** A JSON file of people to add to Google Contacts. */
  readonly google: string | undefined;
  readonly routes: Readonly<Record<string, string>>;
  readonly workspace: string | undefined;
  readonly out: string | undefined;
  readonly json: boolean;
}

export const ACTIONS = [
  'sync',
  'preview',
  'status',
  'list',
  'push',
  'pull',
  'choices',
  'decide',
  'journal',
  'restore',
  'reset',
] as const;
export type ContactsAction = (typeof ACTIONS)[number];

export const CONTACTS_USAGE = `Usage : npm run contacts -- [action] [options]

L’onglet Clients et Google Contacts, sur une feuille de calcul et un carnet d’adresses locaux.
  sync                   synchronise tout, jusqu’au bout, jours suivants compris (par défaut)
  preview                montre ce qu’une synchronisation ferait, sans rien écrire
  status                 les réglages, la dernière synchronisation, les comptes
  list [mots]            les contacts Google qui contiennent ces mots
  push LIGNE…            envoie ces lignes de l’onglet à Google (la ligne 2 est la première)
  pull people/c123…      fait venir ces contacts dans l’onglet
  choices                ce qui attend une décision
  decide ID=CHOIX…       décide
  journal                les valeurs remplacées, les dernières d’abord
  restore ID             remet une valeur du journal dans sa ligne
  reset                  oublie les liens entre lignes et contacts

  --clients FICHIER.csv  tape ces clients dans l’onglet : une ligne par adresse e-mail, cellule par cellule
  --google FICHIER.json  ajoute ces personnes (API People) au carnet d’adresses local
  --set nom=valeur       un réglage : label=Clients ou label= (tous), direction=both|toGoogle|fromGoogle,
                         tie=sheet|google, hourly=true|false, atOnce=true|false
  --force                synchronise aussi quand beaucoup changerait d’un coup
  --route https://people.googleapis.com=http://127.0.0.1:port
                         un serveur local répond à la place de Google
  --workspace DOSSIER    garde feuille de calcul, carnet d’adresses, réglages et horloge d’un appel à l’autre
  --out DOSSIER          écrit les onglets en CSV, et le carnet d’adresses dans google.json
  --json                 écrit le résultat sur une ligne, en JSON
`;

/** Reads the words of the command line. Throws `UsageError`. */
export function readContactsArguments(words: readonly string[]): ContactsArguments {
  const { values, positionals } = orUsageError(() => parseWords(words));
  const [name = 'sync', ...rest] = positionals;
  const action = ACTIONS.find((each) => each === name);
  if (!action) throw new UsageError(`« ${name} » n’est pas une action. Choisissez parmi : ${ACTIONS.join(', ')}.`);
  const routes = toRoutes(values.route ?? []);
  if (routes === null) throw new UsageError('--route attend https://hôte=http://127.0.0.1:port.');
  if (values.google !== undefined && Object.keys(routes).length > 0) {
    throw new UsageError(
      '--google remplit le carnet d’adresses local : avec --route, c’est le serveur qui a les contacts.',
    );
  }
  return {
    ...{ action, words: rest, routes, settings: readSettings(values.set ?? []) },
    ...{ force: values.force ?? false, json: values.json ?? false },
    ...{ clients: values.clients, google: values.google, workspace: values.workspace, out: values.out },
  };
}

const OPTIONS = {
  clients: { type: 'string' },
  google: { type: 'string' },
  set: { type: 'string', multiple: true },
  force: { type: 'boolean' },
  route: { type: 'string', multiple: true },
  workspace: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const SETTINGS: readonly string[] = ['label', 'direction', 'tie', 'hourly', 'atOnce'];

function parseWords(words: readonly string[]) {
  return parseArgs({ args: [...words], allowPositionals: true, options: OPTIONS });
}

function readSettings(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts.map((text) => {
      const split = text.indexOf('=');
      const name = text.slice(0, Math.max(0, split));
      if (!SETTINGS.includes(name))
        throw new UsageError(`--set attend nom=valeur, avec l’un de : ${SETTINGS.join(', ')}.`);
      return [name, text.slice(split + 1)];
    }),
  );
}
