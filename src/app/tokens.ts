import type { SignIn } from '../connectors/connector';
import type { Token, Tokens } from '../http/with-grant';
import { sha256 } from '../platform/digest';
import { userStore } from '../platform/property-stores';
import { toBase64Url, toUtf8 } from './bytes';
import { readSealed, rememberSecrets, writeSealed } from './secrets';

/**
 * The token that a connection signs in with, encrypted in the person's own properties. It is good only for the sign-in that
 * got it: for another address or client there is none. `write` throws as `writeSealed` does.
 */
export function openTokens(connectionId: string, { base, grant }: SignIn): Tokens {
  const name = PREFIX + connectionId;
  const fingerprint = (): string => toBase64Url(sha256(toUtf8(JSON.stringify([base, grant]))));
  return {
    read() {
      const text = readSealed(name);
      const kept = text === null ? null : (JSON.parse(text) as Kept);
      if (kept?.fingerprint !== fingerprint()) return null;
      rememberSecrets([kept.token.value]);
      return kept.token;
    },
    write(token) {
      if (token === null) {
        forgetToken(connectionId);
        return;
      }
      rememberSecrets([token.value]);
      writeSealed(name, JSON.stringify({ token, fingerprint: fingerprint() } satisfies Kept));
    },
  };
}

/** Removes what `openTokens` keeps. */
export function forgetToken(connectionId: string): void {
  userStore().remove(PREFIX + connectionId);
}

const PREFIX = 'token.';

interface Kept {
  readonly token: Token;
  /** Of the sign-in that got it. */
  readonly fingerprint: string;
}
