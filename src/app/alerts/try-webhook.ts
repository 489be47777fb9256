import type { Words } from '../../core/model';
import { clock } from '../../platform/clock';
import { randomBytes } from '../../platform/random-bytes';
import { toBase64Url } from '../bytes';
import { say } from '../words';
import { ownWebhook, secretIsLost } from './edit-webhooks';
import { type Attempt, sendWebhook } from './send-webhook';
import { findWebhook, writeWebhook } from './webhook';
import { toIso, type WebhookMessage } from './webhook-message';
import { readWebhookSecret } from './webhook-secret';

/**
 * Sends a message at once to a webhook of the person who runs the script, of the first kind that it wants, with made-up figures and
 * `test: true`, so that the other side can be set up with it. Returns how it went, and what the user reads about it.
 */
export function tryWebhook(id: string): { readonly isOk: boolean; readonly text: string } {
  const { events } = ownWebhook(id);
  const secret = readWebhookSecret(id);
  if (!secret) throw secretIsLost();
  const attempt = sendWebhook(secret, exampleOf(events[0] ?? 'sync.completed'));
  const webhook = findWebhook(id);
  const { status, isOk } = attempt;
  if (webhook) writeWebhook({ ...webhook, last: { at: clock.now(), status, isOk } });
  return { isOk, text: say(wordsOf(attempt)) };
}

function exampleOf(type: WebhookMessage['type']): WebhookMessage {
  const timestamp = toIso(clock.now());
  const connection = { id: '0123456789', title: say({ fr: 'Exemple', en: 'Example' }), connector: 'example' };
  const message = say({ fr: 'Ceci est un essai envoyé depuis Sync.', en: 'This is a test sent from Sync.' });
  const id = `msg_test_${toBase64Url(randomBytes(12))}`;
  if (type === 'connection.unhealthy') return { id, type, timestamp, data: { test: true, connection, message } };
  const run = {
    ...{ id: `${connection.id}-test`, status: type === 'sync.failed' ? 'failed' : 'finished', started_at: timestamp },
    ...{ duration_ms: 1000, rows: { read: 3, inserted: 1, updated: 1, removed: 1 }, cause: 'manual' as const },
  };
  return { id, type, timestamp, data: { test: true, connection, run, message } };
}

/** Of the answer nothing but its number is told: it may hold anything. */
function wordsOf({ status, isOk, trouble }: Attempt): Words {
  if (status === null) return TROUBLES[trouble ?? 'unreachable'];
  if (isOk) {
    return {
      fr: `L’autre service a répondu ${status} : le message d’essai est bien arrivé.`,
      en: `The other service answered ${status}: the test message has arrived.`,
    };
  }
  const { fr, en } = adviceOn(status);
  return {
    fr: `L’autre service a répondu ${status} : ${fr}`,
    en: `The other service answered ${status}: ${en}`,
  };
}

function adviceOn(status: number): Words {
  if (status >= 300 && status < 400) return REDIRECT;
  if (status === 401 || status === 403) return REFUSED;
  if (status === 404 || status === 410) return GONE;
  return status === 429 || status >= 500 ? BUSY : OTHER;
}

const REDIRECT: Words = {
  fr: 'il renvoie vers une autre adresse, que Sync ne suit pas pour ne pas livrer le message à quelqu’un d’autre. Utilisez l’adresse finale.',
  en: 'it points to another address, which Sync does not follow so as not to hand the message to somebody else. Use the final address.',
};
const REFUSED: Words = {
  fr: 'il refuse le message. Vérifiez qu’il connaît le secret de ce webhook, et que l’adresse est complète.',
  en: 'it refuses the message. Check that it knows the secret of this webhook, and that the address is complete.',
};
const GONE: Words = {
  fr: 'rien n’écoute à cette adresse. Vérifiez-la, ou créez-en une nouvelle.',
  en: 'nothing listens at this address. Check it, or make a new one.',
};
const BUSY: Words = {
  fr: 'il a un problème de son côté ou est débordé. Réessayez plus tard.',
  en: 'it has trouble of its own or is overloaded. Try again later.',
};
const OTHER: Words = {
  fr: 'il ne veut pas de ce message. Seules les réponses de 200 à 299 comptent comme reçues.',
  en: 'it does not want this message. Only answers from 200 to 299 count as received.',
};

const TROUBLES: Readonly<Record<NonNullable<Attempt['trouble']>, Words>> = {
  timeout: {
    fr: 'L’autre service n’a pas répondu dans les 20 secondes. Il doit répondre dès la réception, avant de traiter le message.',
    en: 'The other service did not answer within 20 seconds. It must answer on receipt, before it deals with the message.',
  },
  unreachable: {
    fr: 'L’autre service n’a pas pu être joint. Vérifiez l’adresse.',
    en: 'The other service could not be reached. Check the address.',
  },
  quota: {
    fr: 'Google n’envoie plus de requêtes pour vous aujourd’hui : son quota est épuisé. Réessayez demain.',
    en: 'Google sends no more requests for you today: its quota is used up. Try again tomorrow.',
  },
  refused: {
    fr: 'Google refuse d’appeler cette adresse. Vérifiez-la.',
    en: 'Google refuses to call this address. Check it.',
  },
  tooLarge: {
    fr: 'L’autre service a reçu le message, mais sa réponse est trop longue. Il doit répondre en quelques mots.',
    en: 'The other service received the message, but its answer is too long. It must answer in a few words.',
  },
};
