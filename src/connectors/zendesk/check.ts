import { SettingsError, SignInError, UnavailableError } from '../../core/errors';
import type { JsonObject, Words } from '../../core/model';
import type { Api, Settings } from '../connector';
import { objectAt, textOf } from '../fields';
import { orNone } from './lookups';
import { readListPage } from './read-list';
import { isSignInMode } from './sign-in';
import { readSubdomain } from './subdomain';
import { tokensEnd } from './tokens-end';

/**
 * Who is signed in. Throws `SignInError` for the nobody whom Zendesk greets with 200 when a key is wrong, and for
 * someone who is no administrator: only administrators may export (developer.zendesk.com, "Incremental exports");
 * `SettingsError` where there is no account.
 */
export function check(api: Api, settings?: Settings): Words {
  const { id, name, email, role } = readMe(api);
  const account = settings?.subdomain === undefined ? 'Zendesk' : `${readSubdomain(settings)}.zendesk.com`;
  if (textOf(id) === '') throw new SignInError('zendesk: users/me -> 200 for a user without id', nobody(account));
  const who = textOf(name) || textOf(email) || textOf(id);
  if (role !== 'admin') {
    throw new SignInError(`zendesk: users/me -> role ${textOf(role)}, not admin`, notAdmin(who, account));
  }
  const hello = { fr: `Connecté à ${account} : ${who}.`, en: `Connected to ${account}: ${who}.` };
  if (!settings || !isSignInMode(settings, 'token')) return hello;
  return { fr: `${hello.fr} ${tokensEnd.fr}`, en: `${hello.en} ${tokensEnd.en}` };
}

function readMe(api: Api): JsonObject {
  const me = askMe(api);
  if (textOf(me.id) !== '') return me;
  // Nobody is greeted with 200 here alone: elsewhere the answer is 401, by which a token that has ended is got anew.
  orNone(() => readListPage(api, '/api/v2/groups', 'groups', {}, '').records);
  return askMe(api);
}

/** Every account answers this one, whatever its plan. */
function askMe(api: Api): JsonObject {
  try {
    return objectAt(api.get('/api/v2/users/me.json').body, 'user');
  } catch (error) {
    if (!(error instanceof UnavailableError) || error.status !== 404) throw error;
    throw new SettingsError('subdomain', error.message, {
      fr: 'Il n’y a pas de compte Zendesk à cette adresse. Vérifiez le sous-domaine, puis réessayez.',
      en: 'There is no Zendesk account at this address. Check the subdomain, then try again.',
    });
  }
}

function nobody(account: string): Words {
  return {
    fr: `${account} ne reconnaît pas vos identifiants : il nous traite en visiteur anonyme. Vérifiez-les dans les réglages de la connexion, ou créez-en d’autres.`,
    en: `${account} does not recognise your credentials: it treats us as an anonymous visitor. Check them in the settings of the connection, or create others.`,
  };
}

function notAdmin(who: string, account: string): Words {
  return {
    fr: `La connexion à ${account} fonctionne, mais au nom de ${who}, qui n’est pas administrateur : Zendesk réserve l’export des tickets aux administrateurs. Utilisez la clé d’un administrateur.`,
    en: `The connection to ${account} works, but in the name of ${who}, who is no administrator: Zendesk keeps the export of tickets for administrators. Use the key of an administrator.`,
  };
}
