import type { HttpFault } from '../../local/apps-script/faults';
import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';

const REQUEST = { method: 'get', url: 'https://api.example/items', headers: { Accept: 'application/json' } };

describe('sending a request', () => {
  let project: Project;
  let machine: Machine;

  beforeAll(async () => {
    project = await bundle('test/platform/script.ts');
  });

  beforeEach(() => {
    machine = createMachine({ routes: { 'https://api.example': 'http://127.0.0.1:9' } });
  });

  function fetchOrKind(request: object = REQUEST): unknown {
    const outcome = machine.run(project, 'fetchOrKind', [request]);
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
    return outcome.value;
  }

  function answering(fault: HttpFault): unknown {
    machine.faults.http(1, fault);
    return fetchOrKind();
  }

  it('gives back the status, the text and the headers in lower case', () => {
    expect(answering({ status: 200, body: '["é"]', headers: { 'X-Total-Count': '3' } })).toMatchObject({
      status: 200,
      text: '["é"]',
      headers: { 'x-total-count': '3' },
    });
  });

  it.each([301, 404, 429, 503])('gives back an answer of status %d instead of throwing', (status) => {
    expect(answering({ status, body: 'no', headers: { Location: 'https://elsewhere.example/' } })).toMatchObject({
      status,
      text: 'no',
    });
  });

  it('calls a name that does not resolve unreachable', () => {
    expect(answering({ failure: 'dns' })).toBe('unreachable');
  });

  it('calls a host that takes no connection unreachable', () => {
    expect(answering({ failure: 'unavailable' })).toBe('unreachable');
  });

  it('calls an answer that does not come in time a timeout', () => {
    expect(answering({ failure: 'timeout' })).toBe('timeout');
  });

  it('calls an answer of more than 50 MB too large', () => {
    machine.faults.fail(1, 'Limit Exceeded: URLFetch Response Size.', { method: 'UrlFetchApp.fetch' });
    expect(fetchOrKind()).toBe('tooLarge');
  });

  // developers.google.com, Quotas for Google Services
  it.each([
    'Service invoked too many times for one day: urlfetch.',
    'Bandwidth quota exceeded: https://api.example/. Try reducing the rate of data transfer.',
    'Service using too much computer time for one day.',
  ])('calls "%s" a spent quota', (message) => {
    machine.faults.fail(1, message, { method: 'UrlFetchApp.fetch' });
    expect(fetchOrKind()).toBe('quota');
  });

  it.each([
    ['a header that Google does not let through', { ...REQUEST, headers: { Host: 'other.example' } }],
    ['an address longer than Google takes', { ...REQUEST, url: `https://api.example/?q=${'x'.repeat(2100)}` }],
  ])('calls %s refused', (_, request) => {
    expect(fetchOrKind(request)).toBe('refused');
  });
});
