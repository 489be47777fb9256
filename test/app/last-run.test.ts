import { lastRunsOf, withLastRuns, writeLastRuns } from '../../src/app/last-run';
import { useLanguage } from '../../src/app/words';
import type { Entry } from '../../src/engine/engine';
import type { Store } from '../../src/platform/services';

const LOAVES = { fr: 'Pains', en: 'Loaves' };
const CAKES = { stream: 'cakes', title: { fr: 'Gâteaux', en: 'Cakes' } };
const ENTRY: Entry = {
  ...{ startedAt: 1000, duration: 500, run: 900, connection: 'b', stream: 'loaves', title: LOAVES, status: 'finished' },
  ...{ read: 5, inserted: 4, updated: 3, removed: 2, requests: 1 },
  message: { fr: '', en: '' },
};

let properties: Record<string, string>;
let writes: string[];
const store: Store = {
  get: (name) => properties[name] ?? null,
  set: (name, value) => {
    writes.push(name);
    properties[name] = value;
  },
  remove: (name) => {
    properties = Object.fromEntries(Object.entries(properties).filter(([each]) => each !== name));
  },
  all: () => properties,
};

beforeEach(() => {
  properties = { 'connection.b': '{}' };
  writes = [];
  useLanguage('fr');
});

describe('the last run of a connection', () => {
  it('is the sum of its streams, written once', () => {
    writeLastRuns(store, [ENTRY, { ...ENTRY, ...CAKES, startedAt: 1500, duration: 1000 }]);
    expect(writes).toEqual(['last.b']);
    const sum = { read: 10, inserted: 8, updated: 6, removed: 4, message: '' };
    expect([...lastRunsOf(properties)]).toEqual([
      ['b', { startedAt: 1000, duration: 1500, status: 'finished', ...sum }],
    ]);
  });

  it('is told apart from those of other connections', () => {
    writeLastRuns(store, [ENTRY, { ...ENTRY, connection: 'c', read: 7 }]);
    expect([...lastRunsOf(properties)].map(([id, { read }]) => [id, read])).toEqual([
      ['b', 5],
      ['c', 7],
    ]);
  });

  it.each([
    [['finished', 'failed', 'stopped'], 'failed'],
    [['finished', 'stopped', 'unavailable'], 'stopped'],
    [['unavailable', 'finished'], 'finished'],
    [['unavailable', 'unavailable'], 'unavailable'],
  ] as const)('of streams that are %j is %s', (statuses, expected) => {
    writeLastRuns(
      store,
      statuses.map((status) => ({ ...ENTRY, status })),
    );
    expect(lastRunsOf(properties).get('b')?.status).toBe(expected);
  });

  const FAILED = { ...ENTRY, status: 'failed', message: { fr: 'Clé refusée.', en: 'Key refused.' } } as const;

  it('says what failed first, each thing once, with what it is about, in the language of whoever reads it', () => {
    const note = { ...ENTRY, ...CAKES, message: { fr: 'Il en manque.', en: 'Some are missing.' } };
    writeLastRuns(store, [note, FAILED, { ...FAILED, stream: 'rolls', title: { fr: 'Petits pains', en: 'Rolls' } }]);
    expect(messageIn('fr')).toBe('Pains, Petits pains : Clé refusée.\nGâteaux : Il en manque.');
    expect(messageIn('en')).toBe('Loaves, Rolls: Key refused.\nCakes: Some are missing.');
  });

  it('names no kind of records when all of them have the same to say', () => {
    writeLastRuns(store, [FAILED, { ...FAILED, ...CAKES }]);
    expect(messageIn('fr')).toBe('Clé refusée.');
  });

  it('can still be read where an earlier version wrote it, in one language', () => {
    writeLastRuns(store, [FAILED]);
    properties['last.b'] = (properties['last.b'] ?? '').replace(/"message":{.*?}/, '"message":"Key refused."');
    expect(messageIn('fr')).toBe('Key refused.');
  });

  it('is not one that could not even begin, when somebody else asked for it', () => {
    const refused = { ...FAILED, stream: '', title: { fr: '', en: '' } };
    const appended: Entry[] = [];
    const append = (entries: readonly Entry[]): void => void appended.push(...entries);
    withLastRuns({ append }, store, () => false).append([refused]);
    expect([lastRunsOf(properties).size, appended]).toEqual([0, [refused]]);
    withLastRuns({ append }, store, () => true).append([refused]);
    expect(lastRunsOf(properties).get('b')?.status).toBe('failed');
  });

  it('has no more than 500 characters to say', () => {
    writeLastRuns(store, [{ ...ENTRY, message: { fr: 'é'.repeat(900), en: '' } }]);
    const { message = '' } = lastRunsOf(properties).get('b') ?? {};
    expect([message.length, message.at(-1)]).toEqual([500, '…']);
  });
});

function messageIn(language: 'fr' | 'en'): string | undefined {
  useLanguage(language);
  return lastRunsOf(properties).get('b')?.message;
}
