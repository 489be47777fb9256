import type { Words } from '../core/model';
import { clock } from '../platform/clock';
import { scriptStore } from '../platform/property-stores';
import { randomBytes } from '../platform/random-bytes';
import { toBase64Url } from './bytes';
import { underScriptLock } from './under-script-lock';

/** The keys that secrets may be encrypted with, the one to use first; none before the first secret. */
export function readKeys(): readonly string[] {
  return readRing().map(({ key }) => key);
}

/** The key to use. Makes it before the first secret; throws `BusyError` when somebody else is about to. */
export function openKey(): string {
  const [newest] = readKeys();
  return newest ?? underScriptLock(BUSY, () => readKeys()[0] ?? makeKey());
}

/**
 * Puts a new key in the place of the one in use and returns it. Earlier keys stay, as in MultiFernet (cryptography.io,
 * "Fernet"), until they have been out of use for 30 days. Throws `BusyError` when somebody else is at it.
 */
export function addKey(): string {
  return underScriptLock(BUSY, makeKey);
}

const PROPERTY = 'secretKey';
const KEPT_MS = 30 * 24 * 3_600_000;

interface Key {
  /** 32 bytes in base64url. */
  readonly key: string;
  /** When another took its place, in milliseconds since 1970. */
  readonly retired?: number;
}

/** Newest first. A store that has never been renewed may hold the key alone. */
function readRing(): readonly Key[] {
  const text = scriptStore().get(PROPERTY);
  if (text === null) return [];
  return text.startsWith('[') ? (JSON.parse(text) as readonly Key[]) : [{ key: text }];
}

function makeKey(): string {
  const now = clock.now();
  const kept = readRing()
    .map(({ key, retired = now }) => ({ key, retired }))
    .filter(({ retired }) => now - retired <= KEPT_MS);
  const key = toBase64Url(randomBytes(32));
  scriptStore().set(PROPERTY, JSON.stringify([{ key }, ...kept] satisfies readonly Key[]));
  return key;
}

const BUSY: Words = {
  fr: 'Quelqu’un d’autre enregistre une connexion en ce moment. Réessayez dans une minute.',
  en: 'Somebody else is saving a connection just now. Try again in a minute.',
};
