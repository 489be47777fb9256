import { createHash } from 'node:crypto';
import { invalid } from './people-refusal';

/** What a sync token stands for. */
export interface SyncPoint {
  /** The last write that it covers. */
  readonly horizon: number;
  /** When the full sync took place that it follows from, in virtual milliseconds. */
  readonly fullAt: number;
  /** The parameters of the call that it came from. */
  readonly params: string;
  readonly owner: string;
}

/** What a page token stands for. */
export interface PagePlace {
  /** The list that it is a page of. */
  readonly id: number;
  /** The first item of the page, counted from 0. */
  readonly start: number;
  readonly owner: string;
}

/** The token of a point, which holds all of it: nothing is kept for it. */
export function toSyncToken(point: SyncPoint): string {
  return seal('sync', point);
}

/** The point of a sync token; refuses a text that is none, or one of another person. */
export function fromSyncToken(token: string, owner: string): SyncPoint {
  const point = open('sync', token) as SyncPoint | null;
  if (point?.owner !== owner) throw invalid('Sync token is invalid.');
  return point;
}

/** The token of a page. */
export function toPageToken(place: PagePlace): string {
  return seal('page', place);
}

/** The place of a page token; refuses a text that is none, or one of another person. */
export function fromPageToken(token: string, owner: string): PagePlace {
  const place = open('page', token) as PagePlace | null;
  if (place?.owner !== owner) throw invalid('Page token is invalid.');
  return place;
}

function seal(kind: string, value: object): string {
  const text = JSON.stringify(value);
  return Buffer.from(sumOf(kind, text) + text).toString('base64url');
}

/** Null for a text that was not sealed here, or as another kind. */
function open(kind: string, token: string): unknown {
  const text = Buffer.from(token, 'base64url').toString('utf8');
  const json = text.slice(SUM);
  return text.slice(0, SUM) === sumOf(kind, json) ? JSON.parse(json) : null;
}

const SUM = 8;

function sumOf(kind: string, text: string): string {
  return createHash('sha1').update(`${kind} ${text}`).digest('hex').slice(0, SUM);
}
