import type { Settings } from '../connectors/connector';
import { createRedact } from '../http/redact';
import { clock } from '../platform/clock';
import { hmacSha256 } from '../platform/digest';
import { userStore } from '../platform/property-stores';
import { randomBytes } from '../platform/random-bytes';
import { userEmail } from '../platform/session';
import { findConnection } from './connections';
import { decrypt, encrypt } from './fernet';
import { addKey, openKey, readKeys } from './secret-keys';

/**
 * The secrets of a connection that the person running the script has stored, by setting name; null when there are none
 * of theirs, or when they cannot be deciphered any more.
 */
export function readSecrets(connectionId: string): Settings | null {
  const text = readSealed(PREFIX + connectionId);
  if (text === null) return null;
  const secrets = JSON.parse(text) as Settings;
  rememberSecrets(Object.values(secrets));
  return secrets;
}

/**
 * The last four characters of each of them, blank where a secret is so short that they would give it away; none for a
 * connection that is somebody else's.
 */
export function endingsOf(connectionId: string): Readonly<Record<string, string>> {
  const isOwn = findConnection(connectionId)?.owner === userEmail();
  const secrets = Object.entries((isOwn ? readSecrets(connectionId) : null) ?? {});
  return Object.fromEntries(secrets.map(([name, secret]) => [name, secret.length < LONG ? '' : secret.slice(-4)]));
}

/** Stores the secrets of a connection in place of earlier ones. Throws as `writeSealed` does. */
export function writeSecrets(connectionId: string, secrets: Settings): void {
  rememberSecrets(Object.values(secrets));
  writeSealed(PREFIX + connectionId, JSON.stringify(secrets));
}

/** Removes what `writeSecrets` stored. */
export function removeSecrets(connectionId: string): void {
  userStore().remove(PREFIX + connectionId);
}

/**
 * Makes a new key that secrets are encrypted with. Everyone's move to it when they are next read; whoever does not use Sync for
 * 30 days after that types theirs again. Throws `BusyError` when somebody else is at it.
 */
export function renewKey(): null {
  addKey();
  return null;
}

/**
 * The text that `writeSealed` stored; null when there is none, or when it cannot be deciphered any more. What an earlier key
 * encrypted is stored again under the one in use.
 */
export function readSealed(name: string): string | null {
  const token = userStore().get(name);
  if (token === null) return null;
  for (const [age, key] of readKeys().entries()) {
    const text = decrypt(token, key, hmacSha256);
    if (text === null) continue;
    if (age > 0) writeSealed(name, text);
    return text;
  }
  return null;
}

/**
 * Stores a text in the person's own properties, encrypted under a key that lies with the script, so that neither store
 * alone gives it away. Throws `BusyError` when the key is being made by someone else.
 */
export function writeSealed(name: string, text: string): void {
  userStore().set(name, encrypt(text, openKey(), randomBytes(16), clock.now(), hmacSha256));
}

/** Makes `redactSeen` hide these texts until the execution ends. */
export function rememberSecrets(secrets: readonly string[]): void {
  for (const secret of secrets) seen.add(secret);
}

/** `text` without any secret that this execution has read or been given. */
export function redactSeen(text: string): string {
  return createRedact([...seen])(text);
}

const PREFIX = 'secret.';
const LONG = 12;

/** An execution starts with fresh globals, so this holds its own secrets and no one else's. */
const seen = new Set<string>();
