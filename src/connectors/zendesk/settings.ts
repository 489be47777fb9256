import type { Words } from '../../core/model';
import type { Setting } from '../connector';
import { NO_OR_YES } from '../no-or-yes';
import { KEY_PATTERN } from '../read-key';
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
    // Also the address of the account: `readSubdomain` finds the name in it.
    pattern: '([A-Za-z]+:\\/\\/)?[A-Za-z0-9][A-Za-z0-9\\-]*(\\.[A-Za-z]+\\.[A-Za-z]+([\\/?#].*)?)?',
  },
  {
    name: 'signIn',
    title: { fr: 'Mode de connexion', en: 'Way to sign in' },
    help: {
      fr: 'Le client OAuth est le bon choix. Les jetons d’API disparaissent le 30 avril 2027.',
      en: 'The OAuth client is the right choice. API tokens end on 30 April 2027.',
    },
    example: 'client',
    secret: false,
    required: false,
    keepsRows: true,
    choices: [
      { value: 'client', title: { fr: 'Client OAuth (recommandé)', en: 'OAuth client (recommended)' } },
      { value: 'token', title: { fr: 'E-mail et jeton d’API', en: 'E-mail and API token' } },
      { value: 'bearer', title: { fr: 'Jeton d’accès OAuth', en: 'OAuth access token' } },
    ],
  },
  clientSetting('clientId', false, 'sync', {
    title: { fr: 'Identifiant du client OAuth', en: 'OAuth client identifier' },
    help: {
      fr: 'Dans le Centre d’administration : Applications et intégrations > API > Clients OAuth. Un administrateur y crée un client « confidentiel » ; recopiez son identifiant unique.',
      en: 'In Admin Center: Apps and integrations > APIs > OAuth clients. An administrator creates a “confidential” client there; copy its unique identifier.',
    },
  }),
  clientSetting('clientSecret', true, '3f9c0e7a41d2', {
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
    pattern: '[^@:\\s]+@[^@:\\s]+',
    keepsRows: true,
    when: { setting: 'signIn', values: ['token'] },
  },
  {
    name: 'apiToken',
    title: { fr: 'Jeton d’API', en: 'API token' },
    help: tokensEnd,
    example: '6wiIBWbGkBMo1mRDMuVwkw1EPsNkeUj95PIz2akv',
    secret: true,
    required: true,
    pattern: KEY_PATTERN,
    keepsRows: true,
    when: { setting: 'signIn', values: ['token'] },
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
    pattern: KEY_PATTERN,
    keepsRows: true,
    when: { setting: 'signIn', values: ['bearer'] },
  },
  {
    name: 'description',
    title: { fr: 'Description', en: 'Description' },
    help: {
      fr: 'Le premier message de chaque ticket. Il contient souvent des données personnelles, et rend le tableau plus lourd.',
      en: 'The first message of each ticket. It often holds personal data, and makes the table heavier.',
    },
    example: 'yes',
    secret: false,
    required: false,
    choices: NO_OR_YES,
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
      fr: 'Ce que devient la ligne d’un ticket que quelqu’un supprime dans Zendesk.',
      en: 'What becomes of the row of a ticket that somebody deletes in Zendesk.',
    },
    example: 'flag',
    secret: false,
    required: false,
    choices: [
      { value: 'remove', title: { fr: 'La retirer de l’onglet', en: 'Remove it from the tab' } },
      {
        value: 'flag',
        title: { fr: 'La garder ; la colonne is_deleted le dit', en: 'Keep it; the column is_deleted says so' },
      },
    ],
  },
  {
    name: 'csv',
    title: { fr: 'Fichier CSV', en: 'CSV file' },
    help: {
      fr: 'Une copie de l’onglet des tickets dans votre Google Drive : exports/tickets_all.csv.',
      en: 'A copy of the tickets’ tab in your Google Drive: exports/tickets_all.csv.',
    },
    example: ';',
    secret: false,
    required: false,
    keepsRows: true,
    choices: [
      { value: ';', title: { fr: 'Oui, séparateur ; (Excel en français)', en: 'Yes, separator ; (Excel in French)' } },
      { value: ',', title: { fr: 'Oui, séparateur , (Excel en anglais)', en: 'Yes, separator , (Excel in English)' } },
      { value: 'off', title: { fr: 'Pas de fichier', en: 'No file' } },
    ],
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
    pattern: KEY_PATTERN,
    keepsRows: true,
    when: { setting: 'signIn', values: ['client'] },
  };
}
