import { SettingsError } from '../../core/errors';
import { isPublicHost } from '../../core/public-host';

/**
 * The address of a site as typed, without what follows its own path: `https://example.fr` from
 * `https://example.fr/api/export/stats`. Throws `SettingsError` for what is no public https address.
 */
export function readBaseUrl(typed: string | undefined): string {
  const text = (typed ?? '').trim();
  if (text === '') throw wrong('is missing', sentences.missing);
  if (/^http:/i.test(text)) throw wrong('is http', sentences.http);
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const [, authority = '', path = ''] = /^https:\/\/([^/?#\\]+)([^?#]*)/i.exec(address) ?? [];
  if (authority.includes('@')) throw wrong('holds a user name', sentences.user);
  if (!isPublicHost(authority.replace(/:\d{1,5}$/, ''))) throw wrong('names no public host', sentences.host);
  const site = path.replace(/\/api(?:\/.*)?$/i, '').replace(/\/+$/, '');
  if (!/^[\w/~.%-]*$/.test(site) || site.includes('..') || site.includes('//')) {
    throw wrong('has an odd path', sentences.host);
  }
  return `https://${authority.toLowerCase()}${site}`;
}

const sentences = {
  missing: {
    fr: 'Il manque l’adresse du site. Écrivez-la ainsi : https://exemple.fr',
    en: 'The site’s address is missing. Write it like this: https://example.com',
  },
  http: {
    fr: 'Cette adresse n’est pas protégée (http) : votre clé pourrait être lue en chemin. Écrivez-la avec https://',
    en: 'This address is not protected (http): your key could be read on its way. Write it with https://',
  },
  user: {
    fr: 'L’adresse ne doit contenir ni nom d’utilisateur ni mot de passe. Gardez seulement https://exemple.fr',
    en: 'The address must not hold a user name or a password. Keep only https://example.com',
  },
  host: {
    fr: 'Cette adresse n’est pas celle d’un site public. Écrivez-la ainsi : https://exemple.fr',
    en: 'This is not the address of a public site. Write it like this: https://example.com',
  },
};

function wrong(what: string, advice: { readonly fr: string; readonly en: string }): SettingsError {
  // Never the address itself: it may hold a password.
  return new SettingsError('baseUrl', `baseUrl ${what}`, advice);
}
