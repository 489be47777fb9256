import type { WebhookEventName, WebhookView } from '../src/app/rpc';
import { toMoment } from './format';
import { say, type Words } from './language';
import type { Status } from './status';

/** What a webhook can be told of, and how the user calls it. */
export const EVENTS: readonly { readonly name: WebhookEventName; readonly title: Words }[] = [
  { name: 'sync.completed', title: { fr: 'Synchronisation réussie', en: 'Sync completed' } },
  { name: 'sync.failed', title: { fr: 'Synchronisation en échec', en: 'Sync failed' } },
  {
    name: 'connection.unhealthy',
    title: { fr: 'Connexion qui ne répond plus', en: 'Connection that does not answer' },
  },
];

/** A word for whether a webhook is told anything. */
export const STATES: Readonly<Record<WebhookView['state'], Status>> = {
  on: { kind: 'success', words: { fr: 'Actif', en: 'On' } },
  off: { kind: 'none', words: { fr: 'Éteint', en: 'Off' } },
  disabled: { kind: 'error', words: { fr: 'Désactivé par Sync', en: 'Disabled by Sync' } },
};

/** How its last delivery went, what waits and what was lost. */
export function deliveryWords({ last, waiting, lost }: WebhookView): string {
  return [
    last ? say(lastWords(last)) : say({ fr: 'Rien n’a encore été envoyé.', en: 'Nothing has been sent yet.' }),
    waiting === 0 ? '' : say({ fr: `En attente : ${waiting}.`, en: `Waiting: ${waiting}.` }),
    lost === 0 ? '' : say({ fr: `Perdus : ${lost}.`, en: `Lost: ${lost}.` }),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

function lastWords({ at, status, isOk }: NonNullable<WebhookView['last']>): Words {
  const when = toMoment(at);
  const [fr, en] =
    status === null
      ? ['pas de réponse', 'no answer']
      : isOk
        ? [`reçu (réponse ${status})`, `received (answer ${status})`]
        : [`refusé (réponse ${status})`, `refused (answer ${status})`];
  return { fr: `Dernier envoi le ${when} : ${fr}.`, en: `Last sent on ${when}: ${en}.` };
}
