import { join } from 'node:path';
import { createMachine, type Machine } from '../../local/apps-script/machine';
import { openProject } from '../../local/apps-script/project';
import { addWorkbook } from '../../local/apps-script/spreadsheet/documents';
import type { Access } from '../../local/apps-script/spreadsheet/workbook';

const facts = openProject(join(__dirname, '../../local/facts.js'));
const listed = createMachine().run(facts, 'listFacts');
const all = (listed.status === 'done' ? listed.value : []) as { name: string; source: string }[];

it('there are facts, each with a name of its own and a source', () => {
  expect(all.length).toBeGreaterThan(30);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(all.filter(({ source }) => !source)).toEqual([]);
});

it.each(all)('$name ($source)', ({ name }) => {
  expect(createSharedMachine().run(facts, 'runFact', [name])).toMatchObject({ status: 'done', value: true });
});

it("those that need a spreadsheet of someone else fail when it is the user's own", () => {
  const machine = createMachine();
  share(machine, 'facts.unshared', 'edit');
  const name = 'openById refuses a spreadsheet that is not shared with the user';
  expect(machine.run(facts, 'runFact', [name])).toMatchObject({ value: 'null' });
});

it('they all hold in one execution', () => {
  expect(createMachine().run(facts, 'runFacts')).toMatchObject({
    status: 'done',
    value: { passed: all.length, failed: [] },
  });
});

it.each([
  { method: 'GET', path: '?n=1&n=2', passed: 4 },
  { method: 'POST', path: '?n=1', type: 'application/x-www-form-urlencoded', body: 'n=2&t=%C3%A9', passed: 5 },
])('those of a web app hold for a $method', ({ passed, ...request }) => {
  const deployed = { ...facts, webApp: { access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' } };
  expect(createMachine().web(deployed, request)).toMatchObject({ content: JSON.stringify({ passed, failed: [] }) });
});

/** A machine with spreadsheets of someone else. */
function createSharedMachine(): Machine {
  const machine = createMachine();
  share(machine, 'facts.viewOnly', 'view');
  share(machine, 'facts.unshared', 'none');
  return machine;
}

function share(machine: Machine, property: string, access: Access): void {
  const workbook = addWorkbook(machine.documents, property, 'en_US', 'Europe/Paris');
  workbook.access = access;
  machine.state.properties.script[property] = workbook.id;
}
