import { UnavailableError } from '../../../src/core/errors';
import { readPass } from '../../fixtures/read-pass';
import { createTestApi } from '../../fixtures/test-api';
import { createLiveWedof, vendorKeys, wedofStream } from '../../fixtures/wedof';

test.each([
  ['trainings', 'externalId'],
  ['surveys', 'id'],
  ['workingContracts', 'id'],
])('all %s are read', (kind, key) => {
  const system = createLiveWedof();
  const pass = readPass(wedofStream(kind), system.api);
  expect([...pass.table.keys()].sort()).toEqual([...vendorKeys(system, kind, key)].sort());
  expect(pass.pages.every((page) => page.complete === true)).toBe(true);
});

test('working contracts are asked for all funders, in every state', () => {
  const system = createLiveWedof();
  readPass(wedofStream('workingContracts'), system.api);
  expect(system.asked()[0]).toMatch(/financer=(opcoCfa\w+,){10}opcoCfa\w+&state=all/);
});

test('evaluations are unavailable on accounts without them', () => {
  expect(() => readPass(wedofStream('evaluations'), createLiveWedof().api)).toThrow(UnavailableError);
});

test('evaluations are read, fields unknown before included, where they exist', () => {
  const { api } = createTestApi([{ text: '[{"id":1,"score":{"global":4.5}}]', headers: { 'x-total-count': '1' } }]);
  expect(readPass(wedofStream('evaluations'), api).rows).toEqual([{ id: 1, 'score.global': 4.5 }]);
});

test('users are those of the owner’s organism', () => {
  const system = createLiveWedof();
  const pass = readPass(wedofStream('users'), system.api);
  expect(pass.rows.map((row) => row.email)).toEqual(vendorKeys(system, 'users', 'email'));
  expect(system.asked()).toEqual(['/users/me', '/users?siret=12345678900011&page=1&limit=100']);
});

test('where the list of users is closed, the owner stands alone', () => {
  const system = createLiveWedof();
  system.control({ op: 'refuse', kind: 'users', status: 403 });
  expect(readPass(wedofStream('users'), system.api).rows).toEqual([
    expect.objectContaining({ email: 'claire@of-exemple.test' }),
  ]);
});

test('an owner without an organism stands alone, in one request', () => {
  const { api, requests } = createTestApi([{ text: '{"name":"Zoé","email":"zoe@of.test"}' }]);
  expect(readPass(wedofStream('users'), api).rows).toEqual([{ name: 'Zoé', email: 'zoe@of.test' }]);
  expect(requests).toHaveLength(1);
});

test('the account’s own organism is one row', () => {
  const { rows } = readPass(wedofStream('organisms'), createLiveWedof().api);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ siret: '12345678900011' });
});

test('a record without its natural key is known by another id, one without any is left out and counted', () => {
  const text = '[{"externalId":"A"},{"id":7,"externalId":null},{"title":"nobody"}]';
  const { api } = createTestApi([{ text, headers: { 'x-total-count': '3' } }]);
  const { rows, pages } = readPass(wedofStream('trainings'), api);
  expect(rows.map((row) => row.externalId)).toEqual(['A', '7']);
  expect(pages[0]?.note?.en).toContain('1 record(s) without an id');
});

test('social security and bank account numbers never appear, at any depth', () => {
  const record = {
    id: 1,
    employee: { nir: '1850575', NIR: '1850575', firstName: 'Ana' },
    employerIban: 'FR7630006',
    accounts: [{ iban: 'FR7630006', bank: 'B' }],
  };
  const { api } = createTestApi([{ text: JSON.stringify([record]), headers: { 'x-total-count': '1' } }]);
  expect(readPass(wedofStream('workingContracts'), api).rows).toEqual([
    { id: 1, 'employee.firstName': 'Ana', accounts: '[{"bank":"B"}]' },
  ]);
});
