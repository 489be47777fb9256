import type { Project } from '../../../local/apps-script/project';
import type { Mail } from '../../../local/apps-script/state';
import { type AddOn, bakery, buildAddOn, openAddOn } from '../add-on';
import { later } from './later';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Friday, 10:00 in Paris. */
const START = Date.UTC(2026, 10, 20, 9);

let project: Project;
let addOn: AddOn;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  addOn = openAddOn(project, { startAt: START });
});

function mails(): readonly Mail[] {
  return addOn.machine.state.mails.filter(({ subject }) => subject.includes('semaine'));
}

const MORNING = { schedule: { every: 'day', hour: 6 } };

describe('the weekly summary', () => {
  it('comes once, at the first call of Google’s after Monday at 8:00, about the week before', () => {
    const { id } = addOn.save({ ...bakery({ mood: 'fail' }), ...MORNING });
    addOn.call('runNow', [id]);
    addOn.save({ connector: 'library', settings: {}, ...MORNING });
    later(addOn.machine, DAY);
    later(addOn.machine, DAY);
    addOn.save({ id, ...bakery() });
    addOn.call('runNow', [id]);
    later(addOn.machine, 21 * HOUR);
    expect(mails()).toEqual([]);
    later(addOn.machine, HOUR);
    expect(mails()).toHaveLength(1);
    const [{ to, subject, body } = { to: '', subject: '', body: '' }] = mails();
    expect({ to, subject }).toEqual({ to: 'anne@example.com', subject: 'Sync : votre semaine, avec des échecs' });
    expect(body).toContain('« Bakery » : 5 synchronisations, dont 3 en échec. Lignes ajoutées : 2, modifiées : 0');
    expect(body).toMatch(/À jour au 2026-11-23 07:\d\d \(il y a 1 h\)\. Dernier échec : .*Clé refusée\./);
    expect(body).toContain('« Library » : 3 synchronisations, aucun échec. Lignes ajoutées : 1');
    later(addOn.machine, DAY);
    expect(mails()).toHaveLength(1);
    later(addOn.machine, 6 * DAY);
    expect(mails()).toHaveLength(2);
    expect(mails()[1]?.body).toContain('« Library » : 1 synchronisation, aucun échec.');
  });

  it('is not written about a week in which nothing was synced', () => {
    addOn.call('addWebhook', { url: 'https://hooks.example.org/', events: ['sync.failed'] });
    addOn.save(bakery());
    for (let day = 0; day < 8; day++) later(addOn.machine, DAY);
    expect(addOn.machine.state.mails).toEqual([]);
  });

  it('is not written when it is switched off', () => {
    addOn.call('saveAlerts', { onFailure: true, weekly: false, extra: [] });
    addOn.save({ ...bakery(), ...MORNING });
    for (let day = 0; day < 4; day++) later(addOn.machine, DAY);
    expect(addOn.machine.state.mails).toEqual([]);
  });

  it('comes an hour later when Google sends no mail', () => {
    addOn.save({ ...bakery(), ...MORNING });
    later(addOn.machine, DAY);
    later(addOn.machine, DAY);
    addOn.machine.resetCalls();
    addOn.machine.faults.fail(1, 'Service invoked too many times', { method: 'MailApp.sendEmail' });
    later(addOn.machine, DAY);
    expect(mails()).toEqual([]);
    later(addOn.machine, HOUR);
    expect(mails()).toHaveLength(1);
  });

  it('tells each person of their own connections', () => {
    addOn.save({ ...bakery(), ...MORNING, title: 'Pain' });
    const bob = { person: { email: 'bob@example.com', locale: 'fr' } };
    addOn.machine.run(project, 'saveConnection', [{ ...bakery(), ...MORNING, title: 'Brot' }], bob);
    for (let day = 0; day < 3; day++) later(addOn.machine, DAY);
    const told = mails().map(({ to, body }) => [to, body.includes('« Pain »'), body.includes('« Brot »')]);
    expect(told.sort()).toEqual([
      ['anne@example.com', true, false],
      ['bob@example.com', false, true],
    ]);
  });
});
