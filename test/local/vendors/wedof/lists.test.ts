import { toText } from '../../../../local/vendors/json';
import { ask, listOf, vendorOf } from '../ask';

const wedof = vendorOf('wedof', { folders: 260, longNote: false });
const ids = (target: string): unknown[] => listOf(wedof, target).map(({ externalId }) => externalId);
const status = (target: string): number => ask(wedof, target).status;

describe('pages', () => {
  test('a list is a bare array whose headers tell its place', () => {
    const { body, headers } = ask(wedof, '/api/registrationFolders?limit=50&page=2');
    expect(JSON.parse(body)).toHaveLength(50);
    expect(headers).toMatchObject({ 'x-total-count': '260', 'x-current-page': '2', 'x-item-per-page': '50' });
  });

  test('a limit above 100 is cut to 100, and the header says so', () => {
    const { body, headers } = ask(wedof, '/api/registrationFolders?limit=1000');
    expect(JSON.parse(body)).toHaveLength(100);
    expect(headers?.['x-item-per-page']).toBe('100');
  });

  test('without limit a page has 100 records', () => {
    expect(listOf(wedof, '/api/registrationFolders')).toHaveLength(100);
  });

  test('the last page is short and the one after it empty', () => {
    expect(listOf(wedof, '/api/registrationFolders?page=3')).toHaveLength(60);
    expect(listOf(wedof, '/api/registrationFolders?page=4')).toEqual([]);
  });

  test.each(['page=0', 'page=-1', 'limit=0', 'limit=abc', 'limit=1.5'])('%s answers 400', (query) => {
    expect(status(`/api/registrationFolders?${query}`)).toBe(400);
  });

  test('headers can be switched off', () => {
    const bare = vendorOf('wedof', { folders: 5, pagingHeaders: false });
    expect(ask(bare, '/api/registrationFolders').headers).toEqual({});
  });
});

describe('order', () => {
  const all = (query: string): unknown[] =>
    [1, 2, 3].flatMap((page) => ids(`/api/registrationFolders?${query}&page=${toText(page)}`));

  test('sort=id walks every folder once, in both directions', () => {
    const ascending = all('sort=id&order=asc');
    expect(new Set(ascending).size).toBe(260);
    expect(all('sort=id')).toEqual([...ascending].reverse());
  });

  test('without sort the folders last touched by their source come first', () => {
    const dates = listOf(wedof, '/api/registrationFolders').map(({ lastUpdate }) => toText(lastUpdate));
    expect(dates).toEqual([...dates].sort().reverse());
  });

  test('folders with the same lastUpdate change places between pages, so that a walk repeats some', () => {
    const seen: unknown[] = [];
    for (let page = 1; page <= 87; page++) seen.push(...ids(`/api/registrationFolders?limit=3&page=${toText(page)}`));
    expect(seen).toHaveLength(260);
    expect(new Set(seen).size).toBeLessThan(260);
  });

  test.each([
    'sort=updatedOn',
    'order=up',
    'state=serviceDone',
    'billingState=late',
    'filterOnStateDate=updated',
    'period=ever',
  ])('%s is not a word of the API and answers 400 with the parameter at fault', (query) => {
    const { body } = ask(wedof, `/api/registrationFolders?${query}`);
    expect(status(`/api/registrationFolders?${query}`)).toBe(400);
    expect(JSON.parse(body)).toMatchObject({ violations: [{ propertyPath: query.split('=')[0] }] });
  });
});

describe('filters', () => {
  test('a comma list takes any of its words, and all takes everything', () => {
    const states = (query: string): Set<unknown> =>
      new Set(listOf(wedof, `/api/registrationFolders?${query}`).map((r) => r.state));
    expect(states('state=accepted,inTraining')).toEqual(new Set(['accepted', 'inTraining']));
    expect(states('state=all').size).toBeGreaterThan(4);
  });

  test('type and billingState narrow the list together', () => {
    const found = listOf(wedof, '/api/registrationFolders?type=cpf&billingState=paid');
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ type, billingState }) => type === 'cpf' && billingState === 'paid')).toBe(true);
  });

  const since = encodeURIComponent('2026-01-01T00:00:00+01:00');
  const until = encodeURIComponent('2026-02-01T00:00:00+01:00');

  test('since and until bound the chosen date, with period=custom', () => {
    const query = `period=custom&filterOnStateDate=updatedOn&since=${since}&until=${until}`;
    const dates = listOf(wedof, `/api/registrationFolders?${query}`).map(({ updatedOn }) => toText(updatedOn));
    expect(dates.length).toBeGreaterThan(0);
    expect(dates.every((date) => date >= '2025-12-31T23:00:00' && date <= '2026-01-31T23:00:00.000Z')).toBe(true);
  });

  test('without period=custom they are not honoured', () => {
    const { headers } = ask(wedof, `/api/registrationFolders?filterOnStateDate=updatedOn&since=${since}`);
    expect(headers?.['x-total-count']).toBe('260');
  });

  test('without filterOnStateDate they bound lastUpdate', () => {
    const dates = listOf(wedof, `/api/registrationFolders?period=custom&since=${since}`).map((r) =>
      toText(r.lastUpdate),
    );
    expect(dates.every((date) => date >= '2025-12-31T23:00:00')).toBe(true);
  });

  test('they bound dates of the history and of the session too', () => {
    const query = `period=custom&filterOnStateDate=sessionStartDate&since=${since}&until=${until}`;
    const found = listOf(wedof, `/api/registrationFolders?${query}`);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(100);
  });

  test.each(['2026-01-01T00:00:00Z', '2026-01-01', '2026-01-01T00:00:00.000+01:00', '1767225600'])(
    'since=%s lacks what the API asks of a date and answers 400',
    (text) => {
      expect(status(`/api/registrationFolders?period=custom&since=${encodeURIComponent(text)}`)).toBe(400);
    },
  );

  test('an unescaped plus sign answers 400', () => {
    expect(status('/api/registrationFolders?period=custom&since=2026-01-01T00:00:00+01:00')).toBe(400);
  });

  test('an update moves updatedOn always and lastUpdate every second time', () => {
    const fresh = vendorOf('wedof', { folders: 100 });
    const folders = fresh.kinds.registrationFolders;
    folders?.update({ count: 10 }, undefined, Date.parse('2026-03-02T10:00:00Z'), false);
    const at = encodeURIComponent('2026-03-02T10:00:00+00:00');
    const count = (date: string): unknown =>
      ask(fresh, `/api/registrationFolders?period=custom&filterOnStateDate=${date}&since=${at}`).headers?.[
        'x-total-count'
      ];
    expect([count('updatedOn'), count('lastUpdate')]).toEqual(['10', '5']);
  });

  test('a silent update changes a record and no date', () => {
    const fresh = vendorOf('wedof', { folders: 20 });
    const before = fresh.kinds.registrationFolders?.records(0, 20) ?? [];
    const [key] = fresh.kinds.registrationFolders?.update({ count: 1 }, { notes: 'x' }, 0, true) ?? [];
    const changed = before.findIndex(({ externalId }) => externalId === key);
    expect(fresh.kinds.registrationFolders?.records(changed, changed + 1)).toEqual([
      { ...before[changed], notes: 'x' },
    ]);
  });
});

describe('certification folders', () => {
  test('they have their own sorts and dates', () => {
    expect(status('/api/certificationFolders?sort=lastUpdate')).toBe(400);
    const since = encodeURIComponent('2026-01-01T00:00:00+00:00');
    const query = `sort=id&order=asc&period=custom&filterOnStateDate=updatedOn&since=${since}`;
    const found = listOf(wedof, `/api/certificationFolders?${query}`);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ updatedOn }) => toText(updatedOn) >= '2026-01-01')).toBe(true);
  });
});
