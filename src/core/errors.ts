import type { Words } from './model';

/**
 * A failure that the engine knows how to meet: one class for each decision it takes. `message` is for us (what was
 * asked, what came); `advice` is the sentence the user reads (what happened, what to do next).
 */
export abstract class SyncError extends Error {
  readonly advice: Words;

  constructor(message: string, advice: Words) {
    super(message);
    this.name = new.target.name;
    this.advice = advice;
  }
}

/** The user must edit the setting named `field`. */
export class SettingsError extends SyncError {
  readonly field: string;

  constructor(field: string, message: string, advice: Words) {
    super(message, advice);
    this.field = field;
  }
}

/** The system refuses who we are: the user must connect again. */
export class SignInError extends SyncError {}

/** The system, or a quota, asks us to come back: pause until `until` (milliseconds since 1970). */
export class BusyError extends SyncError {
  readonly until: number;
  /** The system is well: an agreed number of requests is reached. */
  readonly isPaced: boolean;

  constructor(until: number, message: string, advice: Words, isPaced = false) {
    super(message, advice);
    this.until = until;
    this.isPaced = isPaced;
  }
}

/** The answer was too much for one request (it came too late, broke off, or was too large): ask for less, or later. */
export class HeavyError extends BusyError {}

/** What came is not what was agreed: stop this stream, keep its cursor. */
export class DataError extends SyncError {
  /** The HTTP status that said so, when one did. */
  readonly status: number | null;

  constructor(message: string, advice: Words, status: number | null = null) {
    super(message, advice);
    this.status = status;
  }
}

/** This account does not have this kind of record: leave its tab alone and go on. */
export class UnavailableError extends SyncError {
  /** The HTTP status that said so (403, 404, 405 or 410), when one did. */
  readonly status: number | null;

  constructor(message: string, advice: Words, status: number | null = null) {
    super(message, advice);
    this.status = status;
  }
}

/** Someone changed the destination under our feet: open it again and plan again. */
export class StaleError extends SyncError {}

/**
 * No answer came: `timeout`, `unreachable` (DNS, connection), `quota` (Google's own allowance of requests is spent for
 * now), `refused` (Google will not send this request at all) or `tooLarge` (Google will not hand over the answer). The
 * HTTP layer turns it into one of the above.
 */
export class NetworkError extends Error {
  readonly kind: 'timeout' | 'unreachable' | 'quota' | 'refused' | 'tooLarge';

  constructor(kind: NetworkError['kind'], message: string) {
    super(message);
    this.name = 'NetworkError';
    this.kind = kind;
  }
}

/**
 * What Google Contacts refused: `expired` (the sync token is too old), `stale` (someone changed a contact first), `missing` (no
 * such contact), `busy` (too many requests), `spent` (all that a day allows),
 * `passing` (a fault of Google's or of the network: whether it was carried out nobody
 * knows), `forbidden` (no permission), `full` (no more contacts fit), `off` (the service is not part of the project) or `invalid`
 * (the request itself). The contacts room turns it into one of the above.
 */
export class PeopleError extends Error {
  readonly kind:
    'expired' | 'stale' | 'missing' | 'busy' | 'spent' | 'passing' | 'forbidden' | 'full' | 'off' | 'invalid';
  /** In a batch, what is wrong with which contact: by resource name, or by its place (from 0) among new ones. */
  readonly contacts: Readonly<Record<string, string>>;

  constructor(kind: PeopleError['kind'], message: string, contacts: PeopleError['contacts'] = {}) {
    super(message);
    this.name = 'PeopleError';
    this.kind = kind;
    this.contacts = contacts;
  }
}
