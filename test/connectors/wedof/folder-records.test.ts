import { toText } from '../../../local/vendors/json';
import { DataError, UnavailableError } from '../../../src/core/errors';
import { readPage, readPass } from '../../fixtures/read-pass';
import { createTestApi } from '../../fixtures/test-api';
import { createLiveWedof, vendorKeys, wedofStream } from '../../fixtures/wedof';

const DAY = 86_400_000;
const payments = wedofStream('payments');
const activities = wedofStream('activities');
const sessions = wedofStream('sessions');
const invoices = wedofStream('invoices');

test('payments are asked for folder by folder, and name their folder', () => {
  const system = createLiveWedof({ folders: 50 });
  const pass = readPass(payments, system.api);
  expect([...pass.table.keys()].sort()).toEqual([...vendorKeys(system, 'payments', 'id')].sort());
  const folders = vendorKeys(system, 'registrationFolders', 'externalId');
  expect(pass.rows.every((row) => folders.includes(String(row.registrationFolderId)))).toBe(true);
  expect(pass.pages.every((page) => page.complete === true)).toBe(true);
});

test('only folders that may have been paid for are asked', () => {
  const system = createLiveWedof({ folders: 50 });
  readPass(payments, system.api);
  const paidFor = system
    .records('registrationFolders')
    .filter(({ billingState }) => ['depositWait', 'depositPaid', 'billed', 'paid'].includes(toText(billingState)));
  expect(system.asked().filter((path) => path.includes('registrationFolderId='))).toHaveLength(paidFor.length);
});

test('a page takes at most 21 requests', () => {
  const system = createLiveWedof({ folders: 50 });
  let cursor = readPage(activities, system.api, null).cursor;
  expect(system.asked().length).toBeLessThanOrEqual(21);
  cursor = readPage(activities, system.api, cursor).cursor;
  expect(system.asked().length).toBeLessThanOrEqual(21);
  expect(JSON.stringify(cursor).length).toBeLessThan(2000);
});

test('a slow system ends a page early, and the next page goes on with the next folder', () => {
  const straight = readPass(activities, createLiveWedof({ folders: 30 }).api);
  const system = createLiveWedof({ folders: 30 });
  const slow = {
    ...system.api,
    get: (...args: Parameters<typeof system.api.get>) => {
      system.clock.pass(20_000);
      return system.api.get(...args);
    },
  };
  const pass = readPass(activities, slow);
  expect(pass.pages.length).toBeGreaterThan(straight.pages.length * 3);
  expect(pass.rows.map((row) => row.id)).toEqual(straight.rows.map((row) => row.id));
});

test('the next pass only asks for folders that changed', () => {
  const system = createLiveWedof({ folders: 50 });
  const first = readPass(payments, system.api);
  system.clock.pass(DAY);
  system.asked();
  system.control({ op: 'update', kind: 'registrationFolders', count: 2, set: { billingState: 'paid' } });
  const next = readPass(payments, system.api, first.cursor);
  expect(system.asked().filter((path) => path.startsWith('/payments'))).toHaveLength(2);
  expect(next.pages.map((page) => page.complete)).toEqual([false]);
});

test('the bare list of payments is used when it holds some', () => {
  const { api, requests } = createTestApi([{ text: '[{"id":1,"amount":5}]', headers: { 'x-total-count': '1' } }]);
  expect(readPass(payments, api).rows).toEqual([{ id: 1, amount: 5 }]);
  expect(requests).toHaveLength(1);
});

test('a 404 on one folder means that it has no payments', () => {
  const folder = { externalId: 'F1', billingState: 'paid', _links: { payments: { href: '/api/payments?f=1' } } };
  const { api } = createTestApi([
    { status: 400 },
    { text: JSON.stringify([folder, { ...folder, externalId: 'F2' }]), headers: { 'x-total-count': '2' } },
    { status: 404 },
    { text: '[{"id":7}]' },
  ]);
  expect(readPass(payments, api).rows).toEqual([{ id: 7, registrationFolderId: 'F2' }]);
});

test('a 405 on a folder means that the account has no payments', () => {
  const folder = { externalId: 'F1', billingState: 'paid', _links: { payments: { href: '/api/payments?f=1' } } };
  const { api } = createTestApi([{ status: 400 }, { text: JSON.stringify([folder]) }, { status: 405 }]);
  expect(() => readPass(payments, api)).toThrow(UnavailableError);
});

test('a folder that refuses hides nothing of the others, and nothing is swept then', () => {
  const folder = { externalId: 'F1', billingState: 'paid', _links: { payments: { href: '/api/payments?f=1' } } };
  const { api } = createTestApi([
    { status: 400 },
    { text: JSON.stringify([folder, { ...folder, externalId: 'F2' }]), headers: { 'x-total-count': '2' } },
    { status: 403 },
    { text: '[{"id":7}]' },
  ]);
  const { rows, pages } = readPass(payments, api);
  expect(rows).toEqual([{ id: 7, registrationFolderId: 'F2' }]);
  expect(pages.at(-1)).toMatchObject({ complete: false });
  expect(pages.at(-1)?.note?.en).toContain('refuses access to 1 folder');
});

test('three folders that all refuse mean that the account has no payments', () => {
  const folder = { externalId: 'F1', billingState: 'paid', _links: { payments: { href: '/api/payments?f=1' } } };
  const folders = ['F1', 'F2', 'F3'].map((externalId) => ({ ...folder, externalId }));
  const { api } = createTestApi([
    { status: 400 },
    { text: JSON.stringify(folders), headers: { 'x-total-count': '3' } },
    { status: 403 },
    { status: 403 },
    { status: 403 },
  ]);
  expect(() => readPass(payments, api)).toThrow(UnavailableError);
});

test('a list that turns refused is not replaced by what the folders know of it', () => {
  const list = createTestApi([{ text: '[{"id":1,"amount":5}]' }]);
  const { cursor } = readPass(payments, list.api);
  const folder = { externalId: 'F1', billingState: 'paid', _links: { payments: { href: '/api/payments?f=1' } } };
  const { api, requests } = createTestApi([
    { status: 403 },
    { text: JSON.stringify([folder]), headers: { 'x-total-count': '1' } },
    { text: '[{"id":7}]' },
  ]);
  const { pages } = readPass(payments, api, cursor);
  expect(requests[0]?.url).toContain('/payments?page=1');
  expect(pages.every((page) => page.complete === false)).toBe(true);
});

test('when every folder answers 404 the kind is unavailable, not empty', () => {
  const folder = { externalId: 'F1', billingState: 'paid', _links: { payments: { href: '/api/payments?f=1' } } };
  const headers = { 'x-total-count': '1' };
  const { api } = createTestApi([{ status: 404 }, { text: JSON.stringify([folder]), headers }, { status: 404 }]);
  expect(() => readPass(payments, api)).toThrow(UnavailableError);
});

test.each([
  'https://evil.test/api/payments',
  '//evil.test/api/x',
  '/payments',
  '/api/../admin',
  '/api/%2e%2e/admin',
  '/api//evil.test',
  '/api/x\\y',
])('a link to %s is not followed, and said', (href) => {
  const folder = { externalId: 'F1', billingState: 'paid', _links: { payments: { href } } };
  const headers = { 'x-total-count': '1' };
  const { api, requests } = createTestApi([{ status: 404 }, { text: JSON.stringify([folder]), headers }]);
  const { pages } = readPass(payments, api);
  expect(requests).toHaveLength(2);
  expect(pages[0]?.note?.en).toContain('leads outside Wedof');
});

test('activities of both kinds of folders name their folder', () => {
  const system = createLiveWedof({ folders: 40 });
  const pass = readPass(activities, system.api);
  expect([...pass.table.keys()].sort()).toEqual([...vendorKeys(system, 'activities', 'id')].sort());
  const classes = new Set(pass.rows.map((row) => row.entityClass));
  expect(classes).toEqual(new Set(['RegistrationFolder', 'CertificationFolder']));
});

test('when one kind of folder is closed, the other’s activities are read, and nothing may be swept', () => {
  const system = createLiveWedof({ folders: 40 });
  system.control({ op: 'refuse', kind: 'certificationFolders', status: 403 });
  const pass = readPass(activities, system.api);
  expect(new Set(pass.rows.map((row) => row.entityClass))).toEqual(new Set(['RegistrationFolder']));
  expect(pass.pages.some((page) => page.complete === false)).toBe(true);
});

test('when both kinds of folders are closed, activities are unavailable', () => {
  const system = createLiveWedof({ folders: 40 });
  system.control({ op: 'refuse', kind: 'certificationFolders', status: 403 });
  system.control({ op: 'refuse', kind: 'registrationFolders', status: 403 });
  expect(() => readPass(activities, system.api)).toThrow(UnavailableError);
});

test('sessions come from their list where the account has one', () => {
  const system = createLiveWedof({ folders: 50 });
  const pass = readPass(sessions, system.api);
  expect([...pass.table.keys()].sort()).toEqual([...vendorKeys(system, 'sessions', 'externalId')].sort());
  expect(system.asked()).toHaveLength(1);
});

test.each([403, 404, 405])(
  'where the list of sessions answers %i, those of the folders are read once each',
  (status) => {
    const system = createLiveWedof({ folders: 50 });
    system.control({ op: 'refuse', kind: 'sessions', status });
    const pass = readPass(sessions, system.api);
    const known = vendorKeys(system, 'sessions', 'externalId');
    expect(pass.table.size).toBeGreaterThan(1);
    expect([...pass.table.keys()].every((key) => known.includes(key))).toBe(true);
    expect(pass.rows).toHaveLength(pass.table.size);
  },
);

test('a refused list is not tried again before the next full pass', () => {
  const system = createLiveWedof({ folders: 50 });
  system.control({ op: 'refuse', kind: 'sessions', status: 404 });
  const first = readPass(sessions, system.api);
  system.clock.pass(DAY);
  system.asked();
  const next = readPass(sessions, system.api, first.cursor);
  expect(system.asked().some((path) => path.startsWith('/sessions?'))).toBe(false);
  system.clock.pass(7 * DAY);
  readPass(sessions, system.api, next.cursor);
  expect(system.asked().some((path) => path.startsWith('/sessions?'))).toBe(true);
});

test('where there is no list of invoices, each billed folder is one', () => {
  const system = createLiveWedof({ folders: 50 });
  system.control({ op: 'refuse', kind: 'invoices', status: 404 });
  const billed = system.records('registrationFolders').filter(({ billNumber }) => billNumber);
  const { rows, pages } = readPass(invoices, system.api);
  expect(rows.map((row) => row.externalId).sort()).toEqual(billed.map((folder) => folder.externalId).sort());
  const names = invoices.columns.map((column) => column.name);
  expect(rows.every((row) => Object.keys(row).every((name) => names.includes(name)))).toBe(true);
  expect(pages.every((page) => page.complete === true)).toBe(true);
});

test('a list of invoices that the account has is read whole, and may be swept', () => {
  const system = createLiveWedof({ folders: 50 });
  const { rows, pages } = readPass(invoices, system.api);
  expect(rows).toHaveLength(system.records('invoices').length);
  expect(pages.every((page) => page.complete === true)).toBe(true);
});

test('a list that fails for another reason is no refusal', () => {
  const { api } = createTestApi([{ status: 418 }]);
  expect(() => readPass(sessions, api)).toThrow(DataError);
});
