import type { SyncError } from '../core/errors';
import { BusyError, DataError, NetworkError, SettingsError } from '../core/errors';
import type { Clock } from '../platform/services';
import { advice } from './advice';
import { readRetryAfter } from './retry-after';
import type { JsonResponse } from './with-json';

/** What came of one try: an answer to use, or why it is worth another. */
export type Trouble =
  | { readonly kind: 'none'; readonly response: JsonResponse }
  | {
      readonly kind:
        'slowDown' | 'down' | 'page' | 'cut' | 'timeout' | 'unreachable' | 'quota' | 'refused' | 'tooLarge';
      /** What came, in a few words for us. */
      readonly what: string;
      /** Milliseconds, when the answer says so. */
      readonly retryAfter: number | null;
    };

/** Tries once. Throws only what `attempt` throws that is not a `NetworkError`. */
export function readTrouble(attempt: () => JsonResponse, clock: Clock): Trouble {
  try {
    const response = attempt();
    const { status, fault } = response;
    if (status === 429 || DOWN.includes(status)) {
      const retryAfter = readRetryAfter(response, clock.now());
      return { kind: status === 429 ? 'slowDown' : 'down', what: String(status), retryAfter };
    }
    if (fault === null) return { kind: 'none', response };
    const what = fault === 'page' ? 'a web page' : `no JSON (${String(response.text.length)} characters)`;
    return { kind: fault, what: `${String(status)} with ${what}`, retryAfter: null };
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    return { kind: error.kind, what: error.message, retryAfter: null };
  }
}

/** 409: two requests met (RFC 9110, section 15.5.10), and one that only reads can come again. */
const DOWN: readonly number[] = [409, 500, 502, 503, 504];

interface GiveUpOptions {
  readonly title: string;
  readonly clock: Clock;
  readonly addressSetting: string | undefined;
}

/**
 * What a trouble that lasts means for the engine: `BusyError` in five minutes (in three hours when Google's allowance is used
 * up), `DataError` for what is no data, `SettingsError` for an address that the user typed and nothing answers at.
 */
export function giveUp(trouble: Trouble, message: string, { title, clock, addressSetting }: GiveUpOptions): SyncError {
  const toAddress = (words: ReturnType<typeof advice.noSite>): SyncError =>
    addressSetting === undefined ? new DataError(message, words) : new SettingsError(addressSetting, message, words);
  const busy = (pause: number, words: ReturnType<typeof advice.down>, isPaced = false): SyncError =>
    new BusyError(clock.now() + pause, message, words, isPaced);
  switch (trouble.kind) {
    case 'quota':
      return busy(THREE_HOURS, advice.allowance(), true);
    case 'refused':
      return toAddress(advice.notSent(title));
    case 'page':
      return new DataError(message, advice.page(title));
    case 'cut':
      return new DataError(message, advice.cut(title));
    case 'tooLarge':
      return new DataError(message, advice.tooLarge(title));
    case 'slowDown':
      return busy(FIVE_MINUTES, advice.slowDown(title), true);
    case 'unreachable':
      return /DNS error/i.test(trouble.what) ? toAddress(advice.noSite(title)) : busy(FIVE_MINUTES, advice.down(title));
    default:
      return busy(FIVE_MINUTES, advice.down(title));
  }
}

const FIVE_MINUTES = 300_000;
const THREE_HOURS = 3 * 3_600_000;
