import { BusyError, DataError, NetworkError, UnavailableError, type SyncError } from '../core/errors';
import type { Words } from '../core/model';
import { driveAdvice } from './drive-advice';
import type { HttpResponse } from './services';

/** Whether Google refuses for now only (developers.google.com, Drive API, Resolve errors). */
export function isPassing(response: HttpResponse): boolean {
  const { status } = response;
  return status === 429 || status >= 500 || (status === 403 && /(rate|daily)LimitExceeded/i.test(reasonOf(response)));
}

/** What to throw when no try helped: `BusyError`, or `DataError` where Google does not let the script ask Drive at all. */
export function driveBusy(what: string, answer: HttpResponse | NetworkError, now: number): SyncError {
  if (answer instanceof NetworkError) {
    // Google's own text holds the address, which may be an upload's session.
    const message = `Google Drive: ${what} -> ${answer.kind}`;
    if (answer.kind === 'refused') return new DataError(message, driveAdvice.blocked);
    if (answer.kind === 'quota') return new BusyError(now + THREE_HOURS, message, driveAdvice.allowance);
    return new BusyError(now + ONE_MINUTE, message, driveAdvice.down);
  }
  const message = toMessage(what, answer);
  const isLimit = answer.status === 403 || answer.status === 429;
  return isLimit
    ? new BusyError(now + FIVE_MINUTES, message, driveAdvice.slowDown)
    : new BusyError(now + ONE_MINUTE, message, driveAdvice.down);
}

const ONE_MINUTE = 60_000;
const FIVE_MINUTES = 300_000;
const THREE_HOURS = 3 * 3_600_000;

/** What an answer means that is no success and will be the same at the next try. */
export function driveRefusal(what: string, answer: HttpResponse): SyncError {
  const { status } = answer;
  const reason = reasonOf(answer);
  const message = toMessage(what, answer);
  const unavailable = (words: Words): SyncError => new UnavailableError(message, words, status);
  if (/storageQuotaExceeded|^quotaExceeded/i.test(reason)) return new DataError(message, driveAdvice.full, status);
  if (/accessNotConfigured|SERVICE_DISABLED|domainPolicy/i.test(reason)) return unavailable(driveAdvice.off);
  if (status === 401 || /insufficientPermissions|SCOPE_INSUFFICIENT/i.test(reason)) {
    return unavailable(driveAdvice.noPermission);
  }
  if (status === 403) return unavailable(driveAdvice.closed);
  return new DataError(message, driveAdvice.unexpected(status), status);
}

function toMessage(what: string, answer: HttpResponse): string {
  return `Google Drive: ${what} -> ${answer.status} ${reasonOf(answer)}`.trim();
}

/** Google's word for a refusal: `error.errors[0].reason`, then `error.details[].reason`; empty when there is none. */
function reasonOf({ text }: HttpResponse): string {
  return [...text.matchAll(/"reason"\s*:\s*"(\w{1,60})"/g)].map(([, reason]) => reason).join(' ');
}
