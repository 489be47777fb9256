import { DataError, UnavailableError } from '../../core/errors';
import type { Words } from '../../core/model';
import type { Answer, Api, Connector, Settings } from '../connector';
import { objectAt, textOf } from '../fields';
import { KEY_PATTERN, readKey } from '../read-key';
import { readBaseUrl } from './base-url';
import { readKeyValues } from './envelope';
import { defineStreams, wrongAddress } from './streams';

/** A site made from Template, read through its export API. Read-only. */
export const template: Connector = {
  name: 'template',
  title: 'Template',
  help: {
    fr: 'Les œuvres, commandes, expositions et demandes sur mesure de votre site, et tout ce qu’il exporte.',
    en: 'The paintings, orders, exhibitions and custom requests of your site, and all else that it exports.',
  },
  // A window of a browser.
  icon: 'M2 4h20v16H2ZM4 9v9h16V9ZM4 6v1h2V6ZM7 6v1h2V6Z',
  settings: [
    {
      name: 'baseUrl',
      title: { fr: 'Adresse du site', en: 'Address of the site' },
      help: {
        fr: 'L’adresse que vos visiteurs ouvrent, avec https://',
        en: 'The address that your visitors open, with https://',
      },
      example: 'https://exemple.fr',
      secret: false,
      required: true,
      pattern: '([Hh][Tt][Tt][Pp][Ss]:\\/\\/)?[^\\s:@\\/]+\\.[^\\s@]+',
    },
    {
      name: 'apiKey',
      title: { fr: 'Clé d’API', en: 'API key' },
      help: {
        fr: 'La clé maître du site. Qui gère le site la trouve dans sa configuration : TEMPLATE_MASTER_API_KEY.',
        en: 'The site’s master key. Whoever runs the site finds it in its configuration: TEMPLATE_MASTER_API_KEY.',
      },
      example: 'sk_5pAcX8Yq',
      secret: true,
      required: true,
      pattern: KEY_PATTERN,
    },
  ],
  signIn: (settings) => {
    const base = `${readBaseUrl(settings.baseUrl)}/api/export`;
    const key = readKey(settings, 'Template');
    return {
      base,
      headers: { 'X-API-Key': key },
      secrets: [key],
      paces: [{ requests: 1, ms: 200 }],
      addressSetting: 'baseUrl',
    };
  },
  check,
  streams: defineStreams,
};

function check(api: Api, settings: Settings = {}): Words {
  const stats = objectAt(readStats(api).body, 'stats');
  const site = settings.baseUrl ? readBaseUrl(settings.baseUrl).replace(/^https:\/\//, '') : 'Template';
  const counts = readKeyValues(stats)
    .map(({ key, value }) => ({ name: textOf(key).replace(/_count$/, ''), value }))
    .filter(({ name, value }) => typeof value === 'number' && /^[\w.-]{1,40}$/.test(name))
    .slice(0, MOST_COUNTS)
    .map(({ name, value }) => `${name} ${textOf(value)}`)
    .join(', ');
  if (counts === '') return { fr: `${site} répond, sans aucun chiffre.`, en: `${site} answers, without any figures.` };
  return { fr: `${site} répond : ${counts}.`, en: `${site} answers: ${counts}.` };
}

const MOST_COUNTS = 10;

function readStats(api: Api): Answer {
  try {
    return api.get('/stats');
  } catch (error) {
    const isMissing = error instanceof UnavailableError && error.status !== 403;
    if (isMissing || error instanceof DataError) throw wrongAddress(error);
    throw error;
  }
}
