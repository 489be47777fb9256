import type { Words } from '../../core/model';
import type { Setting } from '../connector';
import { isSignInMode } from './sign-in';
import { tokensEnd } from './tokens-end';

/** What the user types to connect Zendesk, in the form's order. */
export const settings: readonly Setting[] = [
  {
    name: 'subdomain',
    title: { fr: 'Sous-domaine', en: 'Subdomain' },
    help: {
      fr: 'Ce qui précède .zendesk.com dans l’adresse de votre compte.',
      en: 'What stands before .zendesk.com in the address of your account.',
    },
    example: 'acme',
    secret: false,
    required: true,
    isAccount: true,
  },
  {
    name: 'signIn',
    title: { fr: 'Mode de connexion', en: 'Way to sign in' },
    help: {
      fr: 'client : un client OAuth de votre compte (le bon choix). token : une adresse e-mail et un jeton d’API, tant qu’il en existe. bearer : un jeton d’accès OAuth.',
      en: 'client: an OAuth client of your account (the right choice). token: an e-mail address and an API token, as long as there are any. bearer: an OAuth access token.',
    },
    example: 'client',
    secret: false,
    required: false,
    keepsRows: true,
  },
  clientSetting('clientId', false, 'sync', {
    title: { fr: 'Identifiant du client OAuth', en: 'OAuth client identifier' },
    help: {
      fr: 'Dans le Centre d’administration : Applications et intégrations > API > Clients OAuth. Un administrateur y crée un client « confidentiel » ; recopiez son identifiant unique.',
      en: 'In Admin Center: Apps and integrations > APIs > OAuth clients. An administrator creates a “confidential” client there; copy its unique identifier.',
    },
  }),
  clientSetting('clientSecret', true, '3f9c0e…', {
    title: { fr: 'Secret du client OAuth', en: 'OAuth client secret' },
    help: {
      fr: 'Zendesk ne le montre qu’une fois, à la création du client. Nous l’échangeons contre un jeton de lecture seule.',
      en: 'Zendesk shows it once, when the client is created. We exchange it for a token that can only read.',
    },
  }),
  {
    name: 'email',
    title: { fr: 'Adresse e-mail', en: 'E-mail address' },
    help: {
      fr: 'Celle de l’administrateur au nom de qui le jeton d’API est utilisé.',
      en: 'That of the administrator in whose name the API token is used.',
    },
    example: 'admin@exemple.fr',
    secret: false,
    required: true,
    keepsRows: true,
    when: (typed) => isSignInMode(typed, 'token'),
  },
  {
    name: 'apiToken',
    title: { fr: 'Jeton d’API', en: 'API token' },
    help: tokensEnd,
    example: '6wiIBWbGkBMo1mRDMuVwkw1EPsNkeUj95PIz2akv',
    secret: true,
    required: true,
    keepsRows: true,
    when: (typed) => isSignInMode(typed, 'token'),
  },
  {
    name: 'accessToken',
    title: { fr: 'Jeton d’accès OAuth', en: 'OAuth access token' },
    help: {
      fr: 'Un jeton d’accès d’un administrateur, avec au moins la portée « read ».',
      en: 'An access token of an administrator, with at least the scope “read”.',
    },
    example: 'gErypPlm4dOVgGRvA1ZzMH5MQ3nLo8bo',
    secret: true,
    required: true,
    keepsRows: true,
    when: (typed) => isSignInMode(typed, 'bearer'),
  },
  {
    name: 'description',
    title: { fr: 'Description', en: 'Description' },
    help: {
      fr: 'Écrivez oui pour ajouter le premier message de chaque ticket. Il contient souvent des données personnelles, et rend le tableau plus lourd.',
      en: 'Write yes to add the first message of each ticket. It often holds personal data, and makes the table heavier.',
    },
    example: 'oui',
    secret: false,
    required: false,
  },
  {
    name: 'columns',
    title: { fr: 'Colonnes', en: 'Columns' },
    help: {
      fr: 'Les colonnes voulues, séparées par des virgules : leurs noms, ou le titre ou le numéro d’un champ de Zendesk. Vide : toutes.',
      en: 'The columns you want, separated by commas: their names, or the title or the number of a Zendesk field. Blank: all.',
    },
    example: 'subject, status, requester_name, created_at',
    secret: false,
    required: false,
  },
  {
    name: 'deleted',
    title: { fr: 'Tickets supprimés', en: 'Deleted tickets' },
    help: {
      fr: 'remove : leur ligne quitte l’onglet. flag : elle reste, et la colonne is_deleted le dit.',
      en: 'remove: their row leaves the tab. flag: it stays, and the column is_deleted says so.',
    },
    example: 'flag',
    secret: false,
    required: false,
  },
  {
    name: 'csv',
    title: { fr: 'Fichier CSV', en: 'CSV file' },
    help: {
      fr: 'Une copie de l’onglet des tickets dans Google Drive : exports/tickets_all.csv. Séparateur ; (Excel en français) ou , ou bien off : pas de fichier.',
      en: 'A copy of the tickets’ tab in Google Drive: exports/tickets_all.csv. Separator ; (Excel in French) or , or else off: no file.',
    },
    example: ';',
    secret: false,
    required: false,
    keepsRows: true,
  },
];

function clientSetting(
  name: string,
  secret: boolean,
  example: string,
  words: { readonly title: Words; readonly help: Words },
): Setting {
  return {
    name,
    ...words,
    example,
    secret,
    required: true,
    keepsRows: true,
    when: (typed) => isSignInMode(typed, 'client'),
  };
}
