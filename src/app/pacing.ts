import { parseJson } from '../core/parse-json';
import type { Pacing, Sent } from '../http/with-pace';
import { documentStore } from '../platform/property-stores';

/** When a connection's latest requests were sent: with the document, because the system counts everybody's. */
export function openPacing(connectionId: string): Pacing {
  const name = PREFIX + connectionId;
  return {
    read: () => (parseJson(documentStore().get(name)) ?? {}) as Sent,
    write: (sent) => {
      documentStore().set(name, JSON.stringify(sent));
    },
  };
}

const PREFIX = 'pace.';
