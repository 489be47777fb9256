import type { Cells } from '../../local/expected/flatten';
import { readKind } from '../../local/expected/read-kind';
import { expectZendesk, zendeskHeaders } from '../../local/expected/zendesk';
import { toText } from '../../local/vendors/json';
import { startVendor, type StartedVendor } from '../../local/vendors/start-vendor';
import { createDesk, later, MONDAY, only, runOf, type Desk } from './desk';

let zendesk: StartedVendor;

beforeAll(async () => {
  zendesk = await startVendor('zendesk', {
    tickets: 120,
    users: 40,
    organizations: 10,
    missingUsers: 0.3,
    now: MONDAY,
  });
});
afterEach(() => zendesk.control({ op: 'reset' }));
afterAll(() => zendesk.stop());

describe('a Zendesk account', () => {
  test('becomes tabs that equal its records cell by cell, without a single formula', async () => {
    const desk = createDesk('zendesk', zendesk);
    const report = desk.sync();

    expect(desk.differences(await expectZendesk(zendesk))).toEqual([]);
    expect(report.tabs.map(({ formulas }) => formulas)).toEqual(report.tabs.map(() => 0));
    expect(report.runs.map(({ status }) => status)).toEqual(report.runs.map(() => 'finished'));
    expect(report.tabs.map(({ stream }) => stream)).not.toContain('satisfaction_ratings');
    expect(desk.machine.leaks).toEqual([]);
    expect(await zendesk.control({ op: 'log' })).toMatchObject({ violations: [] });
  });

  test('is asked for what is new alone, and goes on from there after days without news', async () => {
    const desk = createDesk('zendesk', zendesk);
    desk.sync('tickets');
    for (const days of [1, 2]) {
      await later(desk, zendesk, 24);
      expect([days, runOf(desk.sync('tickets'), 'tickets').read]).toEqual([days, 0]);
    }
    await zendesk.control({ op: 'update', kind: 'tickets', count: 4 });
    await later(desk, zendesk, 1);
    expect(runOf(desk.sync('tickets'), 'tickets')).toMatchObject({ read: 4, inserted: 0, updated: 4 });
    expect(desk.differences(only(await expectZendesk(zendesk), 'tickets'))).toEqual([]);
  });

  test('is enriched with what changed, once or twice or by the system, came and went', async () => {
    const desk = createDesk('zendesk', zendesk);
    desk.sync();
    await later(desk, zendesk, 24);
    const [first = '', second = '', third = '', gone = ''] = await livingTickets(zendesk);
    await zendesk.control({ op: 'update', kind: 'tickets', keys: [first, second] });
    await zendesk.control({ op: 'create', kind: 'tickets', count: 3 });
    await later(desk, zendesk, 1);
    await zendesk.control({ op: 'update', kind: 'tickets', keys: [second] });
    const set = { satisfaction_rating: { score: 'good', id: 4242 } };
    await zendesk.control({ op: 'act', act: 'updateBySystem', value: { keys: [third], set } });
    await zendesk.control({ op: 'remove', kind: 'tickets', keys: [gone] });
    await later(desk, zendesk, 1);

    expect(runOf(desk.sync(), 'tickets')).toMatchObject({ inserted: 3, updated: 3, removed: 1 });
    expect(desk.differences(await expectZendesk(zendesk))).toEqual([]);
  });

  test('keeps deleted tickets as flagged rows where the user wants that, also when Zendesk empties them', async () => {
    const desk = createDesk('zendesk', zendesk);
    const flag = { deleted: 'flag' };
    desk.syncWith(flag, 'tickets');
    const wish = { flagsDeleted: true };
    expect(desk.differences(only(await expectZendesk(zendesk, wish), 'tickets'))).toEqual([]);

    const [gone = ''] = await livingTickets(zendesk);
    await zendesk.control({ op: 'remove', kind: 'tickets', keys: [gone] });
    await later(desk, zendesk, 31 * 24);
    await zendesk.control({ op: 'update', kind: 'tickets', count: 1 });
    await later(desk, zendesk, 1);
    desk.syncWith(flag, 'tickets');
    expect(desk.differences(only(await expectZendesk(zendesk, wish), 'tickets'))).toEqual([]);
    expect(rowsOf(desk).find(({ ticket_id: id }) => id === `t:${gone}`)).toMatchObject({
      subject: 't:SCRUBBED',
      is_deleted: 'b:true',
    });
  });
});

describe('what is renamed in Zendesk', () => {
  test('reaches the rows of tickets that are not sent again, when the user asks for it', async () => {
    const desk = createDesk('zendesk', zendesk);
    desk.sync();
    const headers = await zendeskHeaders(zendesk);
    await later(desk, zendesk, 24);
    for (const kind of ['users', 'organizations', 'groups', 'brands', 'ticket_forms']) {
      await zendesk.control({ op: 'update', kind, count: 2 });
    }
    await renameMotif(zendesk);
    await later(desk, zendesk, 1);
    desk.sync();
    const expected = await expectZendesk(zendesk, { headers });
    expect(desk.differences(only(expected, 'tickets')).length).toBeGreaterThan(0);

    const report = desk.syncInto({ relabel: true });
    expect(desk.differences(expected)).toEqual([]);
    expect(runOf(report, 'tickets')).toMatchObject({ read: 0, inserted: 0 });
    expect(desk.cells('tickets')[0]).toContain('t:Motif');
    expect(desk.cells('tickets')[0]).not.toContain('t:Cause');
  });

  test('reaches them by itself after a week', async () => {
    const desk = createDesk('zendesk', zendesk);
    desk.sync();
    await zendesk.control({ op: 'update', kind: 'groups', count: 3 });
    await later(desk, zendesk, 7 * 24 + 1);
    desk.sync();
    expect(desk.differences(await expectZendesk(zendesk))).toEqual([]);
  });
});

test('tickets go into another spreadsheet, under the name that the user chose', async () => {
  const desk = createDesk('zendesk', zendesk);
  const id = desk.addSpreadsheet();
  const report = desk.syncInto({ spreadsheet: id, tabs: { tickets: 'Base' } });

  expect(report.tabs.find(({ stream }) => stream === 'tickets')?.name).toBe('Base');
  expect(desk.differences(await expectZendesk(zendesk))).toEqual([]);
  expect(desk.hands.tabs()).not.toContain('Base');
});

test('metric sets are read where older accounts send them, beside the tickets', async () => {
  const old = await startVendor('zendesk', {
    tickets: 60,
    users: 20,
    organizations: 5,
    metricSets: 'topLevel',
    now: MONDAY,
  });
  const desk = createDesk('zendesk', old);
  desk.sync('tickets');
  expect(desk.differences(only(await expectZendesk(old), 'tickets'))).toEqual([]);
  await old.stop();
});

/** The rows of the tab of tickets by header. */
function rowsOf(desk: Desk): readonly Cells[] {
  const [header = [], ...rows] = desk.cells('tickets');
  return rows.map((cells) => Object.fromEntries(header.map((name, column) => [name.slice(2), cells[column] ?? ''])));
}

/** The keys of tickets that are not deleted. */
async function livingTickets(vendor: StartedVendor): Promise<readonly string[]> {
  const { records } = await readKind(vendor, 'tickets');
  return records.filter(({ status }) => status !== 'deleted').map(({ id }) => toText(id));
}

/** The field `Motif` gets another title, and other labels for its options. */
async function renameMotif(vendor: StartedVendor): Promise<void> {
  const { records } = await readKind(vendor, 'ticket_fields');
  const field = records.find(({ title }) => title === 'Motif');
  const options = (field?.custom_field_options ?? []) as readonly Cells[];
  const set = {
    title: 'Cause',
    custom_field_options: options.map((option) => ({ ...option, name: `${option.name ?? ''} !` })),
  };
  await vendor.control({ op: 'update', kind: 'ticket_fields', keys: [toText(field?.id)], set });
}
