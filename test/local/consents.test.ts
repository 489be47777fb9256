import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { Outcome } from '../../local/apps-script/outcome';
import type { Caller } from '../../local/apps-script/host';
import { project } from './script';

const ANNE = { email: 'anne@example.com', locale: 'fr' };
const PAUL = { email: 'paul@example.com', locale: 'fr' };
const AUTH = 'https://www.googleapis.com/auth/';
const SCOPES = ['script.send_mail', 'script.external_request', 'script.scriptapp', 'userinfo.email'].map(
  (name) => AUTH + name,
);
const HOUR = 3_600_000;
const REQUIRED = 'Authorization is required to perform that action.';

const script = project(
  `
  function plan() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create() }
  function tick() { keep('tick'); return SpreadsheetApp.getActiveSpreadsheet().getName() }
  function keep(name) { PropertiesService.getUserProperties().setProperty(name, 'yes') }
  function onOpen() { return 'opened' }
  function mail() { MailApp.sendEmail('a@example.com', 'S', 'B') }
  function fetch() { UrlFetchApp.fetch('https://nowhere.invalid') }
  function triggers() { return ScriptApp.getProjectTriggers().length }
  function leave() {
    const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    return [String(info.getAuthorizationStatus()), info.getAuthorizedScopes().length, info.getAuthorizationUrl() !== null];
  }
  const doGet = () => ContentService.createTextOutput('hello');
  `,
  {
    timeZone: 'Europe/Paris',
    oauthScopes: SCOPES,
    webapp: { access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' },
  },
);

/** A machine of Anne's on which both have an hourly trigger. */
function machineOf(addOn = false): Machine {
  const machine = createMachine({ ...ANNE, addOn });
  for (const person of [ANNE, PAUL]) machine.run(script, 'plan', [], { person });
  return machine;
}

function run(machine: Machine, name: string, as: Caller = 'page', person = PAUL): unknown {
  return said(machine.run(script, name, [], { as, person }));
}

function said(outcome: Outcome): unknown {
  if (outcome.status === 'done') return outcome.value;
  return outcome.status === 'failed' ? outcome.error.message : outcome.reason;
}

function fired(machine: Machine): [string, unknown][] {
  return machine.advance(HOUR).map(({ outcome }) => [outcome.person, said(outcome)]);
}

describe('a person who takes all leave away', () => {
  it.each(['page', 'menu', 'editor', 'trigger'] as const)('is refused a %s call, and others are not', (as) => {
    const machine = machineOf();
    machine.revoke(PAUL.email);
    expect(run(machine, 'leave', as)).toBe(REQUIRED);
    expect(run(machine, 'leave', as, ANNE)).toEqual(['NOT_REQUIRED', 4, false]);
  });

  it('still opens the spreadsheet', () => {
    const machine = machineOf();
    machine.revoke(PAUL.email);
    expect(run(machine, 'onOpen', 'simple')).toBe('opened');
  });

  it('keeps triggers, which fail before they start', () => {
    const machine = machineOf();
    machine.revoke(PAUL.email);
    expect(fired(machine)).toContainEqual([PAUL.email, REQUIRED]);
    expect(machine.state.properties).not.toHaveProperty([`user:${PAUL.email}`, 'tick']);
    machine.grant(PAUL.email);
    expect(fired(machine)).toContainEqual([PAUL.email, 'Classeur']);
  });

  it('keeps those of an add-on, which die at the first call that needs leave, and can ask before', () => {
    const machine = machineOf(true);
    machine.revoke(PAUL.email);
    expect(fired(machine)).toContainEqual([PAUL.email, REQUIRED]);
    expect(machine.state.properties[`user:${PAUL.email}`]).toEqual({ tick: 'yes' });
    expect(run(machine, 'leave', 'trigger')).toEqual(['REQUIRED', 0, true]);
    expect(run(machine, 'mail', 'trigger')).toBe(REQUIRED);
  });

  it('takes the web app along that runs in their name', () => {
    const machine = machineOf();
    machine.revoke(ANNE.email);
    expect(machine.web(script, { method: 'GET', path: '' })).toMatchObject({
      html: expect.stringContaining(REQUIRED) as string,
    });
  });
});

it('a person who lacks some scopes is refused what needs them alone, until asked again', () => {
  const machine = machineOf();
  machine.revoke(PAUL.email, [`${AUTH}script.external_request`]);
  expect(run(machine, 'fetch')).toContain('Specified permissions are not sufficient to call UrlFetchApp.fetch.');
  expect(run(machine, 'leave')).toEqual(['REQUIRED', 3, true]);
  expect(run(machine, 'fetch', 'page', ANNE)).toContain('DNS error');
  run(machine, 'mail');
  expect(machine.state.mails).toMatchObject([{ from: PAUL.email }]);
  machine.grant(PAUL.email);
  expect(run(machine, 'leave')).toEqual(['NOT_REQUIRED', 4, false]);
});

it('scopes that nobody granted have to be asked for', () => {
  const machine = machineOf();
  machine.refusedScopes.add(`${AUTH}script.send_mail`);
  expect(run(machine, 'leave', 'page', ANNE)).toEqual(['REQUIRED', 3, true]);
});

describe('a person whose Google account is deleted', () => {
  it('takes triggers and properties along', () => {
    const machine = machineOf();
    machine.run(script, 'keep', ['mine'], { person: PAUL });
    machine.leave(PAUL.email);
    expect(fired(machine).map(([email]) => email)).toEqual([ANNE.email]);
    expect(machine.state.properties[`user:${PAUL.email}`]).toEqual({});
    expect(() => run(machine, 'onOpen')).toThrow('has no Google account');
  });

  it('takes the web app along, too', () => {
    const machine = machineOf();
    machine.leave(ANNE.email);
    expect(machine.web(script, { method: 'GET', path: '' })).toMatchObject({ kind: 'page', status: 404 });
  });
});

it('a trigger that Google disables stays in the list, and fires no more', () => {
  const machine = machineOf();
  machine.disable(machine.state.triggers[1]?.id ?? '');
  expect(fired(machine).map(([email]) => email)).toEqual([ANNE.email]);
  expect(run(machine, 'triggers')).toBe(1);
  expect(() => {
    machine.disable('7');
  }).toThrow('There is no trigger 7.');
});
