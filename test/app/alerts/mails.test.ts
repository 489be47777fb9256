import type { Project } from '../../../local/apps-script/project';
import type { Mail } from '../../../local/apps-script/state';
import type { AlertsView, Result } from '../../../src/app/rpc';
import { type AddOn, bakery, buildAddOn, openAddOn, SECRET } from '../add-on';
import { later } from './later';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Friday. */
const START = Date.UTC(2026, 10, 20, 9);

let project: Project;
let addOn: AddOn;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  addOn = openAddOn(project, { startAt: START });
  choose({ weekly: false });
});

function choose(more: object): Result<AlertsView> {
  return addOn.call('saveAlerts', { onFailure: true, weekly: true, extra: [], ...more }) as Result<AlertsView>;
}

/** The bakery, synced every morning at 6. */
function daily(more: object = {}): object {
  return { ...bakery(more), schedule: { every: 'day', hour: 6 } };
}

function mails(): readonly Mail[] {
  return addOn.machine.state.mails;
}

function subjects(): string[] {
  return mails().map(({ subject }) => subject);
}

function advanceDays(days: number): void {
  for (let day = 0; day < days; day++) later(addOn.machine, DAY);
}

/** What Google says to the next mails. */
function refuseMails(count: number, message = 'Service invoked too many times for one day: email.'): void {
  addOn.machine.resetCalls();
  for (let call = 1; call <= count; call++) addOn.machine.faults.fail(call, message, { method: 'MailApp.sendEmail' });
}

describe('mails about failures', () => {
  it('are one a streak and one when it works again', () => {
    const { id } = addOn.save(daily({ mood: 'fail' }));
    advanceDays(4);
    expect(subjects()).toEqual(['Sync : échec de « Bakery »']);
    addOn.save({ id, ...daily() });
    advanceDays(2);
    expect(subjects()).toEqual(['Sync : échec de « Bakery »', 'Sync : « Bakery » fonctionne de nouveau']);
    expect(mails()[1]?.body).toContain('Elle avait échoué 4 fois de suite depuis le 2026-11-21 10:00');
  });

  it('are written anew for the next streak', () => {
    const { id } = addOn.save(daily({ mood: 'fail' }));
    advanceDays(1);
    addOn.save({ id, ...daily() });
    advanceDays(1);
    addOn.save({ id, ...daily({ mood: 'fail' }) });
    advanceDays(2);
    expect(subjects()).toHaveLength(3);
  });

  it('say what failed, why, what to do, what comes next and where', () => {
    addOn.save(daily({ mood: 'fail' }));
    advanceDays(1);
    const [mail] = mails();
    expect(mail?.to).toBe('anne@example.com');
    expect(mail?.body).toContain('Clé refusée.');
    expect(mail?.body).toContain('Sync réessaie de lui-même');
    expect(mail?.body).toMatch(/https:\/\/docs\.google\.com\/spreadsheets\/d\/[\w-]+\/edit/);
  });

  it('speak the language of whoever the trigger belongs to', () => {
    addOn = openAddOn(project, { startAt: START, locale: 'en' });
    addOn.save(daily({ mood: 'fail' }));
    advanceDays(1);
    expect(subjects()).toEqual(['Sync: “Bakery” failed']);
    expect(mails()[0]?.body).toContain('Key refused.');
  });

  it('are not written about a run that somebody watched, but at the next one that nobody does', () => {
    const { id } = addOn.save(daily({ mood: 'fail' }));
    addOn.call('runNow', [id]);
    expect(mails()).toEqual([]);
    advanceDays(1);
    expect(mails()).toHaveLength(1);
    expect(mails()[0]?.body).toContain('C’est le 2e échec depuis le 2026-11-20');
  });

  it('are not written at all about streaks that nobody was told of', () => {
    const { id } = addOn.save(bakery({ mood: 'fail' }));
    addOn.call('runNow', [id]);
    addOn.save({ id, ...bakery() });
    addOn.call('runNow', [id]);
    expect(mails()).toEqual([]);
  });

  it('say by hand, too, that it works again', () => {
    const { id } = addOn.save(daily({ mood: 'fail' }));
    advanceDays(1);
    addOn.save({ id, ...daily() });
    addOn.call('runNow', [id]);
    expect(subjects()[1]).toBe('Sync : « Bakery » fonctionne de nouveau');
  });

  it('are not written about somebody who tries a connection that is not theirs', () => {
    const { id } = addOn.save(daily());
    const bob = { person: { email: 'bob@example.com', locale: 'fr' } };
    addOn.machine.run(project, 'runNow', [[id]], bob);
    advanceDays(1);
    expect(mails()).toEqual([]);
    expect(Object.keys(addOn.machine.state.properties.document)).not.toContain(`streak.${id}`);
  });

  it('go to others too, once each', () => {
    choose({ weekly: false, extra: [' marie@example.org ', 'anne@example.com', 'marie@example.org', ''] });
    addOn.save(daily({ mood: 'fail' }));
    advanceDays(1);
    expect(mails().map(({ to }) => to)).toEqual(['anne@example.com,marie@example.org']);
  });

  it('are written about the contacts too', () => {
    const scope = { kind: 'label', name: 'Clients' };
    addOn.call('saveContacts', { scope, direction: 'both', tie: 'sheet', hourly: true, atOnce: false });
    addOn.machine.resetCalls();
    for (let call = 1; call <= 40; call++) {
      addOn.machine.faults.fail(call, 'Request had insufficient authentication scopes.', {
        method: 'People.People.Connections.list',
      });
    }
    for (let hour = 0; hour < 3; hour++) later(addOn.machine, HOUR);
    expect(subjects()).toEqual(['Sync : échec de « Google Contacts »']);
    addOn.machine.faults.clear();
    later(addOn.machine, HOUR);
    expect(subjects()[1]).toBe('Sync : « Google Contacts » fonctionne de nouveau');
  });

  it('are left out when they are switched off', () => {
    choose({ onFailure: false, weekly: false });
    addOn.save(daily({ mood: 'fail' }));
    advanceDays(2);
    expect(mails()).toEqual([]);
  });

  it('hold no secret, and no control character of a title', () => {
    addOn.save({ ...daily({ mood: 'crash' }), title: 'Pain \u202e\u0007 du jour' });
    advanceDays(1);
    const text = JSON.stringify(mails());
    expect(text).toContain('cannot bake with ***');
    expect(text).not.toContain(SECRET);
    expect(subjects()).toEqual(['Sync : échec de « Pain du jour »']);
  });

  it('go to the owner also when Google does not take one of the others', () => {
    choose({ weekly: false, extra: ['marie@example.org'] });
    addOn.save(daily({ mood: 'fail' }));
    refuseMails(1, 'Invalid email: marie@example.org');
    advanceDays(1);
    expect(mails().map(({ to }) => to)).toEqual(['anne@example.com', 'marie@example.org']);
  });
});

describe('a mail that cannot be sent', () => {
  it('is owed until it can, and the sidebar says so', () => {
    addOn.save(daily({ mood: 'fail' }));
    // At the end of the run, and once more in the same call of Google's.
    refuseMails(2);
    advanceDays(1);
    expect(mails()).toEqual([]);
    expect(addOn.call('openAlerts')).toMatchObject({ value: { owed: 1 } });
    later(addOn.machine, HOUR);
    expect(subjects()).toEqual(['Sync : échec de « Bakery »']);
    expect(addOn.call('openAlerts')).toMatchObject({ value: { owed: 0 } });
    advanceDays(2);
    expect(mails()).toHaveLength(1);
  });

  it('leaves the last mails of the day to the person', () => {
    addOn.save(daily({ mood: 'fail' }));
    addOn.machine.state.quotas.email = { since: addOn.machine.state.now + DAY, used: 90 };
    advanceDays(1);
    expect(mails()).toEqual([]);
    advanceDays(1);
    expect(mails()).toHaveLength(1);
  });

  it('is taken back when all works again before anybody was told', () => {
    const { id } = addOn.save(daily({ mood: 'fail' }));
    // At the end of the run, and once more in the same call of Google's.
    refuseMails(2);
    advanceDays(1);
    addOn.save({ id, ...daily() });
    addOn.call('runNow', [id]);
    advanceDays(3);
    expect(mails()).toEqual([]);
    expect(addOn.call('openAlerts')).toMatchObject({ value: { owed: 0 } });
  });
});

describe('the addresses of others', () => {
  it.each([
    ['no address', ['marie'], 'La ligne 1 n’est pas une adresse e-mail'],
    ['two in one', ['a@example.org,b@example.org'], 'n’est pas une adresse e-mail'],
    ['a header', ['a@example.org\nBcc: b@example.org'], 'n’est pas une adresse e-mail'],
    ['too many', Array.from({ length: 6 }, (_, n) => `p${String(n)}@example.org`), '5 adresses au plus'],
  ])('are refused when there is %s', (_, extra, advice) => {
    const result = choose({ extra });
    expect(result).toMatchObject({ ok: false, field: 'extra', advice: expect.stringContaining(advice) as string });
  });
});
