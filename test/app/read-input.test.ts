import { readDraft, readId, readIds, readLanguage, readOptions, readText } from '../../src/app/read-input';
import { SettingsError } from '../../src/core/errors';
import { thrown } from '../fixtures/thrown';

const draft = { connector: 'wedof', settings: { apiKey: 'sesame' } };
const daily = { every: 'day', hour: 6 };

describe('a draft', () => {
  it('comes out as it went in', () => {
    const whole = {
      id: '0123456789',
      connector: 'wedof',
      title: 'Wedof',
      settings: { apiKey: 'sesame', links: '' },
      streams: ['users'],
      spreadsheet: '',
      tabs: { users: 'Gens' },
      mode: 'full',
      schedule: { every: 'month', hour: 0, day: 31 },
    };
    expect(readDraft(whole)).toEqual(whole);
    expect(readDraft({ ...draft, schedule: null })).toEqual({ ...draft, schedule: null });
  });

  it('has a title without the blanks around it', () => {
    expect(readDraft({ ...draft, title: ' Wedof\n' }).title).toBe('Wedof');
  });

  it('may leave out what it does not change', () => {
    expect(readDraft({ ...draft, title: undefined, schedule: undefined })).toEqual(draft);
  });

  it('loses what nobody knows', () => {
    const view = { ...draft, owner: 'anne@example.com', schedule: { ...daily, next: '2026-11-21', text: 'demain' } };
    expect(readDraft(view)).toEqual({ ...draft, schedule: daily });
  });

  it('changes no prototype', () => {
    const given: unknown = JSON.parse(
      '{"connector":"wedof","__proto__":{"mode":"full"},"settings":{"__proto__":"x","constructor":"y","links":"yes"}}',
    );
    const read = readDraft(given);
    expect(Object.keys(read)).toEqual(['connector', 'settings']);
    expect(read.mode).toBeUndefined();
    expect(Object.keys(read.settings)).toEqual(['links']);
    expect(Object.getPrototypeOf(read.settings)).toBe(Object.prototype);
  });

  it.each([
    ['nothing', undefined, 'connection'],
    ['a list', [draft], 'connector'],
    ['no settings', { connector: 'wedof' }, 'settings'],
    ['a number for a setting', { ...draft, settings: { apiKey: 7 } }, 'apiKey'],
    ['a setting of 2,001 characters', { ...draft, settings: { apiKey: 'x'.repeat(2001) } }, 'apiKey'],
    ['a title of 101 characters', { ...draft, title: 'x'.repeat(101) }, 'title'],
    ['a title of two lines', { ...draft, title: 'a\nb' }, 'title'],
    ['an id that is none', { ...draft, id: '../secret' }, 'id'],
    ['a stream that is no name', { ...draft, streams: ['users', 7] }, 'streams'],
    ['a tab that is no name', { ...draft, tabs: { users: null } }, 'users'],
    ['an unknown mode', { ...draft, mode: 'half' }, 'mode'],
    ['a word for a schedule', { ...draft, schedule: 'daily' }, 'schedule'],
    ['an unknown frequency', { ...draft, schedule: { ...daily, every: 'minute' } }, 'every'],
    ['no hour', { ...draft, schedule: { every: 'day' } }, 'hour'],
    ['the hour 24', { ...draft, schedule: { ...daily, hour: 24 } }, 'hour'],
    ['half an hour', { ...draft, schedule: { ...daily, hour: 6.5 } }, 'hour'],
    ['an hour in letters', { ...draft, schedule: { ...daily, hour: '6' } }, 'hour'],
    ['the day 0', { ...draft, schedule: { every: 'month', hour: 6, day: 0 } }, 'day'],
    ['the day 32 of a month', { ...draft, schedule: { every: 'month', hour: 6, day: 32 } }, 'day'],
    ['the day 8 of a week', { ...draft, schedule: { every: 'week', hour: 6, day: 8 } }, 'day'],
  ])('is refused with %s, naming the field in both languages', (_, given, field) => {
    const error = thrown(SettingsError, () => readDraft(given));
    expect(error.field).toBe(field);
    for (const text of [error.advice.fr, error.advice.en]) expect(text).toMatch(/^[A-Z].*\.$/);
  });

  it('is refused without repeating what came', () => {
    const secret = `sesame${'x'.repeat(2000)}`;
    for (const given of [
      { ...draft, settings: { apiKey: secret } },
      { ...draft, title: secret },
      { ...draft, mode: 'sesame' },
      { ...draft, id: 'sesame' },
    ]) {
      const { message, advice } = thrown(SettingsError, () => readDraft(given));
      expect([message, advice.fr, advice.en].join()).not.toContain('sesame');
    }
  });

  it('that is too long says how long it may be', () => {
    const settings = { apiKey: 'x'.repeat(2001) };
    expect(thrown(SettingsError, () => readDraft({ ...draft, settings })).advice.fr).toContain('2 000 caractères');
    expect(thrown(SettingsError, () => readDraft({ ...draft, title: 'x'.repeat(101) })).advice.en).toContain('100');
  });
});

describe('an id', () => {
  it.each(['', '012345678', '0123456789a', 'ABCDEF0123', 7, null, ['0123456789'], { id: '0123456789' }])(
    'is not %j',
    (given) => {
      expect(thrown(SettingsError, () => readId(given)).field).toBe('id');
    },
  );

  it('is ten digits in base 16', () => {
    expect(readId('0123abcdef')).toBe('0123abcdef');
  });
});

test('ids are a list of them; none stands for all', () => {
  expect(readIds(['0123456789', 'abcdef0123'])).toEqual(['0123456789', 'abcdef0123']);
  expect([readIds(undefined), readIds(null)]).toEqual([undefined, undefined]);
  for (const given of ['0123456789', ['all'], [['0123456789']], 7]) {
    expect(thrown(SettingsError, () => readIds(given)).field).toBe('ids');
  }
});

test('options are what a run knows', () => {
  expect(readOptions({ relabel: true, force: true })).toEqual({ relabel: true });
  expect([readOptions(undefined), readOptions(null), readOptions({})]).toEqual([undefined, undefined, {}]);
  expect(thrown(SettingsError, () => readOptions({ relabel: 'yes' })).field).toBe('relabel');
});

test('a language is one that Sync speaks', () => {
  expect([readLanguage('fr'), readLanguage('en')]).toEqual(['fr', 'en']);
  for (const given of ['de', 'FR', null])
    expect(thrown(SettingsError, () => readLanguage(given)).field).toBe('language');
});

test('a text is no longer than all that can be stored', () => {
  expect(readText('{}')).toBe('{}');
  expect(thrown(SettingsError, () => readText('x'.repeat(500_001))).field).toBe('text');
  expect(thrown(SettingsError, () => readText({})).field).toBe('text');
});
