import { hostileTexts } from '../../../../local/vendors/hostile-texts';
import { isJsonObject, toText, type Json, type JsonObject } from '../../../../local/vendors/json';
import { listOf, NOW, openAccount } from './open-account';

const account = openAccount({ tickets: 300, customFields: 20 });
const fields = listOf(account.get('ticket_fields?page[size]=100'), 'ticket_fields');
const tickets = account.kind('tickets').records(0, 300);
const own = fields.filter(({ removable }) => removable === true);
const valuesOf = (type: string): readonly Json[] => {
  const ids = new Set(own.filter((field) => field.type === type).map(({ id }) => id));
  return tickets.flatMap((ticket) =>
    listOf(ticket, 'custom_fields')
      .filter(({ id }) => ids.has(id))
      .map(({ value }) => value ?? null),
  );
};
const isFilled = (value: Json): boolean => value !== null;

describe('fields', () => {
  test('as many active ones as asked for, of every type, and one that is inactive', () => {
    expect(own.filter(({ active }) => active === true)).toHaveLength(20);
    expect(own.filter(({ active }) => active === false)).toHaveLength(1);
    const types = ['text', 'textarea', 'checkbox', 'date', 'integer', 'decimal', 'regexp', 'partialcreditcard'];
    const all = new Set([...types, 'multiselect', 'tagger', 'lookup', 'multi_lookup']);
    expect(new Set(own.map(({ type }) => type))).toEqual(all);
  });

  test("Zendesk's own fields are there too", () => {
    const types = fields.filter(({ removable }) => removable === false).map(({ type }) => type);
    const system = ['subject', 'description', 'status', 'custom_status', 'tickettype', 'priority', 'group', 'assignee'];
    expect(types).toEqual(system);
  });

  test('two fields have one title, one is called like a column, one like a formula', () => {
    const titles = own.map(({ title }) => title);
    expect(titles.filter((title) => title === 'Motif')).toHaveLength(2);
    expect(titles).toEqual(expect.arrayContaining(['status', '=1+1']));
  });

  test('dynamic content stands in raw titles and raw option names only', () => {
    const raw = own.filter(({ raw_title }) => /^\{\{(dc|zd)\./.test(toText(raw_title)));
    expect(raw).toHaveLength(2);
    expect(JSON.stringify(own.map(({ title }) => title))).not.toContain('{{');
    const options = listOf(raw[0] ?? {}, 'custom_field_options');
    expect(options.every(({ name, raw_name }) => raw_name !== name && !toText(name).includes('{{'))).toBe(true);
  });

  test('the field of custom statuses holds their labels', () => {
    const held = listOf(fields.find(({ type }) => type === 'custom_status') ?? {}, 'custom_statuses');
    expect(held).toEqual(listOf(account.get('custom_statuses'), 'custom_statuses'));
    const labels = new Map(held.map(({ id, status_category }) => [id, status_category]));
    const open = tickets.filter(({ status }) => status === 'open' || status === 'hold');
    expect(open.every(({ status, custom_status_id }) => labels.get(custom_status_id) === status)).toBe(true);
  });
});

describe('values', () => {
  test('each type has its shape, and is null in some tickets', () => {
    const shapes: Readonly<Record<string, (value: Json) => boolean>> = {
      checkbox: (value) => typeof value === 'boolean',
      integer: (value) => Number.isInteger(value),
      decimal: (value) => typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value),
      date: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
      tagger: (value) => typeof value === 'string' && /^c\d+_\w+$/.test(value),
      multiselect: (value) => Array.isArray(value),
      multi_lookup: (value) => Array.isArray(value),
      lookup: (value) => typeof value === 'string' && /^\d{14}$/.test(value),
      partialcreditcard: (value) => typeof value === 'string' && /^X{12}\d{4}$/.test(value),
    };
    for (const [type, isShaped] of Object.entries(shapes)) {
      const filled = valuesOf(type).filter(isFilled);
      expect([type, filled.length > 0 && filled.every(isShaped)]).toEqual([type, true]);
    }
    expect(valuesOf('integer')).toContain(null);
  });

  test('some options that tickets hold are no longer among those of the field', () => {
    const known = new Set(own.flatMap((field) => listOf(field, 'custom_field_options').map(({ value }) => value)));
    const taken = valuesOf('tagger').filter(isFilled);
    expect(taken.some((value) => !known.has(value))).toBe(true);
    expect(taken.some((value) => known.has(value))).toBe(true);
  });

  test('options that are chosen are among the tags of the ticket', () => {
    const [ticket] = tickets;
    const ids = new Set(own.filter(({ type }) => type === 'tagger').map(({ id }) => id));
    const chosen = listOf(ticket ?? {}, 'custom_fields').filter(({ id, value }) => ids.has(id) && value !== null);
    expect(ticket?.tags).toEqual(expect.arrayContaining(chosen.map(({ value }) => value)));
  });

  test('fields is custom_fields again', () => {
    expect(tickets.every((ticket) => ticket.fields === ticket.custom_fields)).toBe(true);
  });

  test('a single custom field can be changed, and the others stay', () => {
    const fresh = openAccount({ tickets: 5 });
    const kind = fresh.kind('tickets');
    const before = listOf(kind.records(0, 1)[0] ?? {}, 'custom_fields');
    const id = before[2]?.id ?? null;
    kind.update({ keys: ['1'] }, { custom_fields: [{ id, value: 'autre' }] }, NOW, false);
    const after = listOf(kind.records(0, 1)[0] ?? {}, 'custom_fields');
    expect(after).toEqual(before.map((field) => (field.id === id ? { id, value: 'autre' } : field)));
  });

  test('a field that was made later is in every ticket, without a value', () => {
    const fresh = openAccount({ tickets: 5 });
    const [key = ''] = fresh.kind('ticket_fields').create(1, { title: 'Tout neuf' }, NOW);
    const added = fresh
      .kind('tickets')
      .records(0, 5)
      .map((ticket) => listOf(ticket, 'custom_fields').at(-1));
    expect(added).toEqual(added.map(() => ({ id: Number(key), value: null })));
  });
});

describe('texts', () => {
  const subjects = new Set(tickets.map(({ subject }) => subject));

  test.each(hostileTexts)('%j is the subject of a ticket', (text) => {
    expect(subjects).toContain(text);
  });

  test('names of users, organizations and groups are hostile too', () => {
    const names = (kind: string): readonly string[] =>
      account
        .kind(kind)
        .records(0, Infinity)
        .map(({ name }) => toText(name));
    expect(names('users')).toContain('=1+1');
    expect(names('organizations')).toContain('=1+1');
    expect(names('groups')).toContain('=SOMME(A1)');
  });

  test('one description is longer than a cell holds, unless it is switched off', () => {
    const longest = (of: readonly JsonObject[]): number =>
      Math.max(...of.map(({ description }) => toText(description).length));
    expect(longest(tickets)).toBeGreaterThan(50_000);
    expect(longest(openAccount({ tickets: 10, longText: false }).kind('tickets').records(0, 10))).toBeLessThan(500);
  });

  test('channels, ratings, merges and problems of all sorts occur', () => {
    const scores = tickets.map(({ satisfaction_rating: rating }) => (isJsonObject(rating) ? rating.score : rating));
    expect(new Set(scores)).toEqual(new Set(['unoffered', 'offered', 'good', 'bad', null]));
    expect(tickets.some(({ tags }) => JSON.stringify(tags).includes('closed_by_merge'))).toBe(true);
    expect(tickets.some(({ problem_id }) => problem_id !== null)).toBe(true);
  });
});

test('the same seed makes the same account, another seed another', () => {
  const bodyOf = (seed: number): string =>
    openAccount({ tickets: 10, seed }).ask('/api/v2/incremental/tickets/cursor?start_time=0').body;
  expect(bodyOf(4)).toBe(bodyOf(4));
  expect(bodyOf(4)).not.toBe(bodyOf(5));
});

test('no record of the start is dated after the day before', () => {
  const today = '2026-03-02T00:00:00Z';
  expect(tickets.every(({ created_at, updated_at }) => toText(created_at) <= toText(updated_at))).toBe(true);
  expect(tickets.every(({ updated_at }) => toText(updated_at) < today)).toBe(true);
  expect(tickets.every(({ generated_timestamp }) => Number(generated_timestamp) < Date.parse(today) / 1000)).toBe(true);
});
