import type { Vendor } from '../vendor';
import type { VendorClock } from '../vendor-clock';
import { DAY, toSeconds } from './account';
import { createActs } from './acts';
import { Cursors } from './cursors';
import { Door } from './door';
import { createExportRoutes, type ExportOptions } from './export-routes';
import { createListRoutes } from './list-routes';
import { RateLimits, type RateLimitOptions } from './rate-limits';
import { createRecords } from './records';
import { SignIn, type SignInOptions } from './sign-in';

export interface ZendeskOptions extends SignInOptions, RateLimitOptions, ExportOptions {
  readonly seed: number;
  readonly tickets: number;
  readonly users: number;
  readonly organizations: number;
  /** Active fields that the account defined; one more is inactive. */
  readonly customFields: number;
  /** Whether one ticket's description is longer than a spreadsheet cell holds. */
  readonly longText: boolean;
  /** The role of who signs in: only administrators may export. */
  readonly role: 'admin' | 'agent';
  /** Whether the account's plan has ticket forms; else their list answers 403. */
  readonly forms: boolean;
  /** Whether 403 and 504 come as pages in HTML. */
  readonly htmlErrors: boolean;
  /** Pages of an export with more records than this answer 504; null: none. */
  readonly slowAbove: number | null;
}

const LISTS = [
  ...['tickets', 'users', 'organizations', 'groups', 'brands', 'ticket_forms', 'ticket_fields', 'custom_statuses'],
  ...['satisfaction_ratings', 'ticket_metric_events', 'deleted_tickets', 'search'],
];

/**
 * The Zendesk Support API of the account `acme` as far as it exports tickets, with `/oauth/tokens` beside it. It looks at
 * the time that requests carry (`TIME_HEADER`), or else at the server's clock.
 */
export function createZendesk(options: ZendeskOptions, clock: VendorClock): Vendor {
  const today = Math.floor(toSeconds(clock.now()) / DAY) * DAY;
  const records = createRecords({ ...options, today }, () => clock.now());
  const cursors = new Cursors();
  const signIn = new SignIn(options);
  const statuses = new Map(LISTS.map((list) => [list, list === 'ticket_forms' && !options.forms ? 403 : 200]));
  const door = new Door({
    routes: { ...createExportRoutes(records, cursors, options), ...createListRoutes(records) },
    me: () => ({ ...records.users.records(0, 1)[0], role: options.role }),
    signIn,
    limits: new RateLimits(options),
    statuses,
    options,
    now: () => clock.now(),
  });
  return {
    name: 'zendesk',
    kinds: records.kinds,
    statuses,
    acts: createActs({ tickets: records.tickets, cursors, signIn, door, now: () => clock.now() }),
    answer: (question) => door.answer(question),
  };
}
