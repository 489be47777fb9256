import { clock } from '../../platform/clock';
import { documentStore } from '../../platform/property-stores';
import { userEmail } from '../../platform/session';
import { disableWebhook } from './disable-webhook';
import { type Attempt, ATTEMPT_MS, sendWebhook } from './send-webhook';
import { readWaiting, removeWaiting, type WaitingEvent, waitingIn, writeWaiting } from './waiting-events';
import { findWebhook, type Webhook, webhooksIn, withoutTrouble, writeWebhook } from './webhook';
import { readWebhookSecret, type WebhookSecret } from './webhook-secret';

/**
 * Delivers what waits for the webhooks of the person who runs the script, who alone can sign for them, and is due; nothing begins
 * that could last beyond `until` (milliseconds since 1970). `isWaitedFor`: somebody waits, and webhooks that do not answer these days
 * are left to the next hour. Two executions at once do not deliver the same, unless one is killed.
 */
export function deliverWebhooks(until: number, isWaitedFor = false): void {
  const person = userEmail();
  const properties = documentStore().all();
  for (const webhook of webhooksIn(properties)) {
    if (webhook.owner !== person || webhook.state !== 'on') continue;
    if (isWaitedFor && webhook.failingSince !== undefined) continue;
    const due = waitingIn(properties, webhook.id).filter((event) => isDue(event, webhook));
    if (due.length > 0) deliverTo(webhook, due, until);
  }
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long to wait after each failed attempt: the specification's schedule, as far as a call an hour allows. */
const WAITS: readonly number[] = [5 * MINUTE, ...[2, 5, 10, 14, 20, 24].map((hours) => hours * HOUR)];
const MOST_TRIES = WAITS.length + 1;
/** A part of each wait that chance takes away, so that events which failed together are not all tried again together. */
const JITTER = 0.1;
/** What another side may ask for at most. */
const LONGEST_WAIT = 24 * HOUR;
/** A webhook that nothing has reached for so long is disabled. */
const PATIENCE = 5 * 24 * HOUR;

function isDue({ nextAt }: WaitingEvent, { notBefore = 0 }: Webhook): boolean {
  return clock.now() >= Math.max(nextAt, notBefore);
}

function deliverTo(webhook: Webhook, due: readonly WaitingEvent[], until: number): void {
  const secret = readWebhookSecret(webhook.id);
  if (!secret) {
    disableWebhook(webhook, 'secret');
    return;
  }
  for (const { message } of due) {
    if (clock.now() + ATTEMPT_MS > until) return;
    const claimed = claim(webhook, message.id);
    if (claimed && !deliver(webhook, claimed, secret)) return;
  }
}

/** Noted as tried before it is, so that no other execution does; null: one has. */
function claim({ id }: Webhook, message: string): WaitingEvent | null {
  const event = readWaiting(id, message);
  if (!event || event.nextAt > clock.now()) return null;
  const tries = event.tries + 1;
  const wait = WAITS[Math.min(tries, WAITS.length) - 1] ?? 0;
  const claimed = { ...event, tries, nextAt: clock.now() + Math.round(wait * (1 - JITTER * Math.random())) };
  writeWaiting(id, claimed);
  return claimed;
}

/** Whether there is any use in delivering more to the webhook now. */
function deliver({ id }: Webhook, event: WaitingEvent, secret: WebhookSecret): boolean {
  const { message, tries } = event;
  const attempt = sendWebhook(secret, message);
  if (attempt.trouble === 'quota') {
    // Google's allowance is spent, and the other side has heard nothing of it.
    writeWaiting(id, { ...event, tries: tries - 1 });
    return false;
  }
  const isOver = attempt.isOk || tries >= MOST_TRIES;
  if (isOver) removeWaiting(id, message.id);
  // Somebody may have removed or changed it meanwhile.
  const webhook = findWebhook(id);
  if (webhook?.state !== 'on') return false;
  const noted = noteAttempt(webhook, attempt, isOver);
  if (attempt.status === 410) disableWebhook(noted, 'gone');
  else if (clock.now() - (noted.failingSince ?? clock.now()) >= PATIENCE) disableWebhook(noted, 'failing');
  else {
    writeWebhook(noted);
    return attempt.isOk || !isBusy(attempt);
  }
  return false;
}

function noteAttempt(webhook: Webhook, attempt: Attempt, isOver: boolean): Webhook {
  const { status, isOk, wait } = attempt;
  const noted = { ...withoutTrouble(webhook), last: { at: clock.now(), status, isOk } };
  if (isOk) return noted;
  return {
    ...noted,
    failingSince: webhook.failingSince ?? clock.now(),
    ...(wait === null ? {} : { notBefore: clock.now() + Math.min(wait, LONGEST_WAIT) }),
    lost: webhook.lost + Number(isOver),
  };
}

/** It cannot take anything for now, rather than this message. */
function isBusy({ status, wait }: Attempt): boolean {
  return status === null || wait !== null || [429, 502, 503, 504].includes(status);
}
