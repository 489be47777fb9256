import * as v from 'valibot';
import { documentStore } from '../../platform/property-stores';
import { readAllStored, readStored } from '../read-stored';

/** What a webhook can be told of. */
export const WEBHOOK_EVENTS = ['sync.completed', 'sync.failed', 'connection.unhealthy'] as const;

/** How many a spreadsheet may have. */
export const MOST_WEBHOOKS = 3;

/** An address that is told of events, as everyone who opens the spreadsheet may know it. */
export interface Webhook extends v.InferOutput<typeof WEBHOOK> {
  readonly id: string;
}

/** Those in the document's properties, oldest first. */
export function webhooksIn(properties: Readonly<Record<string, string>>): readonly Webhook[] {
  const found = [...readAllStored(WEBHOOK, properties, PREFIX)].map(([id, webhook]) => ({ id, ...webhook }));
  return found.sort((a, b) => a.createdAt - b.createdAt);
}

/** That of an id, or null. */
export function findWebhook(id: string): Webhook | null {
  const found = readStored(WEBHOOK, documentStore().get(PREFIX + id));
  return found && { id, ...found };
}

/** Stores one in place of an earlier one of the same id. */
export function writeWebhook({ id, ...webhook }: Webhook): void {
  documentStore().set(PREFIX + id, JSON.stringify(webhook));
}

/** The same as if it had never failed. */
export function withoutTrouble({ id, origin, events, owner, createdAt, state, last, lost }: Webhook): Webhook {
  return { id, origin, events, owner, createdAt, state, lost, ...(last ? { last } : {}) };
}

/** Removes one from the spreadsheet. */
export function deleteWebhook(id: string): void {
  documentStore().remove(PREFIX + id);
}

const PREFIX = 'webhook.';

const WEBHOOK = v.object({
  /** Scheme and host; the rest of the address may be as good as a key, and stays with its owner. */
  origin: v.string(),
  events: v.array(v.picklist(WEBHOOK_EVENTS)),
  /** Who made it, and alone can sign: an e-mail address. */
  owner: v.string(),
  /** Milliseconds since 1970, here and below. */
  createdAt: v.number(),
  /** `disabled`: Sync itself switched it off. */
  state: v.picklist(['on', 'off', 'disabled']),
  /** Why it is disabled: the other side said that it is gone, nothing arrived for days, or its secret cannot be read any more. */
  why: v.exactOptional(v.picklist(['gone', 'failing', 'secret'])),
  /** The last delivery; `status` null: no answer. */
  last: v.exactOptional(v.object({ at: v.number(), status: v.nullable(v.number()), isOk: v.boolean() })),
  /** Since when nothing has arrived. */
  failingSince: v.exactOptional(v.number()),
  /** Until when the other side wants to be left alone. */
  notBefore: v.exactOptional(v.number()),
  /** How many events were given up since it was switched on. */
  lost: v.number(),
});
