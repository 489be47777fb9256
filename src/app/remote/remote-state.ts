import * as v from 'valibot';
import { documentCache } from '../../platform/cache';
import { sha256 } from '../../platform/digest';
import { documentStore } from '../../platform/property-stores';
import { toBase64Url, toUtf8 } from '../bytes';
import { readStored } from '../read-stored';
import { language, type Language } from '../words';

/** The remote calls, while they are switched on. */
export type RemoteState = v.InferOutput<typeof STATE>;

/** What every call needs to know, of the last minute: it spares the day's allowance of properties. */
export type Gate = v.InferOutput<typeof GATE>;

/** Null: switched off. */
export function readRemote(): RemoteState | null {
  return readStored(STATE, documentStore().get(PROPERTY));
}

/** Null switches them off. */
export function writeRemote(state: RemoteState | null): void {
  if (state) documentStore().set(PROPERTY, JSON.stringify(state));
  else documentStore().remove(PROPERTY);
  documentCache().remove(PROPERTY);
}

/** What is known of the secret. One call of the cache, and once a minute two of the properties. */
export function readGate(): Gate {
  const cache = documentCache();
  const cached = readStored(GATE, cache.get(PROPERTY));
  if (cached) return cached;
  const gate: Gate = { digest: readRemote()?.digest ?? null, language: language() };
  cache.set(PROPERTY, JSON.stringify(gate), 60);
  return gate;
}

/** The only thing that is kept of a secret: its SHA-256, in base64url. */
export function digestOf(secret: string): string {
  return toBase64Url(sha256(toUtf8(secret)));
}

const PROPERTY = 'remote';

const STATE = v.object({
  digest: v.string(),
  /** Who switched them on: an e-mail address. */
  by: v.string(),
  /** When the secret was made, in milliseconds since 1970. */
  since: v.number(),
  /** In whose name calls run, where that is somebody else: whoever deployed the web app. */
  runsAs: v.exactOptional(v.string()),
});

const GATE = v.object({
  /** Null: switched off. */
  digest: v.nullable(v.string()),
  language: v.picklist<readonly Language[]>(['fr', 'en']),
});
