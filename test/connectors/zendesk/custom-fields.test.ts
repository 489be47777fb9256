import { defineCustomFields, readCustomValues } from '../../../src/connectors/zendesk/custom-fields';
import type { Json, JsonObject, Value } from '../../../src/core/model';

const field = (id: number, title: string, type: string, more: JsonObject = {}): JsonObject => ({
  id,
  title,
  type,
  active: true,
  position: id,
  ...more,
});

const headersOf = (...fields: readonly JsonObject[]): readonly (readonly string[] | undefined)[] =>
  defineCustomFields(fields).map(({ column }) => column.headers);

function cellOf(type: string, value: Json | undefined, more: JsonObject = {}): Value | undefined {
  return defineCustomFields([field(1, 'Motif', type, more)])[0]?.toCell(value);
}

test('a column is called by the title of its field, with the number as a way out', () => {
  const [motif] = defineCustomFields([field(11, 'Motif', 'text', { raw_title: '{{dc.motif}}' })]);
  expect(motif?.column).toMatchObject({ name: 'field.11', headers: ['Motif', 'Motif (11)'] });
});

test.each(['status', 'Status', 'DESCRIPTION', 'is_deleted', 'synced_at'])(
  'a field called like one of our columns (%s) always bears its number',
  (title) => {
    expect(headersOf(field(11, title, 'text'))).toEqual([[`${title} (11)`]]);
  },
);

test('of two fields with one title the first by position comes first, and may have it', () => {
  const fields = [field(12, 'Ville', 'text', { position: 9 }), field(11, 'Ville', 'text', { position: 2 })];
  expect(defineCustomFields(fields).map(({ id }) => id)).toEqual(['11', '12']);
  expect(headersOf(...fields)[1]).toEqual(['Ville', 'Ville (12)']);
});

test('a field that is in no use any more comes last, and gets no new column', () => {
  const fields = defineCustomFields([field(1, 'Ancien', 'text', { active: false }), field(2, 'Motif', 'text')]);
  expect(fields.map(({ id, column }) => [id, column.dormant])).toEqual([
    ['2', undefined],
    ['1', true],
  ]);
});

test.each(['subject', 'description', 'status', 'custom_status', 'tickettype', 'priority', 'group', 'assignee'])(
  'Zendesk’s own field %s is none of the account’s',
  (type) => {
    expect(defineCustomFields([field(1, 'Objet', type)])).toEqual([]);
  },
);

const options = {
  custom_field_options: [
    { value: 'panne', name: 'Matériel::Panne' },
    { value: 'vol', name: 'Vol' },
  ],
};

test('a list shows the label of its option, and the value of one that it does not know', () => {
  expect(cellOf('tagger', 'panne', options)).toBe('Matériel::Panne');
  expect(cellOf('tagger', 'perte', options)).toBe('perte');
  expect(cellOf('tagger', null, options)).toBeNull();
});

test('a list of several choices shows their labels, separated by commas', () => {
  expect(cellOf('multiselect', ['panne', 'perte', 'vol'], options)).toBe('Matériel::Panne, perte, Vol');
  expect(cellOf('multiselect', [], options)).toBeNull();
});

test('a box is true, false or empty', () => {
  expect([true, false, null].map((value) => cellOf('checkbox', value))).toEqual([true, false, null]);
});

test.each([
  ['12.50', 12.5],
  ['-3', -3],
  ['007', 7],
  ['100', 100],
  ['0', 0],
  ['0.10', 0.1],
  [42, 42],
  ['12345678901234567890', '12345678901234567890'],
  ['0.12345678901234567891', '0.12345678901234567891'],
  ['douze', 'douze'],
  ['', null],
])('the number %j is %j', (value, cell) => {
  expect(cellOf('decimal', value)).toBe(cell);
  expect(cellOf('integer', value)).toBe(cell);
});

test.each([
  ['text', '=1+1', '=1+1'],
  ['regexp', '0612345678', '0612345678'],
  ['partialcreditcard', 'XXXXXXXXXXXX1234', 'XXXXXXXXXXXX1234'],
  ['date', '2026-02-02', '2026-02-02'],
  ['lookup', 46406158025617, '46406158025617'],
  ['multi_lookup', [1, 2], '1, 2'],
  ['text', { any: 1 }, '{"any":1}'],
])('a field of type %s shows %j as %j', (type, value, cell) => {
  expect(cellOf(type, value)).toBe(cell);
});

test('kinds follow the type of the field', () => {
  const kinds = ['checkbox', 'date', 'integer', 'decimal', 'tagger', 'never_heard_of'].map(
    (type) => defineCustomFields([field(1, 'x', type)])[0]?.column.kind,
  );
  expect(kinds).toEqual(['boolean', 'day', 'number', 'number', 'text', 'text']);
});

test('values are found under either of their names', () => {
  const values = [{ id: 11, value: 'a' }];
  expect(readCustomValues({ custom_fields: values }).get('11')).toBe('a');
  expect(readCustomValues({ fields: values }).get('11')).toBe('a');
  expect(readCustomValues({ custom_fields: null }).size).toBe(0);
});
