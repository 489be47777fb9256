import type { Json } from './contact-book';
import type { PeopleMethod } from './endpoints';

/** What a call gets instead of its answer. */
export interface PeopleFault {
  /** The HTTP status; without one it is Apps Script that gives up: an `Exception` without details. */
  readonly status?: number;
  readonly message: string;
  /** The reason of the ErrorInfo in its details. */
  readonly reason?: string;
  /** The call is carried out all the same: only its answer is lost. */
  readonly applied?: boolean;
  /** The exception that Apps Script makes of it has no `details`. */
  readonly skipDetails?: boolean;
  /** Virtual milliseconds that the call takes longer. */
  readonly delay?: number;
}

/** What is wrong with a page of a list that arrives. */
export interface PageFault {
  /** It has neither of the tokens. */
  readonly dropToken?: boolean;
  /** It has only so many of its connections. */
  readonly keep?: number;
  /** It lacks the contact of this resource name. */
  readonly miss?: string;
}

/** Faults of the People API to come: each strikes once, whoever's contacts are asked for. */
export interface PeopleFaults {
  /** The n-th call of a method from now on, counted from 1, gets the fault. */
  readonly fail: (method: PeopleMethod, n: number, fault: PeopleFault) => void;
  /** The n-th page of contacts from now on is spoiled. */
  readonly page: (n: number, fault: PageFault) => void;
  /** The fault of the call of a method that takes place now. */
  readonly take: (method: PeopleMethod) => PeopleFault | undefined;
  /** The page as it arrives. */
  readonly spoil: (page: Json) => Json;
  readonly clear: () => void;
}

/** A plan without faults. */
export function createPeopleFaults(): PeopleFaults {
  let planned: { method: PeopleMethod; left: number; fault: PeopleFault }[] = [];
  let pages: { left: number; fault: PageFault }[] = [];
  return {
    fail: (method, n, fault) => void planned.push({ method, left: n, fault }),
    page: (n, fault) => void pages.push({ left: n, fault }),
    take(method) {
      for (const each of planned) if (each.method === method) each.left -= 1;
      const struck = planned.find((each) => each.method === method && each.left <= 0);
      planned = planned.filter((each) => each !== struck);
      return struck?.fault;
    },
    spoil(page) {
      for (const each of pages) each.left -= 1;
      const struck = pages.filter((each) => each.left <= 0);
      pages = pages.filter((each) => each.left > 0);
      return struck.reduce((spoiled, { fault }) => withFault(spoiled, fault), page);
    },
    clear() {
      planned = [];
      pages = [];
    },
  };
}

function withFault(page: Json, { dropToken = false, keep = Infinity, miss }: PageFault): Json {
  const { nextPageToken, nextSyncToken, connections, ...rest } = page;
  const all = Array.isArray(connections) ? (connections as Json[]) : [];
  const kept = all.filter(({ resourceName }) => resourceName !== miss).slice(0, keep);
  const tokens = { ...(nextPageToken ? { nextPageToken } : {}), ...(nextSyncToken ? { nextSyncToken } : {}) };
  return { ...(kept.length > 0 ? { connections: kept } : {}), ...(dropToken ? {} : tokens), ...rest };
}
