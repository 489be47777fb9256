import { PeopleError } from '../core/errors';

/**
 * What the advanced service People threw, as a `PeopleError`. The message alone must do: its details are not documented for
 * Apps Script, and the status of an expired token has come in two ways.
 */
export function toPeopleError(error: unknown): PeopleError {
  const { message = String(error), details } = (Object(error) ?? {}) as Thrown;
  const text = `${message} ${reasonsIn(details)}`;
  const kind = KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? BY_CODE[details?.code ?? 0] ?? kindOf(message);
  return new PeopleError(kind, message, contactErrorsIn(details));
}

interface Thrown {
  readonly message?: string;
  readonly details?: Details | null;
}

interface Details {
  readonly code?: number;
  readonly details?: readonly Detail[];
}

interface Detail {
  readonly reason?: string;
  readonly contactErrors?: Readonly<Record<string, { readonly message?: string }>>;
}

/** The first that fits; what a batch says of one contact comes in the same words as for a contact alone. */
const KINDS: readonly (readonly [RegExp, PeopleError['kind']])[] = [
  [/sync token is expired|EXPIRED_SYNC_TOKEN/i, 'expired'],
  [/MY_CONTACTS_OVERFLOW_COUNT/i, 'full'],
  [/for one day|per day/i, 'spent'],
  [/quota exceeded|RATE_LIMIT_EXCEEDED|too many times/i, 'busy'],
  [/etag is different/i, 'stale'],
  [/entity was not found/i, 'missing'],
  [/insufficient authentication scopes|do not have permission|permissions are not sufficient/i, 'forbidden'],
  [/has not been used in project|it is disabled/i, 'off'],
];

const BY_CODE: Readonly<Partial<Record<number, PeopleError['kind']>>> = {
  400: 'invalid',
  401: 'forbidden',
  403: 'forbidden',
  404: 'missing',
  409: 'invalid',
  410: 'expired',
  412: 'stale',
  429: 'busy',
};

/** What nobody knows may have been carried out. */
function kindOf(message: string): PeopleError['kind'] {
  return /invalid|must be|cannot have|not allowed/i.test(message) ? 'invalid' : 'passing';
}

function reasonsIn(details: Details | null | undefined): string {
  return listIn(details)
    .map(({ reason = '' }) => reason)
    .join(' ');
}

function contactErrorsIn(details: Details | null | undefined): Readonly<Record<string, string>> {
  const found = listIn(details).flatMap(({ contactErrors = {} }) => Object.entries(contactErrors));
  return Object.fromEntries(found.map(([name, { message = '' }]) => [name, message]));
}

function listIn(details: Details | null | undefined): readonly Detail[] {
  return Array.isArray(details?.details) ? (details.details as readonly Detail[]) : [];
}
