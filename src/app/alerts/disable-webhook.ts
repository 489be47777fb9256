import type { Words } from '../../core/model';
import { say } from '../words';
import { composeMail } from './compose-mail';
import { sendOrOwe } from './owed-mails';
import { removeAllWaiting } from './waiting-events';
import { type Webhook, writeWebhook } from './webhook';

/** Switches a webhook off for that reason, drops what waits for it, and tells its owner by mail. */
export function disableWebhook(webhook: Webhook, why: keyof typeof WHY_DISABLED): void {
  const { id, owner, origin } = webhook;
  writeWebhook({ ...webhook, state: 'disabled', why });
  removeAllWaiting(id);
  const subject = say({ fr: `Sync : webhook désactivé (${origin})`, en: `Sync: webhook disabled (${origin})` });
  const what = say({
    fr: `Sync n’envoie plus rien au webhook ${origin}.`,
    en: `Sync sends nothing to the webhook ${origin} any more.`,
  });
  sendOrOwe(id, composeMail([owner], subject, [what, say(WHY_DISABLED[why])]));
}

/** Why a webhook is disabled, and what to do. */
export const WHY_DISABLED = {
  gone: {
    fr: 'L’autre service a répondu que cette adresse n’existe plus (410). Créez-y une nouvelle adresse, puis ajoutez-la dans Sync > Réglages et supprimez l’ancienne.',
    en: 'The other service answered that this address does not exist any more (410). Make a new address there, add it in Sync > Settings and remove the old one.',
  },
  failing: {
    fr: 'Aucun envoi n’est arrivé depuis cinq jours. Vérifiez l’adresse auprès de l’autre service, essayez-la par « Tester » dans Sync > Réglages, puis réactivez-la. Ce qui attendait est perdu.',
    en: 'Nothing has arrived for five days. Check the address with the other service, try it with “Test” in Sync > Settings, then switch it on again. What was waiting is lost.',
  },
  secret: {
    fr: 'Son secret n’est plus lisible (le chiffrement a été renouvelé il y a plus de 30 jours). Supprimez ce webhook dans Sync > Réglages, puis ajoutez-le de nouveau.',
    en: 'Its secret cannot be read any more (the encryption was renewed more than 30 days ago). Remove this webhook in Sync > Settings, then add it again.',
  },
} satisfies Record<string, Words>;
