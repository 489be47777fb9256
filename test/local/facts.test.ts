import { join } from 'node:path';
import { createMachine } from '../../local/apps-script/machine';
import { openProject } from '../../local/apps-script/project';

const facts = openProject(join(__dirname, '../../local/facts.js'));
const listed = createMachine().run(facts, 'listFacts');
const all = (listed.status === 'done' ? listed.value : []) as { name: string; source: string }[];

it('there are facts, each with a name of its own and a source', () => {
  expect(all.length).toBeGreaterThan(30);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(all.filter(({ source }) => !source)).toEqual([]);
});

it.each(all)('$name ($source)', ({ name }) => {
  expect(createMachine().run(facts, 'runFact', [name])).toMatchObject({ status: 'done', value: true });
});

it('they all hold in one execution', () => {
  expect(createMachine().run(facts, 'runFacts')).toMatchObject({
    status: 'done',
    value: { passed: all.length, failed: [] },
  });
});
