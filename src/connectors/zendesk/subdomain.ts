import { SettingsError } from '../../core/errors';
import type { Words } from '../../core/model';
import type { Settings } from '../connector';

/**
 * The account's name in `https://name.zendesk.com`, from that name, the host or any address below it. Throws
 * `SettingsError` for anything else, so that no key goes to another site.
 */
export function readSubdomain(settings: Settings): string {
  const typed = (settings.subdomain ?? '').trim();
  if (typed === '') throw new SettingsError('subdomain', 'zendesk: subdomain is missing', MISSING);
  const host = typed
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/s, '');
  const name = host.replace(/\.zendesk\.com$/, '');
  if (/^[a-z0-9][a-z0-9-]*$/.test(name)) return name;
  throw new SettingsError('subdomain', `zendesk: subdomain is ${JSON.stringify(typed)}`, {
    fr: `« ${typed} » n’est pas une adresse Zendesk. Écrivez ce qui précède .zendesk.com dans l’adresse de votre compte, par exemple acme`,
    en: `“${typed}” is no Zendesk address. Write what stands before .zendesk.com in the address of your account, such as acme`,
  });
}

const MISSING: Words = {
  fr: 'Il manque le sous-domaine de Zendesk : ce qui précède .zendesk.com dans l’adresse de votre compte.',
  en: 'The Zendesk subdomain is missing: what stands before .zendesk.com in the address of your account.',
};
