import { NetworkError } from '../../core/errors';
import { readRetryAfter } from '../../http/retry-after';
import { clock } from '../../platform/clock';
import { send } from '../../platform/send';
import { signWebhook } from './sign-webhook';
import { toBody, type WebhookMessage } from './webhook-message';
import type { WebhookSecret } from './webhook-secret';

/** What came of one attempt. */
export interface Attempt {
  /** Null: no answer. */
  readonly status: number | null;
  /** Only 2xx is success (Standard Webhooks 1.0.0). */
  readonly isOk: boolean;
  /** How long the other side wants to be left alone, in milliseconds; null: it does not say. */
  readonly wait: number | null;
  /** Why no answer came. */
  readonly trouble?: NetworkError['kind'];
}

/** The longest that an attempt may take, in milliseconds. */
export const ATTEMPT_MS = 25_000;

/** Sends a message to a webhook, once, signed; a redirect is not followed, and what the answer says is not read. */
export function sendWebhook({ url, secrets }: WebhookSecret, message: WebhookMessage): Attempt {
  const body = toBody(message);
  const at = Math.floor(clock.now() / 1000);
  const headers = {
    'content-type': 'application/json',
    'webhook-id': message.id,
    'webhook-timestamp': String(at),
    'webhook-signature': signWebhook(message.id, at, body, secrets),
  };
  try {
    const response = send({ method: 'post', url, headers, body, seconds: SECONDS });
    const isOk = response.status >= 200 && response.status < 300;
    return { status: response.status, isOk, wait: isOk ? null : readRetryAfter(response, clock.now()) };
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    return { status: null, isOk: false, wait: null, trouble: error.kind };
  }
}

/** The specification wants 15 to 30. */
const SECONDS = 20;
