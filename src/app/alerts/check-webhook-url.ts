import { SettingsError } from '../../core/errors';
import type { Words } from '../../core/model';
import { isPublicHost } from '../../core/public-host';

/**
 * The address that a webhook is sent to, its scheme and host in lower case and without the port that https has anyway. Throws
 * `SettingsError` for `url` where it is not https, names no public host or another port, or holds what no such address needs:
 * a user name, a fragment, a blank, a backslash. What the host's name leads to cannot be asked from Apps Script.
 */
export function checkWebhookUrl(text: string): string {
  const typed = text.trim();
  if (typed === '') throw wrong('is missing', sentences.missing);
  if (typed.length > LONGEST) throw wrong('is too long', sentences.long);
  if (/^http:/i.test(typed)) throw wrong('is http', sentences.http);
  const [whole, authority = '', rest = ''] = ADDRESS.exec(typed) ?? [];
  if (whole === undefined) throw wrong('is no https address', sentences.form);
  if (authority.includes('@')) throw wrong('holds a user name', sentences.user);
  if (rest.includes('#')) throw wrong('holds a fragment', sentences.fragment);
  const [, host = '', port] = /^([^:]*)(?::(.*))?$/.exec(authority) ?? [];
  if (!isPublicHost(host)) throw wrong('names no public host', sentences.host);
  if (port !== undefined && port !== '443') throw wrong('names a port', sentences.port);
  if (!REST.test(rest)) throw wrong('has odd signs', sentences.form);
  return `https://${host.toLowerCase()}${rest === '' ? '/' : rest.replace(/^\?/, '/?')}`;
}

const LONGEST = 2000;
const ADDRESS = /^https:\/\/([^/?#\\\s]+)([/?#].*)?$/i;
/** The signs of RFC 3986, percent signs in front of two digits only. */
const REST = /^(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*$/i;

const sentences = {
  missing: {
    fr: 'Il manque l’adresse. Collez celle que donne l’outil qui doit être prévenu, par exemple https://exemple.fr/webhook',
    en: 'The address is missing. Paste the one that the tool to be told gives, for example https://example.com/webhook',
  },
  long: {
    fr: 'Cette adresse est trop longue : 2 000 caractères au plus.',
    en: 'This address is too long: at most 2,000 characters.',
  },
  http: {
    fr: 'Cette adresse n’est pas protégée (http) : ce qui est envoyé pourrait être lu en chemin. Il faut une adresse en https://',
    en: 'This address is not protected (http): what is sent could be read on its way. It must be an https:// address.',
  },
  user: {
    fr: 'L’adresse ne doit contenir ni nom d’utilisateur ni mot de passe. Retirez ce qui est devant @.',
    en: 'The address must not hold a user name or a password. Remove what stands before the @.',
  },
  fragment: {
    fr: 'L’adresse ne doit pas contenir de #. Retirez-le avec ce qui le suit.',
    en: 'The address must not hold a #. Remove it and what comes after it.',
  },
  host: {
    fr: 'Cette adresse n’est pas celle d’un site public : il faut un nom comme exemple.fr, ni un numéro ni un nom de réseau interne.',
    en: 'This is not the address of a public site: it must be a name such as example.com, neither a number nor a name of an internal network.',
  },
  port: {
    fr: 'L’adresse ne doit pas nommer de port. Retirez les deux-points et le numéro qui suivent le nom du site.',
    en: 'The address must not name a port. Remove the colon and the number after the name of the site.',
  },
  form: {
    fr: 'Cette adresse n’a pas la forme attendue. Écrivez-la ainsi : https://exemple.fr/webhook',
    en: 'This address does not look as it should. Write it like this: https://example.com/webhook',
  },
} satisfies Record<string, Words>;

/** Never with the address itself: it may hold a secret. */
function wrong(what: string, advice: Words): SettingsError {
  return new SettingsError('url', `The address of the webhook ${what}`, advice);
}
