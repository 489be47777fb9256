import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { WebEvent } from '../../local/apps-script/web-event';
import type { WebAnswer, WebRequest } from '../../local/apps-script/web-app';
import { project } from './script';

const OPEN = { access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' };
const ECHO = `
  const echo = (e) => ContentService.createTextOutput(JSON.stringify(e)).setMimeType(ContentService.MimeType.JSON);
  function doGet(e) { return echo(e) }
  function doPost(e) { return echo(e) }
`;

/** What the web app of a script answers. */
function ask(
  code: string,
  request: Partial<WebRequest> = {},
  machine: Machine = createMachine(),
  webapp: object | null = OPEN,
): WebAnswer {
  const script = project(code, { timeZone: 'Europe/Paris', ...(webapp ? { webapp } : {}) });
  return machine.web(script, { method: 'GET', path: '', ...request });
}

/** The event that a request makes. */
function eventOf(request: Partial<WebRequest>): WebEvent {
  const answer = ask(ECHO, request);
  if (answer.kind !== 'text') throw new Error(JSON.stringify(answer));
  return JSON.parse(answer.content) as WebEvent;
}

function post(type: string, body: string, path = ''): Partial<WebRequest> {
  return { method: 'POST', path, type, body };
}

describe('the event (developers.google.com, "Web apps", request parameters)', () => {
  it('of a GET has the parameters, each with its first value and with all', () => {
    expect(eventOf({ path: '?name=al%20ice&n=1&n=2' })).toEqual({
      queryString: 'name=al%20ice&n=1&n=2',
      parameter: { name: 'al ice', n: '1' },
      parameters: { name: ['al ice'], n: ['1', '2'] },
      contextPath: '',
      contentLength: -1,
    });
  });

  it('names the path after /exec, when there is one', () => {
    expect(eventOf({ path: '/zendesk/run?x=1' })).toMatchObject({ pathInfo: 'zendesk/run', parameter: { x: '1' } });
    expect(eventOf({ path: '/%E0%A4%A' }).pathInfo).toBe('%E0%A4%A');
    expect(eventOf({})).toEqual({ queryString: '', parameter: {}, parameters: {}, contextPath: '', contentLength: -1 });
  });

  it('of a POST has the body, its length in bytes and its type', () => {
    const { postData, contentLength, parameter } = eventOf(post('application/json; charset=utf-8', '{"é":1}', '?a=b'));
    expect(postData).toEqual({ contents: '{"é":1}', length: 8, type: 'application/json', name: 'postData' });
    expect([contentLength, parameter]).toEqual([8, { a: 'b' }]);
  });

  it('of a form has its fields as parameters, after those of the address', () => {
    const { parameter, parameters } = eventOf(post('application/x-www-form-urlencoded', 'a=1&a=2&b=%C3%A9+e', '?a=0'));
    expect(parameters).toEqual({ a: ['0', '1', '2'], b: ['é e'] });
    expect(parameter).toEqual({ a: '0', b: 'é e' });
  });
});

describe('the answer', () => {
  it('is what the Content service was told, with its type', () => {
    const text = (how: string): string => `function doGet() { return ContentService.createTextOutput('a,b')${how} }`;
    expect(ask(text(''))).toEqual({ kind: 'text', content: 'a,b', type: 'text/plain', fileName: null });
    const csv = ask(text(`.setMimeType(ContentService.MimeType.CSV).downloadAsFile('a.csv')`));
    expect(csv).toMatchObject({ type: 'text/csv', fileName: 'a.csv' });
  });

  it('is a page of the HTML service', () => {
    const page = ask(`function doGet() { return HtmlService.createHtmlOutput('<p>Hello</p>') }`);
    expect(page).toEqual({ kind: 'page', status: 200, html: '<p>Hello</p>' });
  });

  it.each([
    ['a script without the function', 'function other() {}', 'Script function not found: doGet'],
    ['a function that returns nothing', 'function doGet() {}', 'The script completed but did not return anything.'],
    ['a text', `function doGet() { return 'x' }`, 'the returned value is not a supported return type.'],
    ['a promise', `async function doGet() { return null }`, 'the returned value is not a supported return type.'],
    [
      'an error',
      `function doGet() {\n  throw new TypeError('<no>') }`,
      'TypeError: &#60;no&#62; (line 2, file &#34;Code&#34;)',
    ],
    ['a question to nobody', 'function doGet() { SpreadsheetApp.getUi() }', 'Cannot call SpreadsheetApp.getUi()'],
    [
      'too long a run',
      'function doGet() { Utilities.sleep(300000); Utilities.sleep(300000); }',
      'maximum execution time',
    ],
  ])('for %s is a page of status 200 that says so', (_name, code, text) => {
    expect(ask(code)).toEqual({ kind: 'page', status: 200, html: expect.stringContaining(text) as string });
  });

  it.each<[string, number, Partial<WebRequest>]>([
    ['another method', 405, { method: 'PUT' }],
    ['HEAD', 405, { method: 'HEAD' }],
    ['the reserved name c', 405, { path: '?c=1' }],
    ['the reserved name sid in a form', 405, post('application/x-www-form-urlencoded', 'sid=1')],
    ['a body over 50 MB', 413, post('text/plain', 'x'.repeat(50 * 1024 * 1024 + 1))],
  ])('to %s is the status %d, and nothing runs', (_name, status, request) => {
    const machine = createMachine();
    expect(ask(ECHO, request, machine)).toMatchObject({ kind: 'page', status });
    expect(machine.executions).toEqual([]);
  });

  it('depends on whom the manifest lets in', () => {
    expect(ask(ECHO, {}, createMachine(), null)).toMatchObject({ status: 404 });
    expect(ask(ECHO, {}, createMachine(), { ...OPEN, access: 'ANYONE' })).toEqual({ kind: 'signIn' });
    expect(ask(ECHO, {}, createMachine(), { ...OPEN, executeAs: 'USER_ACCESSING' })).toEqual({ kind: 'signIn' });
  });
});

describe('an execution of the web app', () => {
  it('is of whoever deployed it, in full authorisation, and does not know who calls', () => {
    const machine = createMachine({ email: 'anne@example.com' });
    const answer = ask(
      `function doGet() {
        PropertiesService.getUserProperties().setProperty('by', 'web');
        const emails = [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()];
        return ContentService.createTextOutput(JSON.stringify([...emails, SpreadsheetApp.getActiveSpreadsheet().getName()]));
      }`,
      {},
      machine,
    );
    expect(answer).toMatchObject({ content: '["","anne@example.com","Classeur"]' });
    expect(machine.state.properties.user).toEqual({ by: 'web' });
    expect(machine.executions).toMatchObject([{ functionName: 'doGet', caller: 'web', person: 'anne@example.com' }]);
  });

  it('takes nothing of the day’s time for triggers', () => {
    const machine = createMachine();
    ask(`function doGet() { Utilities.sleep(60000) }`, {}, machine);
    expect(machine.state.quotas.triggerRuntime?.used).toBe(0);
  });

  it('has an address as long as the manifest deploys it', () => {
    const code = 'function doGet() {} function url() { return ScriptApp.getService().getUrl() }';
    const urlOf = (manifest: object): unknown =>
      (createMachine().run(project(code, manifest), 'url') as { value?: unknown }).value;
    expect(urlOf({ webapp: OPEN })).toMatch(/^https:\/\/script\.google\.com\/macros\/s\/.+\/exec$/);
    expect(urlOf({})).toBeNull();
  });
});
