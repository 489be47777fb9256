import type { Words } from '../../core/model';
import { clock } from '../../platform/clock';
import { documentStore } from '../../platform/property-stores';
import { say } from '../words';
import type { AlertSubject } from './alert-subject';
import { queueMessage } from './waiting-events';
import { connectionOf, toIso, withText } from './webhook-message';

/** Has webhooks told that a connection's system does not answer, or refuses; to be called once, when that begins. */
export function noteUnhealthy(connection: Omit<AlertSubject, 'owner'>, message: Words): void {
  const now = clock.now();
  const told = {
    id: `msg_${connection.id}-${now.toString(36)}_unhealthy`,
    type: 'connection.unhealthy',
    timestamp: toIso(now),
    data: { connection: connectionOf(connection) },
  } as const;
  queueMessage(withText(told, say(message)), documentStore().all());
}
