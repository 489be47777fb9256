import { SettingsError } from '../../core/errors';
import type { JsonObject, Words } from '../../core/model';
import type { Pace, Settings, SignIn } from '../connector';
import { toBasicHeader } from './basic-header';
import { readChoice, type Choices } from './read-choice';
import { readSubdomain } from './subdomain';

/** How an account is opened: an OAuth client of its own, an e-mail address with an API token, or a token as it is. */
export type SignInMode = 'client' | 'token' | 'bearer';

const MODES: Choices<SignInMode> = { client: ['client', 'oauth'], token: ['token'], bearer: ['bearer'] };

/** Whether the settings choose this way to sign in; a word that names none chooses none. */
export function isSignInMode(settings: Settings, mode: SignInMode): boolean {
  const typed = (settings.signIn ?? '').trim().toLowerCase();
  return typed === '' ? mode === 'client' : MODES[mode].includes(typed);
}

/** Where requests go, and who asks. Throws `SettingsError` naming the setting that is missing or wrong. */
export function toSignIn(settings: Settings): SignIn {
  const base = `https://${readSubdomain(settings)}.zendesk.com`;
  const mode = readChoice(settings, 'signIn', MODES, 'client');
  const common = { base, secrets: secretsOf(settings), paces: PACES, slowDown: MINUTE, addressSetting: 'subdomain' };
  if (mode === 'client') return { ...common, headers: {}, grant: { ...GRANT, body: grantBody(settings) } };
  const key = mode === 'token' ? basicHeader(settings) : `Bearer ${needed(settings, 'accessToken', ACCESS_TOKEN)}`;
  return { ...common, headers: { Authorization: key } };
}

const MINUTE = 60_000;

/**
 * developer.zendesk.com, "Rate limits" and "Incremental exports": exports 10 a minute, of users 20; the plan with the
 * least, Team, allows 200 requests in all. The limit of 20 for ticket fields stands in the answers' own headers.
 */
const PACES: readonly Pace[] = [
  { requests: 10, ms: MINUTE, paths: ['/api/v2/incremental/ticket', '/api/v2/incremental/organizations'] },
  { requests: 20, ms: MINUTE, paths: ['/api/v2/incremental/users/'] },
  { requests: 20, ms: MINUTE, paths: ['/api/v2/ticket_fields'] },
  { requests: 200, ms: MINUTE },
];

const GRANT = { path: '/oauth/tokens', setting: 'clientSecret' };

/** A token lives as long as it may: two days, in seconds (developer.zendesk.com, "OAuth tokens for grant types"). */
function grantBody(settings: Settings): JsonObject {
  return {
    grant_type: 'client_credentials',
    client_id: needed(settings, 'clientId', CLIENT_ID),
    client_secret: needed(settings, 'clientSecret', CLIENT_SECRET),
    scope: 'read',
    expires_in: 172_800,
  };
}

function basicHeader(settings: Settings): string {
  const email = needed(settings, 'email', EMAIL);
  if (!/^[^@:]+@[^@:]+$/.test(email)) throw new SettingsError('email', 'zendesk: email is no address', NO_EMAIL);
  return toBasicHeader(`${email}/token`, needed(settings, 'apiToken', API_TOKEN));
}

/** Those of every way to sign in that were typed: no message shows any of them. */
function secretsOf({ clientSecret, apiToken, accessToken }: Settings): readonly string[] {
  return [clientSecret, apiToken, accessToken].flatMap((typed) => typed?.trim() ?? []).filter((text) => text !== '');
}

function needed(settings: Settings, name: string, what: Words): string {
  const typed = (settings[name] ?? '').trim();
  if (typed === '') {
    throw new SettingsError(name, `zendesk: ${name} is missing`, {
      fr: `Pour ouvrir Zendesk, il manque ${what.fr}.`,
      en: `To open Zendesk, ${what.en} is missing.`,
    });
  }
  if (/^[\x21-\x7e]+$/.test(typed) || (name === 'email' && !/\s/.test(typed))) return typed;
  throw new SettingsError(name, `zendesk: ${name} holds blanks or letters that no key holds`, {
    fr: `Un espace, un retour à la ligne ou une lettre accentuée se trouve dans ${what.fr} : une partie a sans doute été mal copiée.`,
    en: `There is a blank, a line break or an accented letter in ${what.en}: it was probably not copied well.`,
  });
}

const CLIENT_ID: Words = { fr: 'l’identifiant du client OAuth', en: 'the identifier of the OAuth client' };
const CLIENT_SECRET: Words = { fr: 'le secret du client OAuth', en: 'the secret of the OAuth client' };
const EMAIL: Words = { fr: 'l’adresse e-mail de l’administrateur', en: 'the administrator’s e-mail address' };
const API_TOKEN: Words = { fr: 'le jeton d’API', en: 'the API token' };
const ACCESS_TOKEN: Words = { fr: 'le jeton d’accès', en: 'the access token' };
const NO_EMAIL: Words = {
  fr: 'Ceci n’est pas une adresse e-mail. Écrivez celle de l’administrateur à qui appartient le jeton d’API.',
  en: 'This is no e-mail address. Write that of the administrator to whom the API token belongs.',
};
