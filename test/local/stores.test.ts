import { createMachine } from '../../local/apps-script/machine';
import { caught, run, valueOf } from './script';

describe('properties (developers.google.com, Properties Service)', () => {
  const STORE = 'const s = PropertiesService.getScriptProperties();';

  it('hold 500 KB a store, and refuse more without a change', () => {
    const machine = createMachine();
    run(`${STORE} for (let i = 0; i < 55; i++) s.setProperty('k' + i, 'x'.repeat(9000))`, machine);
    expect(caught(`${STORE} s.setProperties({ a: 'x'.repeat(9000), b: 'x'.repeat(9000) })`, machine)).toContain(
      'property storage quota',
    );
    expect(valueOf(`${STORE} return s.getKeys().length`, machine)).toBe(55);
  });

  it('are replaced by setProperties when told to delete all others', () => {
    expect(
      valueOf(`${STORE} s.setProperty('a', '1'); s.setProperties({ b: '2' }, true); return s.getProperties()`),
    ).toEqual({ b: '2' });
  });

  it('are deleted one by one or all at once', () => {
    expect(
      valueOf(
        `${STORE} s.setProperties({ a: '1', b: '2' }).deleteProperty('a'); const k = s.getKeys(); s.deleteAllProperties(); return [k, s.getKeys()]`,
      ),
    ).toEqual([['b'], []]);
  });

  it('take keys such as __proto__ and constructor for names like others', () => {
    expect(valueOf(`${STORE} return [s.getProperty('constructor'), s.getProperty('__proto__')]`)).toEqual([null, null]);
  });

  it('of the document are null for a standalone script', () => {
    expect(valueOf('return PropertiesService.getDocumentProperties()', { bound: false })).toBeNull();
  });

  it('cost 50 virtual milliseconds a call', () => {
    const outcome = run(`${STORE} s.setProperty('a', 'b'); s.getProperty('a')`);
    expect(outcome.endedAt - outcome.startedAt).toBe(100);
  });
});

describe('the cache (developers.google.com, Cache)', () => {
  it('keeps an entry ten minutes by default and six hours at most', () => {
    const machine = createMachine();
    run("const c = CacheService.getUserCache(); c.put('short', '1'); c.put('long', '2', 90000)", machine);
    const read = "return CacheService.getUserCache().getAll(['short', 'long', 'none'])";
    expect(valueOf(read, machine)).toEqual({ short: '1', long: '2' });
    machine.advance(600_000);
    expect(valueOf(read, machine)).toEqual({ long: '2' });
    machine.advance(21_600_000);
    expect(valueOf(read, machine)).toEqual({});
  });

  it('keeps the 900 entries farthest from expiry when it passes 1,000', () => {
    const machine = createMachine();
    run(
      "const v = {}; for (let i = 0; i < 1000; i++) v['k' + i] = 'x'; const c = CacheService.getScriptCache(); c.putAll(v, 60); c.put('last', 'x', 600)",
      machine,
    );
    expect(Object.keys(machine.state.cache.script)).toHaveLength(900);
    expect(machine.state.cache.script.last).toBeDefined();
  });

  it('of the document is null for a standalone script', () => {
    expect(valueOf('return CacheService.getDocumentCache()', { bound: false })).toBeNull();
  });
});

describe('Drive', () => {
  it('stores files that are found again by id and by folder', () => {
    const machine = createMachine();
    const id = valueOf(
      "return DriveApp.createFolder('Exports').createFile('a.csv', 'x,y', MimeType.CSV).getId()",
      machine,
    );
    expect(
      valueOf(
        `const f = DriveApp.getFileById('${String(id)}'); f.setContent('z');
         const again = DriveApp.getFoldersByName('Exports').next().getFilesByName('a.csv').next();
         return [again.getBlob().getDataAsString(), again.getMimeType(), again.getId() === f.getId()]`,
        machine,
      ),
    ).toEqual(['z', 'text/csv', true]);
  });

  it('takes 50 MB in createFile and 10 MB in setContent', () => {
    expect(caught("DriveApp.createFile('a', 'x'.repeat(50 * 1024 * 1024 + 1))")).toContain('too large');
    expect(caught("DriveApp.createFile('a', '').setContent('x'.repeat(10 * 1024 * 1024 + 1))")).toContain('too large');
  });
});

describe('a mail (developers.google.com, MailApp)', () => {
  it('counts for the quota with each recipient, and can be read by tests', () => {
    const machine = createMachine({ email: 'me@example.com', startAt: 0 });
    const options =
      "{ cc: 'c@example.com', bcc: 'D <d@example.com>', htmlBody: '<p>there</p>', name: 'Sync', noReply: true }";
    const send = `MailApp.sendEmail('a@example.com, b@example.com', 'Hi', 'there', ${options})`;
    expect(valueOf(`${send}; return MailApp.getRemainingDailyQuota()`, machine)).toBe(96);
    const parts = { to: 'a@example.com, b@example.com', cc: 'c@example.com', bcc: 'D <d@example.com>' };
    const texts = { subject: 'Hi', body: 'there', htmlBody: '<p>there</p>', name: 'Sync', noReply: true };
    expect(machine.state.mails).toEqual([{ from: 'me@example.com', ...parts, ...texts, at: 0 }]);
  });

  it('is sent from an object or from four texts too', () => {
    const machine = createMachine();
    valueOf("MailApp.sendEmail({ to: 'a@example.com', subject: 'S', replyTo: 'r@example.com' })", machine);
    valueOf("MailApp.sendEmail('a@example.com', 'r@example.com', 'S', 'B')", machine);
    const common = { to: 'a@example.com', subject: 'S', replyTo: 'r@example.com' };
    expect(machine.state.mails).toMatchObject([
      { ...common, body: '' },
      { ...common, body: 'B' },
    ]);
  });

  it.each([
    ['nobody', "{ to: ' , ' }", 'Failed to send email: no recipient'],
    ['an address that is none', "{ to: 'a@example.com,b@example' }", 'Invalid email: b@example'],
    [
      'more than 50 people',
      "{ to: Array(51).fill('a@example.com').join() }",
      'Limit Exceeded: Email Recipients Per Message.',
    ],
    ['a long subject', "{ to: 'a@example.com', subject: 'x'.repeat(251) }", 'Argument too large: subject'],
    ['a body over 200 KB', "{ to: 'a@example.com', htmlBody: 'é'.repeat(102401) }", 'Limit Exceeded: Email Body Size.'],
  ])('to or with %s is refused, and costs nothing', (_name, message, refusal) => {
    const machine = createMachine();
    expect(caught(`MailApp.sendEmail(${message})`, machine)).toBe(refusal);
    expect([machine.state.mails, machine.state.quotas.email]).toEqual([[], undefined]);
  });

  it('is refused when the day’s recipients are used up', () => {
    const send = "for (let i = 0; i < 101; i++) MailApp.sendEmail('a@example.com', 'S', 'B')";
    expect(caught(send)).toBe('Service invoked too many times for one day: email.');
  });
});

it('the session knows the user, but not in a simple trigger', () => {
  const body =
    'return [Session.getActiveUser().getEmail(), Session.getActiveUserLocale(), Session.getScriptTimeZone()]';
  expect(valueOf(body, { email: 'me@example.com' })).toEqual(['me@example.com', 'fr', 'Europe/Paris']);
  expect(valueOf(body, { email: 'me@example.com' }, { as: 'simple' })).toEqual(['', 'fr', 'Europe/Paris']);
});
