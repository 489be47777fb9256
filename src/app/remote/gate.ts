import { equalBytes } from '@noble/ciphers/utils.js';
import { userEmail } from '../../platform/session';
import { toUtf8 } from '../bytes';
import { rememberSecrets } from '../secrets';
import { useLanguage } from '../words';
import { Refusal } from './refusal';
import { digestOf, readGate, readRemote, type RemoteState, writeRemote } from './remote-state';
import { noteWrongTry } from './wrong-tries';

/**
 * Lets a call through that brings the right secret, and no other beside it; all others are refused in the same words, whatever they
 * ask. Throws `Refusal` of status 403 while calls are switched off, else 401.
 */
export function passGate(given: readonly string[]): RemoteState {
  const gate = readGate();
  useLanguage(gate.language);
  if (gate.digest === null) throw switchedOff();
  const [secret, ...others] = new Set(given);
  if (secret === undefined || others.length > 0 || !isSame(digestOf(secret), gate.digest)) {
    noteWrongTry();
    throw wrongSecret();
  }
  rememberSecrets([secret]);
  // What the cache knows may be a minute old.
  const state = readRemote();
  if (state?.digest !== gate.digest) throw state ? wrongSecret() : switchedOff();
  return noteWhose(state);
}

/** In constant time, so that nobody learns from how long a refusal takes. */
function isSame(digest: string, expected: string): boolean {
  return equalBytes(toUtf8(digest), toUtf8(expected));
}

function noteWhose(state: RemoteState): RemoteState {
  const person = userEmail();
  const { runsAs = state.by, ...rest } = state;
  if (person === runsAs) return state;
  const noted: RemoteState = person === state.by ? rest : { ...rest, runsAs: person };
  writeRemote(noted);
  return noted;
}

function switchedOff(): Refusal {
  return new Refusal(403, {
    fr: 'Les appels à distance sont désactivés dans cette feuille. Activez-les : menu Sync > Réglages, « Appels à distance ».',
    en: 'Remote calls are switched off in this spreadsheet. Switch them on: menu Sync > Settings, “Remote calls”.',
  });
}

function wrongSecret(): Refusal {
  return new Refusal(401, {
    fr: 'Le secret manque ou n’est pas le bon. Envoyez celui que Sync a montré, par « secret » dans l’adresse ou dans le corps de l’appel, une seule fois. S’il est perdu, renouvelez-le : menu Sync > Réglages, « Appels à distance ».',
    en: 'The secret is missing or wrong. Send the one that Sync showed, as “secret” in the address or in the body of the call, once only. If it is lost, renew it: menu Sync > Settings, “Remote calls”.',
  });
}
