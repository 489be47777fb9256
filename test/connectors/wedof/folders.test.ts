import { readPass } from '../../fixtures/read-pass';
import { createTestApi } from '../../fixtures/test-api';
import { createLiveWedof, vendorKeys, wedofStream } from '../../fixtures/wedof';

const folders = wedofStream('registrationFolders');
const DAY = 86_400_000;

test('a first pass reads every folder once, in as many requests as there are pages', () => {
  const system = createLiveWedof();
  const pass = readPass(folders, system.api);
  expect([...pass.table.keys()].sort()).toEqual([...vendorKeys(system, 'registrationFolders', 'externalId')].sort());
  expect(pass.rows).toHaveLength(pass.table.size);
  expect(system.asked()).toEqual(
    [1, 2, 3].map((page) => `/registrationFolders?sort=id&order=asc&page=${page}&limit=100`),
  );
});

test.each([100, 200])('an account of %i folders costs one request to be sure of the end', (count) => {
  const system = createLiveWedof({ folders: count });
  readPass(folders, system.api);
  expect(system.asked()).toHaveLength(count / 100 + 1);
});

test('without paging headers it reads on until a page is shorter', () => {
  const system = createLiveWedof({ pagingHeaders: false });
  expect(readPass(folders, system.api).table.size).toBe(250);
  expect(system.asked()).toHaveLength(3);
});

test('an account of a single page without headers is known to be complete after an empty page', () => {
  const system = createLiveWedof({ folders: 30, pagingHeaders: false });
  expect(readPass(folders, system.api).table.size).toBe(30);
  expect(system.asked()).toHaveLength(2);
});

test('the total is announced', () => {
  const { pages } = readPass(folders, createLiveWedof().api);
  expect(pages.map((page) => page.total)).toEqual([250, 250, 250]);
});

test('the next pass only asks for what changed since the last one began, with a little over two hours of overlap', () => {
  const system = createLiveWedof();
  const first = readPass(folders, system.api);
  system.asked();
  system.clock.pass(2 * DAY);
  const { keys } = system.control({ op: 'update', kind: 'registrationFolders', count: 3 }) as { keys: string[] };
  const second = readPass(folders, system.api, first.cursor);
  expect([...second.table.keys()].sort()).toEqual([...keys].sort());
  expect(system.asked()).toEqual([
    '/registrationFolders?sort=id&order=asc&period=custom&filterOnStateDate=updatedOn' +
      '&since=2026-03-02T06:55:00+00:00&until=2026-03-05T09:00:01+00:00&page=1&limit=100',
  ]);
  expect(second.pages[0]?.whole).toBe(false);
});

test('a pass right after a full one brings nothing', () => {
  const system = createLiveWedof();
  const first = readPass(folders, system.api);
  system.clock.pass(DAY);
  expect(readPass(folders, system.api, first.cursor).rows).toEqual([]);
});

test('what changes while a pass is under way is read by the next pass', () => {
  const system = createLiveWedof();
  const begun = folders.read?.(system.api, null);
  const { keys } = system.control({ op: 'update', kind: 'registrationFolders', count: 5 }) as { keys: string[] };
  system.clock.pass(3 * DAY);
  const rest = readPass(folders, system.api, begun?.cursor);
  const next = readPass(folders, system.api, rest.cursor);
  expect([...next.table.keys()]).toEqual(expect.arrayContaining(keys));
});

test('after a week everything is read again, and the pass says so', () => {
  const system = createLiveWedof();
  const first = readPass(folders, system.api);
  system.clock.pass(7 * DAY);
  const again = readPass(folders, system.api, first.cursor);
  expect(again.table.size).toBe(250);
  expect(again.pages.map((page) => page.whole)).toEqual([true, true, true]);
});

test('a pass that began in full stays so when a week ends in its middle', () => {
  const system = createLiveWedof();
  const begun = folders.read?.(system.api, null);
  system.clock.pass(8 * DAY);
  expect(readPass(folders, system.api, begun?.cursor).pages.map((page) => page.whole)).toEqual([true, true]);
});

test('the server’s own clock dates the next pass', () => {
  const headers = { date: 'Mon, 02 Mar 2026 03:00:00 GMT', 'x-total-count': '1' };
  const { api } = createTestApi([{ text: '[{"externalId":"F1"}]', headers }]);
  expect(readPass(folders, api).cursor.watermark).toBe(Date.parse('2026-03-02T03:00:00Z'));
});

test.each(['insert', 'update', 'remove'] as const)('records that move while being paged (%s) are all read', (what) => {
  const system = createLiveWedof({ folders: 620 });
  system.control({ op: 'moveWhilePaging', kind: 'registrationFolders', everyPages: 1, what });
  const { table } = readPass(folders, system.api);
  system.control({ op: 'moveWhilePaging', kind: 'registrationFolders', everyPages: 0, what });
  const now = vendorKeys(system, 'registrationFolders', 'externalId');
  // One that was added after the last page is for the next pass.
  expect(now.filter((key) => !table.has(key)).length).toBeLessThanOrEqual(what === 'insert' ? 1 : 0);
});

test('cursors stay small', () => {
  expect(readPass(folders, createLiveWedof().api).longestCursor).toBeLessThan(500);
});

test('certification folders are read the same way', () => {
  const system = createLiveWedof();
  const certification = wedofStream('certificationFolders');
  const pass = readPass(certification, system.api);
  expect([...pass.table.keys()].sort()).toEqual([...vendorKeys(system, 'certificationFolders', 'externalId')].sort());
});

test('attendees and organisms come with the folders', () => {
  const system = createLiveWedof();
  const { also } = readPass(folders, system.api);
  const attendees = new Set(also.attendees?.map((row) => String(row.id)));
  expect(attendees.size).toBeGreaterThan(50);
  expect(also.organisms?.map((row) => row.siret)).toContain('12345678900011');
  expect(also.organisms?.every((row) => Object.keys(row).join() === 'siret,name')).toBe(true);
});

test('links that open a personal space are absent unless asked for', () => {
  const rows = readPass(folders, createLiveWedof().api).rows;
  expect(rows.some((row) => 'permalink' in row || 'attendeeLink' in row)).toBe(false);
  expect(/"(?:perma)?link":/.test(JSON.stringify(rows.map((row) => row.files)).replace(/\\/g, ''))).toBe(false);
  const linked = readPass(wedofStream('registrationFolders', true), createLiveWedof().api).rows;
  expect(linked.every((row) => 'permalink' in row)).toBe(true);
  expect(linked.some((row) => String(row.files).includes('"permalink":'))).toBe(true);
});

test('no row holds an address of the API', () => {
  const { rows } = readPass(folders, createLiveWedof().api);
  expect(JSON.stringify(rows).includes('/api/')).toBe(false);
});
