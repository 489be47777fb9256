import * as v from 'valibot';
import { clock } from '../../platform/clock';
import { documentStore } from '../../platform/property-stores';
import { readAllStored, readStored } from '../read-stored';
import { findWebhook, type Webhook, webhooksIn, writeWebhook } from './webhook';
import { MESSAGE, type WebhookMessage } from './webhook-message';

type Properties = Readonly<Record<string, string>>;

/** A message that is still to be delivered to one webhook. */
export type WaitingEvent = v.InferOutput<typeof WAITING>;

/**
 * Has a message delivered to all webhooks that want its kind. Asks no network. A webhook that too many wait for loses its oldest, which
 * is counted.
 */
export function queueMessage(message: WebhookMessage, properties: Properties): void {
  for (const webhook of webhooksIn(properties)) {
    if (webhook.state !== 'on' || !webhook.events.includes(message.type)) continue;
    makeRoom(webhook, properties);
    writeWaiting(webhook.id, { message, tries: 0, at: clock.now(), nextAt: clock.now() });
  }
}

/** What waits for a webhook, in the document's properties, the oldest first. */
export function waitingIn(properties: Properties, webhook: string): readonly WaitingEvent[] {
  const found = [...readAllStored(WAITING, properties, `${PREFIX}${webhook}.`).values()];
  return found.sort((a, b) => a.at - b.at);
}

/** The same, as it stands now; null: it does not wait any more. */
export function readWaiting(webhook: string, message: string): WaitingEvent | null {
  return readStored(WAITING, documentStore().get(nameOf(webhook, message)));
}

export function writeWaiting(webhook: string, event: WaitingEvent): void {
  documentStore().set(nameOf(webhook, event.message.id), JSON.stringify(event));
}

/** Lets a message wait no more. */
export function removeWaiting(webhook: string, message: string): void {
  documentStore().remove(nameOf(webhook, message));
}

/** Lets nothing wait any more for a webhook. */
export function removeAllWaiting(webhook: string): void {
  const store = documentStore();
  for (const { message } of waitingIn(store.all(), webhook)) removeWaiting(webhook, message.id);
}

/** For each webhook: one that cannot be reached takes no room from the others. All together are some 100 KB at most. */
const MOST_WAITING = 30;
const PREFIX = 'event.';

const WAITING = v.object({
  message: MESSAGE,
  /** Attempts so far, one that is being made included. */
  tries: v.number(),
  /** When it came up, and when it is tried next, in milliseconds since 1970. */
  at: v.number(),
  nextAt: v.number(),
});

function nameOf(webhook: string, message: string): string {
  return `${PREFIX}${webhook}.${message}`;
}

function makeRoom({ id }: Webhook, properties: Properties): void {
  const waiting = waitingIn(properties, id);
  const surplus = waiting.slice(0, Math.max(0, waiting.length - MOST_WAITING + 1));
  if (surplus.length === 0) return;
  for (const { message } of surplus) removeWaiting(id, message.id);
  const webhook = findWebhook(id);
  if (webhook) writeWebhook({ ...webhook, lost: webhook.lost + surplus.length });
}
