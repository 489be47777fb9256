import { BusyError, SettingsError, SyncError } from '../../core/errors';
import type { Words } from '../../core/model';
import { log } from '../../platform/log';
import { redactSeen } from '../secrets';
import { say } from '../words';
import { Refusal } from './refusal';

/** What a caller is told, before it is JSON. */
export interface Answer {
  /** As of HTTP, which Apps Script cannot set: it stands in the body. */
  readonly status: number;
  /** For whoever reads the mails of a cron job, in the user's language. */
  readonly message: string;
  readonly data: unknown;
}

/** What stands in the body of every answer. */
export interface Envelope extends Answer {
  readonly success: boolean;
}

/** What `work` answers, or why it failed, without any secret: nothing is thrown. */
export function toEnvelope(work: () => Answer): Envelope {
  const { status, message, data } = answerOrRefuse(work);
  return { success: status < 400, message: redactSeen(message), data, status };
}

/** An answer of status 200. */
export function ok(data: unknown, message: Words): Answer {
  return { status: 200, message: say(message), data };
}

function answerOrRefuse(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (error instanceof SyncError) return { status: statusOf(error), message: say(error.advice), data: null };
    log(redactSeen(`A remote call met an unexpected problem: ${String(error)}`));
    return { status: 500, message: say(UNEXPECTED), data: null };
  }
}

/** 502: the system that was asked, or Google Contacts, did not answer as it should. */
function statusOf(error: SyncError): number {
  if (error instanceof Refusal) return error.status;
  if (error instanceof SettingsError) return 400;
  return error instanceof BusyError ? 503 : 502;
}

const UNEXPECTED: Words = {
  fr: 'Sync a rencontré un problème imprévu et n’a rien terminé. Réessayez ; si cela recommence, ouvrez Extensions > Apps Script > Exécutions : la ligne de cet appel dit ce qui s’est passé.',
  en: 'Sync met an unexpected problem and completed nothing. Try again; if it comes back, open Extensions > Apps Script > Executions: the line of this call says what happened.',
};
