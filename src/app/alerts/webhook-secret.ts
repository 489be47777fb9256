import * as v from 'valibot';
import { toBase64 } from '../../core/base64';
import { clock } from '../../platform/clock';
import { userStore } from '../../platform/property-stores';
import { randomBytes } from '../../platform/random-bytes';
import { readStored } from '../read-stored';
import { readSealed, rememberSecrets, writeSealed } from '../secrets';

/** What only the owner of a webhook has. */
export interface WebhookSecret {
  /** The whole address. */
  readonly url: string;
  /** What messages are signed with, the newest first. */
  readonly secrets: readonly string[];
}

/** That of a webhook of the person who runs the script; null when there is none, or it cannot be deciphered any more. */
export function readWebhookSecret(id: string): WebhookSecret | null {
  const stored = readStored(STORED, readSealed(PREFIX + id));
  if (!stored) return null;
  const { url, secret, previous } = stored;
  const secrets = previous && clock.now() < previous.until ? [secret, previous.secret] : [secret];
  rememberSecrets([url, ...secrets]);
  return { url, secrets };
}

/**
 * Makes a secret (Standard Webhooks 1.0.0: `whsec_` and the base64 of 24 to 64 random bytes) for an address, stores both with the
 * person who runs the script and returns it. One that it takes the place of signs for another 24 hours.
 */
export function makeWebhookSecret(id: string, url: string): string {
  const [previous] = readWebhookSecret(id)?.secrets ?? [];
  const secret = `whsec_${toBase64(randomBytes(32))}`;
  const kept = previous === undefined ? {} : { previous: { secret: previous, until: clock.now() + ROTATION_MS } };
  writeSealed(PREFIX + id, JSON.stringify({ url, secret, ...kept } satisfies v.InferOutput<typeof STORED>));
  rememberSecrets([url, secret]);
  return secret;
}

/** Forgets it. */
export function removeWebhookSecret(id: string): void {
  userStore().remove(PREFIX + id);
}

const PREFIX = 'webhook.';
const ROTATION_MS = 24 * 3_600_000;

const STORED = v.object({
  url: v.string(),
  secret: v.string(),
  previous: v.exactOptional(v.object({ secret: v.string(), until: v.number() })),
});
