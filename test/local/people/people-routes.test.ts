import { Worker } from 'node:worker_threads';
import { createMachine, type Machine } from '../../../local/apps-script/machine';
import { startEchoServer, type EchoServer } from '../echo-server';
import { caught, valueOf } from '../script';

const ORIGIN = 'https://people.googleapis.com';
const REFUSAL = { error: { code: 429, message: 'Slow down.', status: 'RESOURCE_EXHAUSTED' } };

let echo: EchoServer;
let refusing: Worker;
let refusingUrl = '';

beforeAll(async () => {
  echo = await startEchoServer();
  const answer = `(_, r) => { r.writeHead(429); r.end('${JSON.stringify(REFUSAL)}') }`;
  refusing = new Worker(
    `const s = require('node:http').createServer(${answer}).listen(0, '127.0.0.1',
      () => require('node:worker_threads').parentPort.postMessage(s.address().port))`,
    { eval: true },
  );
  const port = await new Promise<number>((resolve) => refusing.once('message', resolve));
  refusingUrl = `http://127.0.0.1:${String(port)}`;
});
afterAll(async () => {
  await Promise.all([echo.stop(), refusing.terminate()]);
});

function routed(url: string): Machine {
  return createMachine({ routes: { [ORIGIN]: url } });
}

describe('with a route to a server', () => {
  it('the service asks it, in the words of the API', () => {
    const body = `return People.People.updateContact({ names: [], etag: undefined }, 'people/c1',
      { updatePersonFields: ['names', 'urls'], sources: ['READ_SOURCE_TYPE_CONTACT', 'READ_SOURCE_TYPE_PROFILE'] })`;
    expect(valueOf(body, routed(echo.url))).toMatchObject({
      method: 'PATCH',
      url: '/v1/people/c1:updateContact?updatePersonFields=names%2Curls&sources=READ_SOURCE_TYPE_CONTACT&sources=READ_SOURCE_TYPE_PROFILE',
      headers: {
        authorization: expect.stringMatching(/^Bearer ya29\./) as unknown,
        'content-type': 'application/json',
      },
      body: '{"names":[]}',
    });
  });

  it('UrlFetchApp asks it too', () => {
    const body = `return JSON.parse(UrlFetchApp.fetch('${ORIGIN}/v1/people/c1').getContentText()).url`;
    expect(valueOf(body, routed(echo.url))).toBe('/v1/people/c1');
  });

  it('its refusals are thrown as Google’s are', () => {
    const body = `try { People.People.get('people/c1') } catch (e) { return [e.name, e.message, e.details] }`;
    expect(valueOf(body, routed(refusingUrl))).toEqual([
      'GoogleJsonResponseException',
      'API call to people.people.get failed with error: Slow down.',
      REFUSAL.error,
    ]);
  });

  it('what is no JSON, or no answer, is an exception too', () => {
    const get = "People.People.get('people/c1')";
    expect(caught(get, routed(`${echo.url}/status/503`))).toBe(
      'API call to people.people.get failed with error: Empty response',
    );
    expect(caught(get, routed('http://127.0.0.1:1'))).toBe(`Address unavailable: ${ORIGIN}`);
  });
});
