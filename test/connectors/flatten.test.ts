import { createFlatten } from '../../src/connectors/flatten';
import { defineColumns } from '../../src/core/columns';

const columns = [
  ...defineColumns('text', {
    id: ['Id.', 'Id.'],
    'person.name': ['Nom.', 'Name.'],
    'person.town.city': ['Ville.', 'City.'],
    metadata: ['Champs.', 'Fields.'],
  }),
];
const flatten = createFlatten(columns, (name) => ['secret', 'href'].includes(name), true);

test('nested fields are named by their path', () => {
  expect(flatten({ id: 1, person: { name: 'Ana', town: { city: 'Lyon' } } })).toEqual({
    id: 1,
    'person.name': 'Ana',
    'person.town.city': 'Lyon',
  });
});

test('fields that no column describes are kept, at any depth', () => {
  expect(flatten({ id: 1, other: true, person: { age: 3 }, deep: { a: { b: 'x' } } })).toEqual({
    id: 1,
    other: true,
    'person.age': 3,
    'deep.a.b': 'x',
  });
});

test('a column that bears the path of an object holds it as JSON text', () => {
  expect(flatten({ metadata: { a: [1], b: { c: null } } })).toEqual({ metadata: '{"a":[1],"b":{"c":null}}' });
});

test('a list of plain values is joined, a list of objects is JSON text', () => {
  expect(
    flatten({ tags: ['a', 2, true, null], files: [{ id: 1 }], mixed: [1, { id: 2 }], nested: [[1], [2]] }),
  ).toEqual({
    tags: 'a, 2, true',
    files: '[{"id":1}]',
    mixed: '[1,{"id":2}]',
    nested: '[[1],[2]]',
  });
});

test('an empty list or object is empty', () => {
  expect(flatten({ tags: [], metadata: {}, other: {} })).toEqual({ tags: null, metadata: null, other: null });
});

test('an object that is null or empty empties the columns below it', () => {
  const emptied = { 'person.name': null, 'person.town.city': null };
  expect(flatten({ person: null })).toEqual(emptied);
  expect(flatten({ person: {} })).toEqual(emptied);
  expect(flatten({ person: { town: null } })).toEqual({ 'person.town.city': null });
});

test('an absent field leaves its columns absent, which an embedded record needs', () => {
  expect(flatten({ id: 1 })).toEqual({ id: 1 });
});

test('what is left out appears nowhere, not in JSON text either', () => {
  const record = {
    secret: 1,
    person: { secret: 2, name: 'Ana' },
    metadata: { a: { secret: 3 } },
    files: [{ secret: 4 }],
  };
  expect(flatten({ ...record, _links: { self: { href: '/x' }, org: { href: '/y', siret: '1' } } })).toEqual({
    'person.name': 'Ana',
    metadata: '{"a":{}}',
    files: '[{}]',
    '_links.org.siret': '1',
  });
});

test('texts stay as they came, whatever they look like', () => {
  const record = { a: '=1+1', b: '007', c: '+33612345678', d: '', e: 'TRUE' };
  expect(flatten(record)).toEqual(record);
});

test('a field named after a prototype is no danger', () => {
  const record = JSON.parse('{"__proto__": {"polluted": true}, "constructor": "x", "id": 1}') as Record<string, string>;
  const row = flatten(record);
  expect(Object.keys(row)).toEqual(['constructor', 'id']);
  expect(row).not.toHaveProperty('polluted');
});

test('an endlessly nested object becomes text instead of endless columns', () => {
  const deep = JSON.parse('{"a":'.repeat(50) + '1' + '}'.repeat(50)) as Record<string, never>;
  const [[path, text] = []] = Object.entries(flatten(deep));
  expect(path?.split('.')).toHaveLength(8);
  expect(String(text)).toContain('{"a":{"a"');
});

test('what one record lacks does not change how the next is read', () => {
  expect(flatten({ extra: 'text' })).toEqual({ extra: 'text' });
  expect(flatten({ extra: { a: 1 } })).toEqual({ 'extra.a': 1 });
  expect(flatten({ extra: null })).toEqual({ extra: null });
});
