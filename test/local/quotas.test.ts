import { createMachine } from '../../local/apps-script/machine';
import { createQuotas } from '../../local/apps-script/quotas';
import { caught, project, run } from './script';

const DAY = 86_400_000;

describe('quotas (developers.google.com, Quotas for Google Services)', () => {
  it.each([
    ['consumer', 'urlfetch', 20_000],
    ['workspace', 'urlfetch', 100_000],
    ['consumer', 'properties', 50_000],
    ['workspace', 'properties', 500_000],
    ['consumer', 'email', 100],
    ['workspace', 'email', 1_500],
    ['consumer', 'triggerRuntime', 90 * 60_000],
    ['workspace', 'triggerRuntime', 360 * 60_000],
  ] as const)('a %s account has %s %d a day', (kind, name, allowance) => {
    const quotas = createQuotas(kind, {}, 'user');
    expect([quotas.spend(name, allowance, 0), quotas.spend(name, 1, 0)]).toEqual([null, expect.any(String)]);
  });

  it('are whole again 24 hours after the first use', () => {
    const quotas = createQuotas('consumer', {}, 'user');
    quotas.spend('urlfetch', 20_000, 1000);
    expect(quotas.spend('urlfetch', 1, DAY + 999)).toBe('Service invoked too many times for one day: urlfetch.');
    expect(quotas.spend('urlfetch', 1, DAY + 1000)).toBeNull();
  });

  it('of the Sheets API are 60 reads a minute', () => {
    const quotas = createQuotas('workspace', {}, 'user');
    expect([quotas.spend('sheets.reads', 60, 0), quotas.spend('sheets.reads', 1, 59_999)]).toEqual([
      null,
      expect.stringContaining("'Read requests per minute per user'"),
    ]);
    expect(quotas.spend('sheets.reads', 1, 60_000)).toBeNull();
  });

  it('stop fetches with the text of Google', () => {
    const machine = createMachine({ startAt: 0 });
    machine.state.quotas.urlfetch = { since: 0, used: 19_999 };
    const fetchTwo = "UrlFetchApp.fetchAll(['https://a.invalid', 'https://b.invalid'])";
    expect(caught(fetchTwo, machine)).toBe('Service invoked too many times for one day: urlfetch.');
    expect(caught("UrlFetchApp.fetch('https://a.invalid')", machine)).toBe('DNS error: https://a.invalid');
  });

  it('are each person’s own', () => {
    const machine = createMachine({ startAt: 0 });
    machine.state.quotas.urlfetch = { since: 0, used: 20_000 };
    const paul = { person: { email: 'paul@example.com', locale: 'fr' } };
    const fetch = "UrlFetchApp.fetch('https://a.invalid')";
    expect(caught(fetch, machine)).toBe('Service invoked too many times for one day: urlfetch.');
    expect(caught(fetch, machine, paul)).toBe('DNS error: https://a.invalid');
    expect(machine.state.quotas['urlfetch user:paul@example.com']?.used).toBe(1);
  });

  it('count property reads and writes', () => {
    const machine = createMachine();
    run(
      "const s = PropertiesService.getUserProperties(); s.setProperty('a', 'b'); s.getProperty('a'); s.getProperties()",
      machine,
    );
    expect(machine.state.quotas.properties?.used).toBe(3);
  });

  it('count the runtime of triggers, and refuse more when it is spent', () => {
    const machine = createMachine();
    const script = project('function main() { Utilities.sleep(60000) }');
    machine.run(script, 'main', [], { as: 'trigger' });
    expect(machine.state.quotas.triggerRuntime?.used).toBe(60_000);
    machine.state.quotas.triggerRuntime = { since: machine.state.now, used: 90 * 60_000 };
    expect(machine.run(script, 'main', [], { as: 'trigger' })).toMatchObject({
      error: { message: 'Service using too much computer time for one day' },
    });
    expect(machine.run(script, 'main').status).toBe('done');
  });
});
