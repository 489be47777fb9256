import { readOptionRenames } from '../../../src/connectors/zendesk/option-renames';
import { DataError } from '../../../src/core/errors';
import type { JsonObject } from '../../../src/core/model';
import { readPass } from '../../fixtures/read-pass';
import { createScriptedZendesk, inTurn, zendeskStream } from '../../fixtures/zendesk';

const page = (ids: readonly number[], hasMore: boolean, after: string | null): JsonObject => ({
  brands: ids.map((id) => ({ id, name: `B${id}`, is_deleted: id === 2 })),
  meta: { has_more: hasMore, after_cursor: after },
  links: { next: 'https://evil.example/api/v2/brands.json?page[after]=z' },
});

test('a list ends where it has no more, although its last page names a next one', () => {
  const system = createScriptedZendesk({ brands: inTurn(page([1, 2], true, 'x y'), page([3], false, 'z')) });
  const { rows } = readPass(zendeskStream('brands'), system.api);
  expect(rows.map((row) => [row.id, row.is_deleted])).toEqual([
    ['1', false],
    ['2', true],
    ['3', false],
  ]);
  expect(system.asked()).toEqual(['brands?page[size]=100', 'brands?page[size]=100&page[after]=x y']);
});

test.each([
  ['leads to itself', page([1], true, 'x')],
  ['says that there is more, but not where', page([1], true, null)],
])('a list that %s stops instead of looping', (_what, answer) => {
  const system = createScriptedZendesk({ brands: inTurn(answer) });
  expect(() => readPass(zendeskStream('brands'), system.api)).toThrow(DataError);
  expect(system.asked().length).toBeLessThan(3);
});

test('deleted groups are asked for too, since old tickets name them', () => {
  const system = createScriptedZendesk({ groups: inTurn({ groups: [{ id: 1, name: 'SAV', deleted: true }] }) });
  expect(readPass(zendeskStream('groups'), system.api).rows).toMatchObject([{ id: '1', name: 'SAV', deleted: true }]);
  expect(system.asked()).toEqual(['groups?exclude_deleted=false&page[size]=100']);
});

test('a field shows the labels of its options by value', () => {
  const ticket_fields = [
    { id: 1, title: 'Motif', type: 'tagger', position: 3, custom_field_options: [{ value: 'a', name: 'Panne' }] },
    { id: 2, title: 'Ville', type: 'text', position: 4, active: false },
  ];
  const { api } = createScriptedZendesk({ ticket_fields: inTurn({ ticket_fields }) });
  expect(readPass(zendeskStream('ticket_fields'), api).rows).toMatchObject([
    { id: '1', title: 'Motif', position: 3, options: '{"a":"Panne"}' },
    { id: '2', active: false, options: null },
  ]);
});

const optionsOf = (labels: Readonly<Record<string, string>>): { id: string; options: string } => ({
  id: '7',
  options: JSON.stringify(labels),
});

test('an option with a new label renames the old one in the column of its field', () => {
  const before = optionsOf({ a: 'Panne', b: 'Vol', c: 'Perte' });
  expect(readOptionRenames(before, optionsOf({ a: 'Panne matérielle', b: 'Vol', d: 'Perte' }))).toEqual([
    { column: 'field.7', texts: { Panne: 'Panne matérielle', d: 'Perte' } },
  ]);
  expect(zendeskStream('ticket_fields').renames?.in).toBe('tickets');
});

test('a new option renames its mere value, unless another option is called so', () => {
  expect(readOptionRenames(optionsOf({ a: 'X' }), optionsOf({ a: 'X', b: 'Y' }))).toEqual([
    { column: 'field.7', texts: { b: 'Y' } },
  ]);
  expect(readOptionRenames(optionsOf({ a: 'b' }), optionsOf({ a: 'b', b: 'Y' }))).toEqual([]);
});

test('labels that change places are renamed both ways', () => {
  expect(readOptionRenames(optionsOf({ a: 'X', b: 'Y' }), optionsOf({ a: 'Y', b: 'X' }))).toEqual([
    { column: 'field.7', texts: { X: 'Y', Y: 'X' } },
  ]);
});

test('a label that two options bore is left alone', () => {
  expect(readOptionRenames(optionsOf({ a: 'X', b: 'X' }), optionsOf({ a: 'Y', b: 'X' }))).toEqual([]);
});

test.each(['', '{"a":"Pan', '[1]', 'null', null, 7])('options that cannot be read (%j) rename nothing', (options) => {
  expect(readOptionRenames({ id: '7', options }, optionsOf({ a: 'Y' }))).toEqual([]);
});

test('a renamed custom status reaches the column of its label', () => {
  const field = (label: string): JsonObject => ({
    ticket_fields: [{ id: 5, type: 'custom_status', custom_statuses: [{ id: 31, agent_label: label }] }],
  });
  const system = createScriptedZendesk({ ticket_fields: inTurn(field('Résolu'), field('Clos')) });
  const [before = {}] = readPass(zendeskStream('ticket_fields'), system.api).rows;
  const again = createScriptedZendesk({ ticket_fields: inTurn(field('Clos')) });
  const [after = {}] = readPass(zendeskStream('ticket_fields'), again.api).rows;
  expect(readOptionRenames(before, after)).toEqual([{ column: 'custom_status_label', texts: { Résolu: 'Clos' } }]);
});
