import { SettingsError } from '../../core/errors';
import { clock } from '../../platform/clock';
import { documentStore } from '../../platform/property-stores';
import { userEmail } from '../../platform/session';
import { newId } from '../new-id';
import { startTicking, stopTicking } from '../dispatch/ticking';
import type { WebhookDraft } from './alerts-rpc';
import { checkWebhookUrl } from './check-webhook-url';
import { removeAllWaiting } from './waiting-events';
import {
  deleteWebhook,
  findWebhook,
  MOST_WEBHOOKS,
  type Webhook,
  webhooksIn,
  withoutTrouble,
  writeWebhook,
} from './webhook';
import { makeWebhookSecret, readWebhookSecret, removeWebhookSecret } from './webhook-secret';

/** A secret that its owner is shown once. */
export interface MadeSecret {
  readonly id: string;
  readonly secret: string;
}

/**
 * Makes a webhook of the person who runs the script, and the hourly trigger that delivers to it. Throws `SettingsError` for `url` when
 * the address will not do, there are enough webhooks, or Google grants no trigger; for `events` when none is chosen.
 */
export function makeWebhook({ url: typed, events }: WebhookDraft): MadeSecret {
  const url = checkWebhookUrl(typed);
  if (events.length === 0) throw noEvents();
  if (webhooksIn(documentStore().all()).length >= MOST_WEBHOOKS) throw enough();
  serveWebhooks();
  const id = newId();
  const [origin = ''] = /^https:\/\/[^/]+/.exec(url) ?? [];
  const secret = makeWebhookSecret(id, url);
  const made = { id, origin, events: [...new Set(events)], owner: userEmail(), createdAt: clock.now() };
  writeWebhook({ ...made, state: 'on', lost: 0 });
  return { id, secret };
}

/** Switches a webhook off, and drops what waits for it; or on. Throws `SettingsError` when that is somebody else's to do. */
export function turnWebhook(id: string, isOn: boolean): void {
  const webhook = withoutTrouble(isOn ? ownWebhook(id) : someWebhook(id));
  if (isOn) serveWebhooks();
  writeWebhook({ ...webhook, state: isOn ? 'on' : 'off', lost: isOn ? 0 : webhook.lost });
  if (isOn) return;
  removeAllWaiting(id);
  stopTicking();
}

/** Makes a new secret; the one before signs too for 24 hours. Throws `SettingsError` when it is somebody else's to make. */
export function renewWebhookSecret(id: string): MadeSecret {
  ownWebhook(id);
  const known = readWebhookSecret(id);
  if (!known) throw secretIsLost();
  return { id, secret: makeWebhookSecret(id, known.url) };
}

/** Removes a webhook, whoever owns it, with what waits for it. */
export function dropWebhook(id: string): void {
  deleteWebhook(id);
  removeAllWaiting(id);
  removeWebhookSecret(id);
  stopTicking();
}

/** A webhook of the person who runs the script. Throws `SettingsError` when there is none of that id, or it is somebody else's. */
export function ownWebhook(id: string): Webhook {
  const webhook = someWebhook(id);
  if (webhook.owner === userEmail()) return webhook;
  const { owner } = webhook;
  throw new SettingsError('webhook', 'The webhook is somebody else’s', {
    fr: `Ce webhook est celui de ${owner}, qui seul en a le secret. Demandez-le-lui, ou ajoutez le vôtre.`,
    en: `This webhook is that of ${owner}, who alone has its secret. Ask them, or add one of your own.`,
  });
}

/** Tells that a webhook cannot be signed for any more. */
export function secretIsLost(): SettingsError {
  return new SettingsError('webhook', 'The webhook’s secret cannot be read', {
    fr: 'Le secret de ce webhook n’est plus lisible. Supprimez-le, puis ajoutez-le de nouveau.',
    en: 'The secret of this webhook cannot be read any more. Remove it, then add it again.',
  });
}

function someWebhook(id: string): Webhook {
  const webhook = findWebhook(id);
  if (webhook) return webhook;
  throw new SettingsError('webhook', `There is no webhook ${id}`, {
    fr: 'Ce webhook n’existe plus : quelqu’un l’a supprimé. Rouvrez les réglages pour voir ceux qui restent.',
    en: 'This webhook does not exist any more: somebody removed it. Open the settings again to see those that remain.',
  });
}

function serveWebhooks(): void {
  try {
    startTicking();
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    throw new SettingsError('url', `Google makes no hourly trigger: ${text}`, {
      fr: `Google refuse d’appeler Sync chaque heure pour vous, ce qu’il faut pour renvoyer ce qui n’est pas arrivé. Supprimez d’anciens déclencheurs (Extensions > Apps Script > Déclencheurs), puis réessayez. Réponse de Google : « ${text} »`,
      en: `Google refuses to call Sync every hour for you, which is needed to send again what did not arrive. Delete old triggers (Extensions > Apps Script > Triggers), then try again. Google’s answer: “${text}”`,
    });
  }
}

function noEvents(): SettingsError {
  return new SettingsError('events', 'No event is chosen', {
    fr: 'Choisissez au moins un événement à envoyer.',
    en: 'Choose at least one event to send.',
  });
}

function enough(): SettingsError {
  return new SettingsError('url', `There are ${String(MOST_WEBHOOKS)} webhooks already`, {
    fr: `Une feuille de calcul a ${String(MOST_WEBHOOKS)} webhooks au plus. Supprimez-en un d’abord.`,
    en: `A spreadsheet has at most ${String(MOST_WEBHOOKS)} webhooks. Remove one first.`,
  });
}
