import { isJsonObject, type JsonObject, toText } from '../../../../local/vendors/json';
import { ask, listOf, vendorOf } from '../ask';

const wedof = vendorOf('wedof', { folders: 120, longNote: false });
const status = (target: string): number => ask(wedof, target).status;
const hrefOf = (record: JsonObject | undefined, name: string): string => {
  const link = isJsonObject(record?._links) ? record._links[name] : undefined;
  return isJsonObject(link) ? toText(link.href) : '';
};

test('the owner of the key names the organism, whose users can be listed', () => {
  const me = JSON.parse(ask(wedof, '/api/users/me').body) as { _links: { mainOrganism: { siret: string } } };
  const { siret } = me._links.mainOrganism;
  expect(listOf(wedof, `/api/users?siret=${siret}`).length).toBeGreaterThan(1);
  expect(JSON.parse(ask(wedof, '/api/organisms/me').body)).toMatchObject({ siret });
  expect(status('/api/users')).toBe(400);
  expect(status('/api/users?siret=99999999999999')).toBe(403);
});

test.each([
  ['/api/organisms', 404],
  ['/api/evaluations', 404],
  ['/api/activities', 404],
  ['/api/payments', 400],
  ['/api/proposals', 404],
  ['/api/trainings', 200],
  ['/api/trainingActions', 200],
  ['/api/sessions', 200],
  ['/api/attendees', 200],
  ['/api/invoices', 200],
  ['/api/surveys', 200],
  ['/api/attendees/nobody%40example.test', 404],
  ['/api/sessions/unknown', 404],
  ['/api/activities/registrationFolders/1', 404],
  ['/api/registrationFolders/%E0%A4%A', 400],
  ['/apix', 404],
])('%s answers %i', (target, expected) => {
  expect(status(target)).toBe(expected);
});

test('a list that refuses leaves the single records of its kind alone', () => {
  const account = vendorOf('wedof', { folders: 20 });
  const [session] = listOf(account, '/api/sessions?limit=1');
  account.statuses.set('sessions', 405);
  expect(ask(account, '/api/sessions').status).toBe(405);
  expect(ask(account, hrefOf(session, 'self')).status).toBe(200);
});

test('a list that no account was seen to have can be opened', () => {
  const account = vendorOf('wedof', { folders: 20 });
  for (const name of ['evaluations', 'barePayments', 'bareActivities']) account.statuses.set(name, 200);
  expect(listOf(account, '/api/evaluations').length).toBeGreaterThan(0);
  expect(listOf(account, '/api/payments').length).toBe(account.kinds.payments?.size());
  expect(listOf(account, '/api/activities').length).toBe(account.kinds.activities?.size());
});

describe('activities', () => {
  const [folder] = listOf(wedof, '/api/certificationFolders?limit=1&sort=id&order=asc');

  test('those of a certification folder are found by the link alone', () => {
    const link = hrefOf(folder, 'activities');
    expect(status(link)).toBe(200);
    for (const guess of [folder?.id, folder?.externalId]) {
      expect(status(`/api/activities/CertificationFolder/${toText(guess)}`)).toBe(404);
    }
  });

  test('walking all folders finds every activity, and each id once', () => {
    const links = ['registrationFolders', 'certificationFolders'].flatMap((kind) =>
      (wedof.kinds[kind]?.records(0, Infinity) ?? []).map((record) => hrefOf(record, 'activities')),
    );
    const ids = links.flatMap((link) => listOf(wedof, link).map(({ id }) => id));
    expect(ids).toEqual((wedof.kinds.activities?.records(0, Infinity) ?? []).map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('state tells under which path each is served', () => {
    const [path] = wedof.kinds.activities?.parents?.(0, 1) ?? [];
    expect(listOf(wedof, toText(path))).toEqual(
      JSON.parse(JSON.stringify(wedof.kinds.activities?.records(0, listOf(wedof, toText(path)).length))),
    );
  });
});

describe('payments', () => {
  test('only folders whose deposit or bill has begun have some', () => {
    for (const record of wedof.kinds.registrationFolders?.records(0, Infinity) ?? []) {
      const expected = ['depositWait', 'depositPaid', 'billed', 'paid'].includes(toText(record.billingState));
      expect(listOf(wedof, hrefOf(record, 'payments')).length > 0).toBe(expected);
    }
  });

  test('a payment can be changed, added and removed', () => {
    const payments = vendorOf('wedof', { folders: 40 }).kinds.payments;
    const before = payments?.size() ?? 0;
    const [changed] = payments?.update({ count: 1 }, { amount: 1 }, 0, true) ?? [];
    expect(payments?.records(0, Infinity).find(({ id }) => toText(id) === changed)).toMatchObject({ amount: 1 });
    payments?.create(2, undefined, 0);
    payments?.remove({ keys: [toText(changed)] });
    expect(payments?.size()).toBe(before + 1);
    expect(payments?.records(0, Infinity).some(({ id }) => toText(id) === changed)).toBe(false);
  });
});

test('working contracts are listed by financer, and all of them only with state=all', () => {
  const all = listOf(wedof, '/api/workingContracts?state=all');
  const two = listOf(wedof, '/api/workingContracts?state=all&financer=opcoCfaAkto,opcoCfaEp');
  expect(all.length).toBeGreaterThan(two.length);
  expect(new Set(two.map(({ financer }) => financer))).toEqual(new Set(['opcoCfaAkto', 'opcoCfaEp']));
  expect(listOf(wedof, '/api/workingContracts').every(({ state }) => state === 'accepted')).toBe(true);
});

test('surveys are listed by state, and read by certification folder', () => {
  const finished = listOf(wedof, '/api/surveys?state=finished');
  expect(finished.length).toBeGreaterThan(0);
  expect(JSON.parse(ask(wedof, hrefOf(finished[0], 'self')).body)).toEqual(finished[0]);
});

test('certifications, partners and reasons are read by their own words', () => {
  expect(listOf(wedof, '/api/certifications/certifInfos/RS5695')).toEqual(['112713']);
  expect(JSON.parse(ask(wedof, '/api/certifications/112713').body)).toMatchObject({ name: 'Tosa' });
  expect(listOf(wedof, '/api/certifications/112713/partners').length).toBe(3);
  expect(listOf(wedof, '/api/registrationFoldersReasons?type=refused')[0]).toHaveProperty('code');
  expect(status('/api/registrationFoldersReasons')).toBe(400);
});

test('a removed folder is gone from every list, and its attendee stays', () => {
  const account = vendorOf('wedof', { folders: 30 });
  const [key] = account.kinds.registrationFolders?.remove({ count: 1 }) ?? [];
  expect(ask(account, `/api/registrationFolders/${toText(key)}`).status).toBe(404);
  expect(ask(account, '/api/registrationFolders').headers?.['x-total-count']).toBe('29');
  expect(listOf(account, `/api/payments?registrationFolderId=${toText(key)}`)).toEqual([]);
  expect(account.kinds.attendees?.size()).toBe(vendorOf('wedof', { folders: 30 }).kinds.attendees?.size());
});
