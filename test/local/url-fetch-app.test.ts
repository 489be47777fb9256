import { createMachine, type Machine } from '../../local/apps-script/machine';
import { startEchoServer, type EchoServer } from './echo-server';
import { caught, run, valueOf } from './script';

let server: EchoServer;
let machine: Machine;

beforeAll(async () => {
  server = await startEchoServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  machine = createMachine({
    routes: {
      'https://api.example': server.url,
      'https://other.example': server.url,
      'https://down.example': 'http://127.0.0.1:1',
    },
  });
});

interface Echo {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** What the server received from `fetch(https://api.example/echo, params)`. */
function sent(params: string): Echo {
  return valueOf(
    `return JSON.parse(UrlFetchApp.fetch('https://api.example/echo?q=1', ${params}).getContentText())`,
    machine,
  ) as Echo;
}

describe('fetch (developers.google.com, UrlFetchApp.fetch)', () => {
  it('reaches the routed server under the name of the real host', () => {
    expect(sent('{}')).toMatchObject({ method: 'GET', url: '/echo?q=1', headers: { host: 'api.example' } });
  });

  it('sends a string as a form unless told otherwise', () => {
    expect(sent("{ method: 'post', payload: 'abc' }")).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'abc',
    });
  });

  it('sends an object as a form, even with contentType application/json', () => {
    expect(sent("{ method: 'put', contentType: 'application/json', payload: { a: 'é &', b: 2 } }")).toMatchObject({
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: 'a=%C3%A9+%26&b=2',
    });
  });

  it('turns a GET with a payload into a POST', () => {
    expect(sent("{ payload: 'abc' }").method).toBe('POST');
  });

  it('sends bytes and blobs as they are, a blob with its type', () => {
    expect(sent("{ method: 'post', payload: [-61, -87] }").body).toBe('é');
    expect(sent("{ method: 'post', payload: Utilities.newBlob('x', 'text/csv') }").headers['content-type']).toBe(
      'text/csv',
    );
  });

  it('sends a form with a blob as multipart', () => {
    const { headers, body } = sent(
      "{ method: 'post', payload: { a: '1', f: Utilities.newBlob('x', 'text/csv', 'f.csv') } }",
    );
    expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(body).toContain('name="f"; filename="f.csv"\r\nContent-Type: text/csv');
  });

  it('lets a header name the content type', () => {
    expect(
      sent("{ method: 'post', payload: '{}', headers: { 'Content-Type': 'application/json' } }").headers[
        'content-type'
      ],
    ).toBe('application/json');
  });

  it('keeps the letter case of header names and repeated headers', () => {
    const body =
      "const r = UrlFetchApp.fetch('https://api.example/cookies'); return [r.getAllHeaders()['Set-Cookie'], r.getHeaders()['X-CaSe']]";
    expect(valueOf(body, machine)).toEqual([['a=1', 'b=2'], 'kept']);
  });

  it('unpacks gzip and reads the charset of the answer', () => {
    const body = "return ['gzip', 'latin1'].map((p) => UrlFetchApp.fetch('https://api.example/' + p).getContentText())";
    expect(valueOf(body, machine)).toEqual(['packed', 'été']);
  });

  it('gives content as signed bytes and as a blob', () => {
    const body =
      "const r = UrlFetchApp.fetch('https://api.example/latin1'); return [r.getContent(), r.getBlob().getContentType()]";
    expect(valueOf(body, machine)).toEqual([[-23, 116, -23], 'text/plain']);
  });

  it('throws for 400 and up, with the host alone and the answer cut', () => {
    expect(caught("UrlFetchApp.fetch('https://api.example/status/503?key=secret')", machine)).toBe(
      `Request failed for https://api.example returned code 503. Truncated server response: ${'x'.repeat(147)}... ` +
        '(use muteHttpExceptions option to examine full response)',
    );
  });

  it('gives any answer with muteHttpExceptions', () => {
    const body =
      "const r = UrlFetchApp.fetch('https://api.example/status/404', { muteHttpExceptions: true }); return [r.getResponseCode(), r.getContentText().length]";
    expect(valueOf(body, machine)).toEqual([404, 200]);
  });

  it('follows a redirect to another host, a POST as GET', () => {
    const to = encodeURIComponent('https://other.example/echo');
    const body = `return JSON.parse(UrlFetchApp.fetch('https://api.example/redirect/302?to=${to}', { method: 'post', payload: 'a' }).getContentText())`;
    expect(valueOf(body, machine)).toMatchObject({
      method: 'GET',
      url: '/echo',
      headers: { host: 'other.example' },
      body: '',
    });
  });

  it('stops at a redirect when told so', () => {
    const body =
      "const r = UrlFetchApp.fetch('https://api.example/redirect/302?to=/x', { followRedirects: false }); return [r.getResponseCode(), r.getHeaders().Location]";
    expect(valueOf(body, machine)).toEqual([302, '/x']);
  });

  it.each([
    ['a refused connection', 'https://down.example/x', 'Address unavailable: https://down.example/x'],
    ['a connection that breaks', 'https://api.example/reset', 'Address unavailable: https://api.example/reset'],
    ['a host without a route', 'https://nowhere.example/x', 'DNS error: https://nowhere.example/x'],
    ['this machine, as Google cannot reach it', 'http://127.0.0.1:4010/x', 'DNS error: http://127.0.0.1:4010/x'],
  ])('throws for %s, muteHttpExceptions or not', (_, url, message) => {
    expect(caught(`UrlFetchApp.fetch('${url}', { muteHttpExceptions: true })`, machine)).toBe(message);
  });

  it('gives up after timeoutSeconds, and the time has passed', () => {
    const outcome = run("UrlFetchApp.fetch('https://api.example/slow/5000', { timeoutSeconds: 0.2 })", machine);
    expect(outcome).toMatchObject({ error: { message: 'Timeout: https://api.example/slow/5000' } });
    const patient = run(
      "try { UrlFetchApp.fetch('https://api.example/slow/5000', { timeoutSeconds: 2 }) } catch (e) {}",
      machine,
    );
    expect(patient.endedAt - patient.startedAt).toBe(2000);
  });

  it('refuses more than 50 MB', () => {
    expect(
      caught(
        "UrlFetchApp.fetch('https://api.example/', { method: 'post', payload: 'x'.repeat(50 * 1024 * 1024 + 1) })",
        machine,
      ),
    ).toBe('Limit Exceeded: URLFetch POST Size.');
  });
});

describe('fetchAll', () => {
  it('answers in the order of the requests, which run side by side', () => {
    const before = performance.now();
    const urls = [300, 10, 300, 300, 300].map((ms) => `'https://api.example/slow/${String(ms)}'`);
    expect(
      valueOf(
        `return UrlFetchApp.fetchAll([${urls.join(',')}, { url: 'https://api.example/x', method: 'put' }]).map((r) => r.getContentText().slice(0, 15))`,
        machine,
      ),
    ).toEqual([...Array<string>(5).fill('late'), '{"method":"PUT"']);
    expect(performance.now() - before).toBeLessThan(1200);
  });

  it('throws as a whole when one host does not resolve', () => {
    expect(caught("UrlFetchApp.fetchAll(['https://api.example/', 'https://nowhere.example/'])", machine)).toBe(
      'DNS error: https://nowhere.example/',
    );
  });

  it('costs one and a half seconds for every ten requests, and each counts for the quota', () => {
    const outcome = run("UrlFetchApp.fetchAll(Array.from({ length: 11 }, () => 'https://api.example/'))", machine);
    expect(outcome.endedAt - outcome.startedAt).toBe(3000);
    expect(machine.state.quotas.urlfetch?.used).toBe(11);
  });
});

describe('an HTTP fault', () => {
  const FETCH =
    "const r = UrlFetchApp.fetch('https://api.example/echo', { muteHttpExceptions: true }); return [r.getResponseCode(), r.getContentText(), r.getHeaders()['Retry-After'] || null]";

  it('answers in place of the server at the n-th request', () => {
    machine.faults.http(2, { status: 429, body: 'slow down', headers: { 'Retry-After': '7' } });
    expect(valueOf(FETCH, machine)).toMatchObject([200, expect.any(String), null]);
    expect(valueOf(FETCH, machine)).toEqual([429, 'slow down', '7']);
    expect(valueOf(FETCH, machine)).toMatchObject([200, expect.any(String), null]);
  });

  it('cuts the answer of the server short', () => {
    machine.faults.http(1, { truncate: 9 });
    expect(valueOf(FETCH, machine)).toEqual([200, '{"method"', null]);
  });

  it('delays the answer in virtual time', () => {
    machine.faults.http(1, { delay: 20_000 });
    const outcome = run(FETCH, machine);
    expect(outcome.endedAt - outcome.startedAt).toBe(21_500);
  });

  it('makes an answer larger than 50 MB, which UrlFetchApp refuses', () => {
    machine.faults.http(1, { size: 50 * 1024 * 1024 + 1 });
    expect(caught(FETCH.replace('return', ''), machine)).toBe('Limit Exceeded: URLFetch Response Size.');
    machine.faults.http(2, { size: 50 * 1024 * 1024 });
    expect(valueOf(FETCH.replace('r.getContentText()', 'r.getContentText().length'), machine)).toEqual([
      200,
      52_428_800,
      null,
    ]);
  });

  it('that delays the answer beyond timeoutSeconds is a timeout, after those seconds', () => {
    machine.faults.http(1, { delay: 90_000 });
    const slow = FETCH.replace('muteHttpExceptions: true', 'muteHttpExceptions: true, timeoutSeconds: 60');
    const outcome = run(slow, machine);
    expect(outcome).toMatchObject({ error: { message: 'Timeout: https://api.example/echo' } });
    expect(outcome.endedAt - outcome.startedAt).toBe(60_000);
  });

  it.each([
    ['dns', 'DNS error: https://api.example/echo'],
    ['unavailable', 'Address unavailable: https://api.example/echo'],
    ['timeout', 'Timeout: https://api.example/echo'],
  ] as const)('%s throws the text of Google', (failure, message) => {
    machine.faults.http(1, { failure });
    expect(caught(FETCH.replace('return', ''), machine)).toBe(message);
  });
});
