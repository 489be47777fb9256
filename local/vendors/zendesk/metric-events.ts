import { Collection } from '../collection';
import { cycle } from '../cycle';
import type { JsonObject } from '../json';
import type { Kind } from '../vendor';
import { createdAt, toIso, type Account, type Placed } from './account';
import { idOf } from './ids';

const STEPS = [
  ['reply_time', 'activate'],
  ['agent_work_time', 'update_status'],
  ['reply_time', 'fulfill'],
  ['requester_wait_time', 'update_status'],
] as const;

export interface MetricEvents extends Kind {
  /** Made when first asked for: there are more of them than of anything else. */
  collection(): Collection<Placed>;
}

/** What the clocks of the tickets of the start went through, four events each; they follow from the tickets alone. */
export function createMetricEvents(account: Account): MetricEvents {
  let made: Collection<Placed> | undefined;
  const collection = (): Collection<Placed> => (made ??= create(account));
  const never = (): never => {
    throw new Error('Metric events follow from tickets and cannot be changed');
  };
  return {
    collection,
    size: () => account.tickets * STEPS.length,
    records: (from, to) => collection().records(from, to),
    update: never,
    create: never,
    remove: never,
  };
}

function create(account: Account): Collection<Placed> {
  return new Collection<Placed>({
    size: account.tickets * STEPS.length,
    facts: (index) => {
      const ticket = Math.floor(index / STEPS.length);
      const created = createdAt(account, ticket, account.tickets);
      const later = (index % STEPS.length) * (1800 + (ticket % 7) * 600);
      return { id: idOf.event(index), at: Math.min(created + later, account.today - 1) };
    },
    key: ({ facts }) => String(facts.id),
    build: ({ index, facts }) => event(index, facts),
    edit: () => ({}),
  });
}

function event(index: number, { id, at }: Placed): JsonObject {
  const [metric, type] = cycle(STEPS, index);
  const minutes = index % 500;
  return {
    id,
    ticket_id: Math.floor(index / STEPS.length) + 1,
    metric,
    instance_id: 1,
    type,
    time: toIso(at),
    ...(type === 'update_status' ? { status: { calendar: minutes, business: Math.floor(minutes / 3) } } : {}),
  };
}
