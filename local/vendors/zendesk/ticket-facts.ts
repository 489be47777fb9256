import { chanceOf, createdAt, DAY, toSeconds, type Account, type Placed } from './account';

/** What a ticket is ordered and filtered by; instants are whole seconds, `at` is the generated timestamp. */
export interface TicketFacts extends Placed {
  readonly createdAt: number;
  readonly supportType: 'agent' | 'ai_agent';
  updatedAt: number;
  status: string;
  /** 0 while it is not deleted. */
  deletedAt: number;
}

/** How long after its deletion a ticket is emptied of everything personal, and exported once more. */
export const SCRUBBED_AFTER = 30 * DAY;

/** The facts of a ticket of the start, or of one that is created at `now` (milliseconds). */
export function ticketFacts(account: Account, index: number, now?: number): TicketFacts {
  const id = index + 1;
  const supportType = index % 17 === 5 ? 'ai_agent' : 'agent';
  if (now !== undefined) {
    const at = toSeconds(now);
    return { id, at, createdAt: at, updatedAt: at, supportType, status: 'new', deletedAt: 0 };
  }
  const chance = chanceOf(account, 'ticket facts', index);
  const created = createdAt(account, index, account.tickets);
  const isBulk = index % 97 < 8;
  const updatedAt = isBulk
    ? Math.min(createdAt(account, index - (index % 97) + 8, account.tickets) + DAY, account.today - 1)
    : Math.min(created + chance.int(60, 40 * DAY), account.today - chance.int(10, 3600));
  const status = index % 29 === 13 ? 'deleted' : seededStatus(account.today - updatedAt, chance.next());
  const deletedAt = status === 'deleted' ? updatedAt : 0;
  // Zendesk's own updates come a few seconds after those of people and leave updated_at as it is.
  const generated = updatedAt + (isBulk || chance.chance(0.54) ? 0 : chance.int(1, 5));
  const isScrubbed = deletedAt > 0 && deletedAt + SCRUBBED_AFTER <= account.today;
  const at = isScrubbed ? deletedAt + SCRUBBED_AFTER : generated;
  return { id, at, createdAt: Math.min(created, updatedAt), updatedAt, supportType, status, deletedAt };
}

/** Records a change made by somebody, which may also have deleted the ticket or brought it back. */
export function stampTicket(facts: TicketFacts, now: number): void {
  facts.at = toSeconds(now);
  facts.updatedAt = facts.at;
  if (facts.status !== 'deleted') facts.deletedAt = 0;
  else if (facts.deletedAt === 0) facts.deletedAt = facts.at;
}

/** Whether nothing but the ticket's bones is left. */
export function isScrubbed({ status, deletedAt, at }: TicketFacts): boolean {
  return status === 'deleted' && deletedAt > 0 && at >= deletedAt + SCRUBBED_AFTER;
}

/** Tickets are closed four weeks after they were solved, and archived 120 days after that; a few stay open for ever. */
function seededStatus(age: number, draw: number): string {
  if (draw < 0.02) return 'hold';
  if (age > 28 * DAY) return 'closed';
  if (draw < 0.1) return 'new';
  if (draw < 0.35) return 'open';
  if (draw < 0.5) return 'pending';
  return draw < 0.57 ? 'hold' : 'solved';
}
