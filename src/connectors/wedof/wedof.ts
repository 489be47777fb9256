import { UnavailableError } from '../../core/errors';
import type { Words } from '../../core/model';
import type { Api, Connector } from '../connector';
import { NO_OR_YES } from '../no-or-yes';
import { KEY_PATTERN, readKey } from '../read-key';
import { defineActivities, defineInvoices, definePayments, defineSessions } from './folder-records';
import { defineCertificationFolders, defineRegistrationFolders } from './folders';
import { defineEvaluations, defineSurveys, defineTrainings, defineWorkingContracts } from './lists';
import { defineAttendees, defineOrganisms, defineUsers, readOwner } from './people';

/** Wedof, where French training organisations manage their registration and certification folders. Read-only. */
export const wedof: Connector = {
  name: 'wedof',
  title: 'Wedof',
  help: {
    fr: 'Vos dossiers de formation et de certification, avec leurs apprenants, sessions, factures et paiements.',
    en: 'Your registration and certification folders, with their attendees, sessions, invoices and payments.',
  },
  // A mortarboard.
  icon: 'M12 3 1 8.5 12 14l11-5.5ZM5 12.3V17c4 4 10 4 14 0v-4.7L12 16Z',
  settings: [
    {
      name: 'apiKey',
      title: { fr: 'Clé d’API', en: 'API key' },
      help: {
        fr: 'Dans Wedof : « Mon compte », puis « Jetons d’API ». Copiez un jeton, ou créez-en un.',
        en: 'In Wedof: “Mon compte”, then “Jetons d’API”. Copy a token, or create one.',
      },
      example: 'a1b2c3d4e5f6a7b8c9d0',
      secret: true,
      required: true,
      pattern: KEY_PATTERN,
    },
    {
      name: 'links',
      title: { fr: 'Liens privés', en: 'Private links' },
      help: {
        fr: 'Les liens vers les espaces personnels et les fichiers. Attention : toute personne qui lit la feuille peut alors les ouvrir.',
        en: 'The links to personal spaces and files. Beware: whoever reads the spreadsheet can then open them.',
      },
      example: 'yes',
      secret: false,
      required: false,
      choices: NO_OR_YES,
    },
  ],
  signIn: (settings) => {
    const key = readKey(settings, 'Wedof');
    return {
      base: 'https://www.wedof.fr/api',
      headers: { 'X-Api-Key': key },
      secrets: [key],
      paces: [{ requests: 1, ms: 600 }],
    };
  },
  check,
  streams: (settings) => {
    const links = /^(true|vrai|oui|yes|1)$/i.test(settings.links ?? '');
    return DEFINITIONS.map((define) => define(links));
  },
};

const DEFINITIONS = [
  defineRegistrationFolders,
  defineCertificationFolders,
  defineUsers,
  defineTrainings,
  defineSessions,
  defineAttendees,
  defineOrganisms,
  defineSurveys,
  defineWorkingContracts,
  defineInvoices,
  defineEvaluations,
  defineActivities,
  definePayments,
];

function check(api: Api): Words {
  const { name, organism } = readOwner(api);
  const who = name + (organism === '' ? '' : ` (${organism})`);
  const hello: Words = { fr: `Connecté à Wedof : ${who}.`, en: `Connected to Wedof: ${who}.` };
  try {
    api.get('/registrationFolders', { limit: 1, page: 1 });
    return hello;
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    return {
      fr: `${hello.fr} Mais votre abonnement ou cette clé n’ouvre pas les dossiers de formation : demandez à Wedof, ou créez une autre clé.`,
      en: `${hello.en} But your plan or this key does not open the registration folders: ask Wedof, or create another key.`,
    };
  }
}
