import { DataError } from '../../core/errors';
import type { Api } from '../connector';

/**
 * The latest `start_time`, in seconds since 1970, that an export takes. Zendesk wants it a minute old, and its clock may
 * be behind ours (developer.zendesk.com, "Incremental exports").
 */
export function latestStart(api: Api): number {
  return Math.floor(api.now() / 1000) - 120;
}

/** Whether an export refused its `start_time` as too recent: there is nothing new yet. Sent as 400, formerly as 422. */
export function isTooRecent(error: unknown): boolean {
  if (!(error instanceof DataError) || (error.status !== 400 && error.status !== 422)) return false;
  return /StartTimeTooRecent|too recent/i.test(error.message);
}
