import type { Account } from '../../../local/apps-script/account';
import { createAccount } from '../../../local/apps-script/machine';
import { createMachinePeople, type MachinePeople } from '../../../local/apps-script/people/machine-people';
import { addTab } from '../../../local/apps-script/spreadsheet/tabs';
import { createUserHands, type UserHands } from '../../../local/apps-script/spreadsheet/user-hands';
import type { Tab, Workbook } from '../../../local/apps-script/spreadsheet/workbook';
import { FIELDS } from '../../../src/contacts/fields';
import type { SyncRequest, SyncSettings } from '../../../src/contacts/settings';
import { readSides, type ContactsSync } from '../../../src/contacts/sides';
import { syncContacts, type SyncResult } from '../../../src/contacts/sync-contacts';
import { clock } from '../../../src/platform/clock';
import { openPeople } from '../../../src/platform/people';
import { documentStore } from '../../../src/platform/property-stores';
import { openWorkbook } from '../../../src/platform/workbook';
import { executeBare, type BareOutcome } from '../bare-services';

/** An account whose spreadsheet has a tab of clients of the user's own, and whose Google Contacts have a label for them. */
export interface World {
  readonly account: Account;
  readonly people: MachinePeople;
  readonly workbook: Workbook;
  readonly hands: UserHands;
  readonly label: string;
  /**
   * Marks that contacts have by the user's doing, as texts of key and mark: one came out of the trash, another was merged into
   * a contact. A sync may have made another contact for the same client before, and may after.
   */
  readonly excused: Set<string>;
  /** How many ids the sync, and the user, have given out. */
  readonly given: { ids: number; marks: number };
}

export const TAB = 'Clients';
/** A column of the user's own, in which each row has a name that tells it from all others. */
export const OWN = 'Réf';

export function createWorld(): World {
  const account = createAccount({ startAt: Date.parse('2026-11-20T09:00:00Z') });
  const [workbook] = account.documents.workbooks.values();
  if (!workbook) throw new Error('The account has no spreadsheet.');
  const people = createMachinePeople(account);
  const tab = addTab(workbook, TAB, 1, 12, FIELDS.length + 1);
  tab.grid.writeValues(0, 0, [OWN, ...FIELDS]);
  tab.frozenRows = 1;
  return {
    ...{ account, people, workbook, hands: createUserHands(workbook, () => account.state.now) },
    ...{ label: people.addGroup(TAB), excused: new Set(), given: { ids: 0, marks: 0 } },
  };
}

export function clientsTab({ workbook }: World): Tab {
  const tab = workbook.tabs.find(({ name }) => name === TAB);
  if (!tab) throw new Error('The tab of clients is gone.');
  return tab;
}

/** How a sync is run. */
export interface Running {
  readonly direction?: SyncSettings['direction'];
  readonly tie?: SyncSettings['tie'];
  readonly request?: SyncRequest;
}

/** One execution of the sync. */
export function sync(world: World, running: Running = {}): BareOutcome<SyncResult> {
  return executeBare(world.account, () =>
    syncContacts(open(world, running), running.request ?? {}, clock.now(), () => undefined),
  );
}

/** What a sync would do now. */
export function plan(world: World): ReturnType<typeof readSides>['plan'] {
  const outcome = executeBare(world.account, () => readSides(open(world, {}), { force: true }, 'dry').plan);
  if (outcome.status !== 'done') throw outcome.status === 'failed' ? outcome.error : new Error(outcome.reason);
  return outcome.value;
}

function open({ label, given }: World, { direction = 'both', tie = 'sheet' }: Running): ContactsSync {
  return {
    ...{ workbook: openWorkbook(), people: openPeople(), store: documentStore(), clock, language: 'fr' },
    settings: { label: { name: TAB, ref: label }, direction, tie },
    deadline: clock.now() + EXECUTION_MS,
    onLabel: () => undefined,
    newId: () => `id${(given.ids += 1)}`,
  };
}

const EXECUTION_MS = 355_000;
