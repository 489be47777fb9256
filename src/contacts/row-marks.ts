import type { Words } from '../core/model';
import type { Action } from './action';
import type { Report, RowOutcome } from './applying';
import type { Mark } from './clients-tab';
import { isPartial } from './policy';
import type { Sides } from './sides';
import { EDITED, holdStatus, syncedStatus } from './status-of';

/** What stands beside the rows from now on, where it is not what stands there. */
export function rowMarks(
  sides: Pick<Sides, 'rows' | 'plan' | 'policy'>,
  report: Report,
  language: 'fr' | 'en',
): readonly Mark[] {
  const { rows, plan, policy } = sides;
  const actions = new Map(plan.actions.flatMap((action) => ('client' in action ? [[action.client, action]] : [])));
  const ids = new Map([...plan.rows].map(([link, client]) => [client, link.id]));
  const clients = new Set([...rows, ...report.outcomes.keys()]);
  return [...clients].flatMap((client) => {
    const outcome = report.outcomes.get(client);
    const id = outcome?.id ?? ids.get(client) ?? null;
    const isLinked = id !== null && !isPartial(policy);
    const said = outcome ? (outcome.problem ?? syncedStatus(outcome)) : plannedStatus(actions.get(client), report);
    const status = said?.[language] ?? (isLinked && !isSynced(client.status) ? SYNCED[language] : client.status);
    return status === client.status && (id ?? client.id) === client.id ? [] : [{ client, id, status }];
  });
}

const SYNCED = syncedStatus({ conflicts: [] } satisfies Pick<RowOutcome, 'conflicts'>);

/** What is said of a client that the run did not come to; null: nothing was to be done. */
function plannedStatus(action: Action | undefined, { creationsEnded }: Report): Words | null {
  if (!action) return null;
  if (action.kind === 'hold') return holdStatus(action);
  return (action.kind === 'create' ? creationsEnded : null) ?? EDITED;
}

/** A conflict stays visible until the row is edited. */
function isSynced(status: string): boolean {
  return /^(Synchronisé|Synced)( –|$)/.test(status);
}
