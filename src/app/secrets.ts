import { BusyError } from '../core/errors';
import type { Settings } from '../connectors/connector';
import { createRedact } from '../http/redact';
import { clock } from '../platform/clock';
import { scriptLock } from '../platform/locks';
import { scriptStore, userStore } from '../platform/property-stores';
import { randomBytes } from '../platform/random-bytes';
import { toBase64Url } from './bytes';
import { decrypt, encrypt } from './fernet';

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

/** Stores the secrets of a connection in place of earlier ones. Throws as `writeSealed` does. */
export function writeSecrets(connectionId: string, secrets: Settings): void {
  rememberSecrets(Object.values(secrets));
  writeSealed(PREFIX + connectionId, JSON.stringify(secrets));
}

/** Removes what `writeSecrets` stored. */
export function removeSecrets(connectionId: string): void {
  userStore().remove(PREFIX + connectionId);
}

/** The text that `writeSealed` stored; null when there is none, or when it cannot be deciphered any more. */
export function readSealed(name: string): string | null {
  const token = userStore().get(name);
  const key = scriptStore().get(KEY);
  return token === null || key === null ? null : decrypt(token, key);
}

/**
 * Stores a text in the person's own properties, encrypted under a key that lies with the script, so that neither store
 * alone gives it away. Throws `BusyError` when the key is being made by someone else.
 */
export function writeSealed(name: string, text: string): void {
  userStore().set(name, encrypt(text, openKey(), randomBytes(16), clock.now()));
}

/** Makes `redactSeen` hide these texts until the execution ends. */
export function rememberSecrets(secrets: readonly string[]): void {
  seen.push(...secrets);
}

/** `text` without any secret that this execution has read or been given. */
export function redactSeen(text: string): string {
  return createRedact(seen)(text);
}

const PREFIX = 'secret.';
const KEY = 'secretKey';

/** An execution starts with fresh globals, so this holds its own secrets and no one else's. */
const seen: string[] = [];

function openKey(): string {
  const store = scriptStore();
  const known = store.get(KEY);
  if (known !== null) return known;
  const lock = scriptLock();
  if (!lock.tryAcquire()) throw keyIsBeingMade();
  try {
    const made = store.get(KEY) ?? toBase64Url(randomBytes(32));
    store.set(KEY, made);
    return made;
  } finally {
    lock.release();
  }
}

function keyIsBeingMade(): BusyError {
  return new BusyError(clock.now() + 60_000, 'The script lock was not free to make the key of secrets', {
    fr: 'Quelqu’un d’autre enregistre une connexion en ce moment. Réessayez dans une minute.',
    en: 'Somebody else is saving a connection just now. Try again in a minute.',
  });
}
