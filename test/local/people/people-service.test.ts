import { createMachine, type Machine } from '../../../local/apps-script/machine';
import type { Outcome } from '../../../local/apps-script/outcome';
import { caught, project, run, valueOf } from '../script';
import { ask, createPeopleMachine, refusalOf, someone } from './people-script';

const CONTACTS = 'https://www.googleapis.com/auth/contacts';
const GET = "People.People.getBatchGet({ resourceNames: ['people/c1'], personFields: 'names' })";

function manifest(scopes: readonly string[]): object {
  const enabledAdvancedServices = [{ userSymbol: 'People', serviceId: 'peopleapi', version: 'v1' }];
  return { timeZone: 'Europe/Paris', oauthScopes: scopes, dependencies: { enabledAdvancedServices } };
}

function runWith(machine: Machine, scopes: readonly string[], body: string): Outcome {
  return machine.run(project(`function main() { ${body} }`, manifest(scopes)), 'main');
}

describe('the advanced service People', () => {
  it('is there only where the manifest enables it', () => {
    const body = 'function main() { return typeof People }';
    const without = project(body, { timeZone: 'Europe/Paris' });
    expect(createMachine().run(without, 'main')).toMatchObject({ value: 'undefined' });
    expect(createMachine().run(project(body, manifest([CONTACTS])), 'main')).toMatchObject({ value: 'object' });
  });

  it('throws errors of the script with a name, a message and details of their own', () => {
    const body = `try { People.People.get('people/c1', { personFields: 'names' }) } catch (e) {
      return [e.name, e instanceof Error, e.details instanceof Object, e.details, String(e)] }`;
    const message = 'Requested entity was not found.';
    expect(valueOf(body)).toEqual([
      ...['GoogleJsonResponseException', true, true],
      { code: 404, message, errors: [{ message, domain: 'global', reason: 'notFound' }], status: 'NOT_FOUND' },
      `GoogleJsonResponseException: API call to people.people.get failed with error: ${message}`,
    ]);
  });

  it('gives arrays and objects of the script', () => {
    expect(valueOf(`const a = ${GET}; return [a instanceof Object, a.responses instanceof Array]`)).toEqual([
      true,
      true,
    ]);
  });

  it('counts its calls by their full names and takes its time for each and for each person', () => {
    const machine = createPeopleMachine();
    machine.people.import(Array.from({ length: 200 }, (_, n) => someone(`${String(n)}@x.fr`)));
    const outcome = run(
      `People.People.Connections.list('people/me', { personFields: 'names', pageSize: 1000 });
       People.ContactGroups.Members.modify({}, 'contactGroups/starred')`,
      machine,
    );
    expect(outcome.calls).toEqual({ 'People.People.Connections.list': 1, 'People.ContactGroups.Members.modify': 1 });
    expect(outcome.endedAt - outcome.startedAt).toBe(400 + 100 + 400);
  });

  it('is hit by faults and kills', () => {
    const machine = createPeopleMachine();
    machine.faults.fail(1, 'Service error', { method: 'People.People.createContact' });
    machine.faults.kill('after', 2, { method: 'People.People.createContact' });
    expect(caught('People.People.createContact({})', machine)).toBe('Service error');
    expect(run('People.People.createContact({})', machine).status).toBe('killed');
    expect(machine.people.people()).toHaveLength(1);
  });

  it.each([
    ['People.People.get()', '1-2'],
    ['People.People.deleteContact()', '1'],
    ["People.People.updateContact({}, 'people/c1', {}, 4)", '2-3'],
  ])('refuses a wrong number of arguments: %s', (call, expected) => {
    expect(caught(call)).toBe(`Invalid number of arguments provided. Expected ${expected} only`);
  });

  it.each([
    'People.OtherContacts.list({})',
    'People.People.listDirectoryPeople({})',
    "People.People.get('people/me', { personFields: 'names' })",
  ])('says what the local one lacks: %s', (call) => {
    expect(caught(call)).toMatch(/^The local Apps Script has no .*: add it, or do without\.$/);
  });
});

describe('permission', () => {
  it('is refused when the manifest lacks the scope, or the user did not grant it', () => {
    const machine = createPeopleMachine();
    machine.people.add(someone('a@x.fr'));
    const body = `try { People.People.createContact({}) } catch (e) { return [e.name, e.message, e.details.code, e.details.status] }`;
    const refused = [
      'GoogleJsonResponseException',
      'API call to people.people.createContact failed with error: Request had insufficient authentication scopes.',
      ...[403, 'PERMISSION_DENIED'],
    ];
    expect(runWith(machine, [], body)).toMatchObject({ value: refused });
    machine.refusedScopes.add(CONTACTS);
    expect(runWith(machine, [CONTACTS], body)).toMatchObject({ value: refused });
    expect(run(body, machine)).toMatchObject({ value: refused });
    machine.refusedScopes.clear();
    expect(runWith(machine, [CONTACTS], body)).toMatchObject({ status: 'done' });
  });

  it('to read is enough for reading', () => {
    const scopes = [`${CONTACTS}.readonly`];
    expect(runWith(createPeopleMachine(), scopes, GET).status).toBe('done');
    expect(runWith(createPeopleMachine(), scopes, 'People.People.createContact({})').status).toBe('failed');
  });

  it.each(['LIMITED', 'CUSTOM_FUNCTION', 'NONE'] as const)('is not there in mode %s', (authMode) => {
    expect(caught(GET, {}, { authMode })).toBe(
      `You do not have permission to call People.People.getBatchGet. Required permissions: ${CONTACTS}`,
    );
  });
});

describe('the API by UrlFetchApp', () => {
  const fetch = (path: string, options = '{}'): string => `
    const options = Object.assign({ muteHttpExceptions: true, headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() } }, ${options});
    const answer = UrlFetchApp.fetch('https://people.googleapis.com/v1/${path}', options);
    return [answer.getResponseCode(), JSON.parse(answer.getContentText())];`;

  it('answers as it does to the service', () => {
    const machine = createPeopleMachine();
    const name = machine.people.add(someone('a@x.fr'));
    const path = `people:batchGet?resourceNames=${name}&resourceNames=people/c1&personFields=names`;
    const [code, { responses }] = ask(machine, fetch(path)) as [number, { responses: object[] }];
    expect([code, responses]).toEqual([
      200,
      [expect.objectContaining({ httpStatusCode: 200 }), expect.objectContaining({ httpStatusCode: 404 })],
    ]);
  });

  it('takes bodies of JSON', () => {
    const machine = createPeopleMachine();
    const options = `{ method: 'post', contentType: 'application/json', payload: JSON.stringify({ names: [{ givenName: 'A' }] }) }`;
    expect(ask(machine, fetch('people:createContact?personFields=names', options))).toMatchObject([
      200,
      { names: [{ givenName: 'A' }] },
    ]);
    expect(machine.people.people()).toHaveLength(1);
  });

  it.each([
    ['headers: {}', 403, 'PERMISSION_DENIED'],
    ["headers: { Authorization: 'Bearer other' }", 401, 'UNAUTHENTICATED'],
  ])('refuses a request with %s', (options, code, status) => {
    const path = 'people:batchGet?resourceNames=people/c1&personFields=names';
    expect(ask(createPeopleMachine(), fetch(path, `{ ${options} }`))).toMatchObject([
      code,
      { error: { code, status } },
    ]);
  });

  it('refuses what is no JSON', () => {
    const options = "{ method: 'post', contentType: 'application/json', payload: '{' }";
    expect(ask(createPeopleMachine(), fetch('people:createContact', options))).toMatchObject([
      400,
      { error: { status: 'INVALID_ARGUMENT' } },
    ]);
  });
});

describe('two people', () => {
  it('have contacts of their own', () => {
    const machine = createPeopleMachine();
    const paul = { email: 'paul@example.com', locale: 'fr' };
    const name = machine.people.of(paul).add(someone('p@x.fr'));
    machine.people.add(someone('a@x.fr'));
    const body = `return People.People.getBatchGet({ resourceNames: ['${name}'], personFields: 'names' }).responses[0].httpStatusCode`;
    expect([valueOf(body, machine), valueOf(body, machine, { person: paul })]).toEqual([404, 200]);
    expect(refusalOf(machine, `P.deleteContact('${name}')`).details?.code).toBe(404);
  });
});
