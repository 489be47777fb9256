import type { HttpFault } from '../faults';
import { DriveRefusal, refusalJson } from './drive-refusal';

/** Answers of Drive to plan with `faults.http` (developers.google.com, Drive API, "Resolve errors"). */
export const DRIVE_FAULTS = {
  storageFull: fault(403, 'storageQuotaExceeded', "The user's Drive storage quota has been exceeded."),
  apiOff: fault(
    403,
    'accessNotConfigured',
    'Google Drive API has not been used in project 0 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/drive.googleapis.com/overview?project=0 then retry.',
  ),
  userRateLimit: fault(403, 'userRateLimitExceeded', 'User Rate Limit Exceeded'),
  tooMany: fault(429, 'rateLimitExceeded', 'Rate Limit Exceeded'),
  backendError: fault(500, 'backendError', 'Backend Error'),
} as const;

function fault(status: number, reason: string, message: string): HttpFault {
  return {
    status,
    body: refusalJson(new DriveRefusal(status, reason, message)),
    headers: { 'Content-Type': 'application/json; charset=UTF-8' },
  };
}
