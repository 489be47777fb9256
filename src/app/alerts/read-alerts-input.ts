import * as v from 'valibot';
import { SettingsError } from '../../core/errors';
import { readAs } from '../read-as';
import type { MailSettings, WebhookDraft } from './alerts-rpc';
import { isMailAddress } from './mail-address';
import { WEBHOOK_EVENTS } from './webhook';

// What pages send about alerts. Each throws `SettingsError` as `readAs` does.

/** Which mails are sent, and to whom; also for `extra` when one is no address, or there are too many. */
export function readMailSettings(given: unknown): MailSettings {
  const { extra, ...mails } = readAs(MAILS, given, 'mails');
  const addresses = [...new Set(extra.map((address) => address.trim()).filter((address) => address !== ''))];
  const wrong = addresses.findIndex((address) => !isMailAddress(address));
  if (wrong >= 0) throw noAddress(wrong + 1);
  if (addresses.length > MOST_EXTRA) throw tooMany();
  return { ...mails, extra: addresses };
}

/** A webhook as the user typed it. */
export function readWebhookDraft(given: unknown): WebhookDraft {
  return readAs(WEBHOOK, given, 'webhook');
}

const MOST_EXTRA = 5;

const MAILS = v.object({
  onFailure: v.boolean(),
  weekly: v.boolean(),
  extra: v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(100)),
});

const WEBHOOK = v.object({
  url: v.pipe(v.string(), v.maxLength(5000)),
  events: v.pipe(v.array(v.picklist(WEBHOOK_EVENTS)), v.maxLength(20)),
});

/** By its place: what was typed may be anything. */
function noAddress(place: number): SettingsError {
  return new SettingsError('extra', 'extra: an e-mail address was expected', {
    fr: `La ligne ${String(place)} n’est pas une adresse e-mail. Écrivez une adresse par ligne, comme marie@exemple.fr`,
    en: `Line ${String(place)} is no e-mail address. Write one address a line, like mary@example.com`,
  });
}

function tooMany(): SettingsError {
  return new SettingsError('extra', `extra: ${String(MOST_EXTRA)} addresses at most were expected`, {
    fr: `${String(MOST_EXTRA)} adresses au plus. Pour davantage de personnes, créez une liste de diffusion.`,
    en: `${String(MOST_EXTRA)} addresses at most. For more people, make a mailing list.`,
  });
}
