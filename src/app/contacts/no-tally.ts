import type { SyncTally } from '../../contacts/sync-contacts';

/** What a sync that did nothing has done. */
export const NO_TALLY: SyncTally = {
  ...{ created: 0, updated: 0, skipped: 0, conflicts: 0, held: 0, errors: 0 },
  ...{ calls: 0, clients: 0, linked: 0, choices: 0 },
};

/** What two executions of one run did together: what was done adds up, how things stand is as of the later. */
export function addTallies(before: SyncTally, after: SyncTally): SyncTally {
  return {
    ...after,
    created: before.created + after.created,
    updated: before.updated + after.updated,
    conflicts: before.conflicts + after.conflicts,
    errors: before.errors + after.errors,
    calls: before.calls + after.calls,
  };
}
