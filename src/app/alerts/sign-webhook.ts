import { toBase64 } from '../../core/base64';
import { hmacSha256 } from '../../platform/digest';
import { fromBase64Url, toUtf8 } from '../bytes';

/**
 * The signatures of a message under each secret, as `webhook-signature` holds them (Standard Webhooks 1.0.0, "Signature scheme");
 * `at`: the time of the attempt in seconds since 1970. Throws a `TypeError` for what is no secret of `makeWebhookSecret`.
 */
export function signWebhook(id: string, at: number, body: string, secrets: readonly string[]): string {
  const signed = toUtf8(`${id}.${String(at)}.${body}`);
  return secrets.map((secret) => `v1,${toBase64(hmacSha256(signed, keyOf(secret)))}`).join(' ');
}

function keyOf(secret: string): Uint8Array {
  const key = fromBase64Url(
    secret
      .replace(/^whsec_/, '')
      .replace(/\+/g, '-')
      .replace(/\//g, '_'),
  );
  if (!key) throw new TypeError('A webhook’s secret is not base64');
  return key;
}
