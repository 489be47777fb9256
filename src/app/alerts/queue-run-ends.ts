import type { Entry } from '../../engine/engine';
import { clock } from '../../platform/clock';
import { toEndedRuns, isWell } from './ended-runs';
import { reasonsOf } from './failure-mail';
import { queueMessage } from './waiting-events';
import { connectionOf, runOf, toIso, withText } from './webhook-message';

/** Has webhooks told of runs that ended well or failed; those that somebody stopped are none of both. */
export function queueRunEnds(entries: readonly Entry[], properties: Readonly<Record<string, string>>): void {
  for (const run of toEndedRuns(entries, properties)) {
    const well = isWell(run);
    if (well === null) continue;
    const word = well ? 'completed' : 'failed';
    const ended = { connection: connectionOf(run.subject), run: runOf(run) };
    const message = {
      // The same when a run that was killed is told twice.
      id: `msg_${ended.run.id}_${word}`,
      type: `sync.${word}`,
      timestamp: toIso(clock.now()),
      data: ended,
    } as const;
    queueMessage(withText(message, reasonsOf(run).join(' ')), properties);
  }
}
