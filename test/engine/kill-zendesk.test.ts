import { createUserDrive } from '../../local/apps-script/drive/user-drive';
import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { Outcome } from '../../local/apps-script/outcome';
import type { Project } from '../../local/apps-script/project';
import { createDocuments } from '../../local/apps-script/spreadsheet/documents';
import { loadWorkbook, saveWorkbook } from '../../local/apps-script/spreadsheet/saved';
import { createUserHands, type UserHands } from '../../local/apps-script/spreadsheet/user-hands';
import { readKind } from '../../local/expected/read-kind';
import { toText, type JsonObject } from '../../local/vendors/json';
import { startVendor, type StartedVendor } from '../../local/vendors/start-vendor';
import type { ConnectionView, Result, RunView } from '../../src/app/rpc';
import { bundle } from '../bundle';

/** Larger pages come too late: an import halves its pages five times and comes in two. */
const ACCOUNT = {
  tickets: 34,
  users: 8,
  organizations: 6,
  customFields: 2,
  longText: false,
  slowAbove: 31,
  rateLimits: false,
} as const;
const MONDAY = '2026-03-02T08:00:00Z';
const HOUR = 3_600_000;
const DRAFT = {
  connector: 'zendesk',
  settings: {
    subdomain: 'acme',
    clientId: 'sync',
    clientSecret: 'local-zendesk-secret',
    columns: 'subject, status, requester_id, requester_name, created_date, Motif',
  },
};

let project: Project;
let vendors: readonly StartedVendor[] = [];
/** What waits for an import, by which import it is. */
const waiting: Record<string, Waiting> = {};

beforeAll(async () => {
  const account = (): Promise<StartedVendor> => startVendor('zendesk', { ...ACCOUNT, now: MONDAY });
  const [built, ...started] = await Promise.all([bundle('src/main.ts'), account(), account()]);
  [project, vendors] = [built, started];
  waiting.first = { vendor: started[0], lab: createLab(started[0], 'groups') };
  waiting.second = { vendor: started[1], lab: await createChangedLab(started[1]) };
});
afterAll(() => Promise.all(vendors.map((vendor) => vendor.stop())));

interface Waiting {
  readonly vendor: StartedVendor;
  readonly lab: Lab;
}

/** A spreadsheet that is connected to an account. */
interface Lab {
  readonly machine: Machine;
  readonly hands: UserHands;
  readonly connection: string;
}

function labOn(machine: Machine, connection: string): Lab {
  const [workbook] = machine.documents.workbooks.values();
  if (!workbook) throw new Error('no spreadsheet');
  return { machine, connection, hands: createUserHands(workbook, () => machine.state.now) };
}

/** A lab on which nothing was imported yet, of the tickets and of one list that they refer to. */
function createLab(vendor: StartedVendor, list: string): Lab {
  const machine = createMachine({ startAt: Date.parse(MONDAY), routes: routesTo(vendor) });
  const saved = machine.run(project, 'saveConnection', [{ ...DRAFT, streams: [list, 'tickets'] }]);
  const result = saved.status === 'done' ? (saved.value as Result<ConnectionView>) : null;
  if (!result?.ok) throw new Error(JSON.stringify(saved));
  machine.resetCalls();
  return labOn(machine, result.value.id);
}

/** A lab where all is as in another, but on a machine of its own. */
function copyLab({ machine, connection }: Lab, vendor: StartedVendor): Lab {
  const { state, documents } = machine;
  const [workbook] = [...documents.workbooks.values()].map((each) => loadWorkbook(saveWorkbook(each)));
  const copied = { state: structuredClone(state), documents: createDocuments(workbook ?? null) };
  return labOn(createMachine({ ...copied, routes: routesTo(vendor) }), connection);
}

function routesTo(vendor: StartedVendor): Record<string, string> {
  return { 'https://acme.zendesk.com': vendor.url };
}

/** Syncs and lets triggers fire until nothing is left to do; after a kill that ended the run, starts again. */
function settle({ machine, connection }: Lab): void {
  const sync = (): void => {
    machine.run(project, 'runNow', [[connection]]);
    for (let hours = 0; machine.state.triggers.length > 0; hours += 1) {
      if (hours > 48) throw new Error('triggers keep firing for two days');
      machine.advance(HOUR);
    }
  };
  sync();
  if (!machine.executions.some(hasFinished)) sync();
}

/** Whether an execution came to the end of a run. */
function hasFinished(outcome: Outcome): boolean {
  if (outcome.status !== 'done') return false;
  // The bundle's own contract, in another realm.
  const value = outcome.value as Result<RunView> | RunView;
  const view = 'ok' in value ? (value.ok ? value.value : null) : value;
  return view?.state === 'finished' && view.entries.length > 0;
}

/** The lines of the history that tell of a failure. */
function failures({ hands }: Lab): readonly (readonly unknown[])[] {
  return hands.rows('Historique').filter((row) => row.includes('en échec'));
}

/** What the spreadsheet and the drive hold. */
interface Contents {
  readonly tabs: Readonly<Record<string, unknown>>;
  readonly file: string;
  /** How many files there are of its name. */
  readonly files: number;
}

function contents({ hands, machine }: Lab): Contents {
  const tabs = hands.tabs().filter((name) => name !== 'Historique');
  const drive = createUserDrive(machine.state);
  return {
    tabs: Object.fromEntries(tabs.map((name) => [name, hands.rows(name)])),
    file: Buffer.from(drive.read('exports', 'tickets_all.csv') ?? []).toString('utf8'),
    files: drive.ids('exports', 'tickets_all.csv').length,
  };
}

/** After a first import, with a column of the user's, and changes of all kinds waiting. */
async function createChangedLab(vendor: StartedVendor): Promise<Lab> {
  const lab = createLab(vendor, 'ticket_fields');
  settle(lab);
  lab.hands.insertColumn('Tickets', 2);
  lab.hands.type('Tickets', 'B1', 'Mine');
  lab.hands.type('Tickets', 'B3', 'second');
  lab.machine.advance(24 * HOUR);
  lab.machine.resetCalls();
  await changeAccount(vendor, lab.machine.state.now);
  return lab;
}

async function changeAccount(vendor: StartedVendor, now: number): Promise<void> {
  await vendor.control({ op: 'clock', now: new Date(now - HOUR).toISOString() });
  await vendor.control({ op: 'update', kind: 'tickets', keys: ['1', '4', '9'] });
  await vendor.control({ op: 'remove', kind: 'tickets', keys: ['3', '6'] });
  await vendor.control({ op: 'create', kind: 'tickets', count: 3 });
  const { records } = await readKind(vendor, 'ticket_fields');
  const field = records.find(({ title }) => title === 'Motif');
  const options = (field?.custom_field_options ?? []) as readonly JsonObject[];
  const renamed = options.map((option) => ({ ...option, name: `${toText(option.name)} (nouveau)` }));
  const set = { custom_field_options: renamed };
  await vendor.control({ op: 'update', kind: 'ticket_fields', keys: [toText(field?.id)], set });
  await vendor.control({ op: 'clock', now: new Date(now).toISOString() });
}

describe('an import from Zendesk that Google kills', () => {
  // What a kill after a call leaves is what a kill before the next one leaves: one of the two is every place there is.
  it.each([
    ['before', 'first'],
    ['after', 'second'],
  ] as const)(
    'ends with the right tabs, the right file and no trigger left, %s whichever call of the %s import it was',
    (moment, which) => {
      const { lab: prepared, vendor } = waitingFor(which);
      const straight = copyLab(prepared, vendor);
      settle(straight);
      expect(failures(straight)).toEqual([]);
      const expected = contents(straight);
      expect(expected).not.toEqual(contents(prepared));
      expect(expected.files).toBe(1);
      let n = 1;
      for (; ; n += 1) {
        const lab = copyLab(prepared, vendor);
        lab.machine.faults.kill(moment, n);
        settle(lab);
        if (!wasKilled(lab)) break;
        try {
          expect(contents(lab)).toEqual(expected);
        } catch (error) {
          throw new Error(`killed ${moment} call ${String(n)}: ${String(error)}`, { cause: error });
        }
      }
      expect(n).toBeGreaterThan(100);
    },
    120_000,
  );
});

function waitingFor(which: string): Waiting {
  const found = waiting[which];
  if (!found) throw new Error(`Nothing waits for the ${which} import.`);
  return found;
}

function wasKilled({ machine }: Lab): boolean {
  return machine.executions.some(({ status }) => status === 'killed');
}
