import { documentStore } from '../../platform/property-stores';
import { userEmail } from '../../platform/session';
import { say } from '../words';
import { alertSettingsIn } from './alert-settings';
import type { AlertsView, WebhookView } from './alerts-rpc';
import { WHY_DISABLED } from './disable-webhook';
import { owedIn } from './owed-mails';
import { waitingIn } from './waiting-events';
import { MOST_WEBHOOKS, type Webhook, webhooksIn } from './webhook';
import { readWebhookSecret } from './webhook-secret';

/** Mails and webhooks as the person who runs the script may see them. */
export function readAlertsView(): AlertsView {
  const properties = documentStore().all();
  const person = userEmail();
  return {
    mails: alertSettingsIn(properties),
    owed: owedIn(properties).size,
    webhooks: webhooksIn(properties).map((webhook) =>
      toView(webhook, webhook.owner === person, waitingIn(properties, webhook.id).length),
    ),
    most: MOST_WEBHOOKS,
  };
}

function toView(webhook: Webhook, isMine: boolean, waiting: number): WebhookView {
  const { id, origin, events, owner, state, why, last, lost } = webhook;
  const whole = isMine ? readWebhookSecret(id)?.url : undefined;
  return {
    ...{ id, events, owner, isMine, state, waiting, lost },
    url: whole ?? `${origin}/…`,
    ...(why ? { why: say(WHY_DISABLED[why]) } : {}),
    ...(last ? { last } : {}),
  };
}
