import type { Api, Connector, Settings, Stream } from '../../src/connectors/connector';
import { BusyError, DataError, SignInError, SyncError, UnavailableError } from '../../src/core/errors';
import type { Row } from '../../src/core/model';
import type { HttpRequest } from '../../src/platform/services';
import { keyText, readPass } from '../fixtures/read-pass';
import type { Scripted } from '../fixtures/scripted-send';
import { createTestApi } from '../fixtures/test-api';
import type { VirtualClock } from '../fixtures/virtual-clock';

/** What the suite needs to try a connector. */
export interface ConnectorFixture {
  readonly settings: Settings;
  /** A system with some records of every kind, several pages of the larger ones, that nobody else changes. */
  start(): { readonly api: Api; readonly clock: VirtualClock; readonly requests: readonly HttpRequest[] };
  /** Streams that the system does not have. */
  readonly unavailable?: readonly string[];
  /** Streams that every account has: refused, they fail. */
  readonly needed?: readonly string[];
  /** Columns that are documented, but empty in the system, as `stream.column`. */
  readonly empty?: RegExp;
}

/** Every promise that a connector makes to the engine, tried on each of its streams. */
export function describeConnector(connector: Connector, fixture: ConnectorFixture): void {
  const streams = connector.streams(fixture.settings);
  const whole = streams.filter((stream) => stream.read !== undefined);
  const readable = whole.filter(({ name }) => !fixture.unavailable?.includes(name));
  const signIn = connector.signIn(fixture.settings);
  const scripted = (...script: readonly Scripted[]): Api => createTestApi(script, signIn).api;

  describe(`${connector.title}: what the user edits`, () => {
    describeSettings(connector);
  });

  describe(`${connector.title}: words`, () => {
    test('it says in one sentence of both languages what it brings, and has an icon', () => {
      for (const text of [connector.help.fr, connector.help.en]) expect(text).toMatch(/^[A-ZÀ-Ý][^.]{10,120}\.$/u);
      expect(connector.icon).toMatch(/^M[\d\sMLHVCSQTAZmlhvcsqtaz.,-]+[Zz]$/);
    });

    test.each(streams)('$name has a title and a sentence in both languages', ({ title, help }) => {
      expect([title.fr, title.en].every((text) => text.length > 2)).toBe(true);
      for (const text of [help.fr, help.en]) expect(text).toMatch(/^[A-ZÀ-Ý].*\.$/u);
    });

    test.each(streams)('every column of $name is described once, in both languages', ({ columns, key, feeds }) => {
      const names = columns.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(feeds ? [] : key.filter((column) => !names.includes(column))).toEqual([]);
      expect(columns.filter(({ help }) => ![help.fr, help.en].every((text) => text.length > 2))).toEqual([]);
    });

    test('every secret setting is one that no message shows', () => {
      const secrets = connector.settings.filter(({ secret }) => secret).map(({ name }) => fixture.settings[name]);
      expect(signIn.secrets).toEqual(expect.arrayContaining(secrets));
    });

    test('streams only name streams that exist', () => {
      const names = streams.map(({ name }) => name);
      expect(
        streams.flatMap(({ from = [], feeds = [] }) => [...from, ...feeds]).filter((name) => !names.includes(name)),
      ).toEqual([]);
      expect(streams.filter((stream) => !stream.read && !stream.from)).toEqual([]);
    });
  });

  describe.each(readable)(`${connector.title}: $name`, (stream) => {
    describeStream(stream, fixture, signIn.base);
  });

  describe(`${connector.title}: trouble`, () => {
    test.each(whole)('$name: 401 asks to sign in again', (stream) => {
      expect(() => readPass(stream, scripted({ status: 401 }))).toThrow(SignInError);
    });

    test.each(whole)(
      '$name: 403 for everything means unavailable, or a failure where every account has it',
      (stream) => {
        const expected = fixture.needed?.includes(stream.name) ? DataError : UnavailableError;
        expect(() => readPass(stream, scripted({ status: 403 }))).toThrow(expected);
      },
    );

    test.each([429, 500, 503])('%i for good pauses every stream', (status) => {
      for (const stream of whole) expect(() => readPass(stream, scripted({ status }))).toThrow(BusyError);
    });

    test.each(['<html>maintenance</html>', '[{"id":1},{"i', ''])('%j for good stops every stream', (text) => {
      for (const stream of whole) expect(() => readPass(stream, scripted({ text }))).toThrow(DataError);
    });

    test.each(['{}', 'null', '"text"', '7', '[null]', '[[]]'])('%s is no reason to crash', (text) => {
      for (const stream of whole) {
        try {
          readPass(stream, scripted({ text }));
        } catch (error) {
          expect(error).toBeInstanceOf(SyncError);
        }
      }
    });

    test('no message shows a secret, even when the system repeats it', () => {
      const echo = { status: 400, text: JSON.stringify({ detail: signIn.secrets.join() }) };
      for (const stream of whole) {
        const shown = messageOf(() => readPass(stream, scripted(echo)));
        expect(signIn.secrets.filter((secret) => shown.includes(secret))).toEqual([]);
      }
    });
  });
}

function describeSettings({ settings }: Connector): void {
  test.each(settings)('$name has a title, help in both languages and an example', ({ title, help, example }) => {
    expect([title.fr, title.en, example].every((text) => text.length > 0)).toBe(true);
    for (const text of [help.fr, help.en]) expect(text).toMatch(/^[A-ZÀ-Ý].*[^\s.]/u);
  });

  test('examples match their patterns', () => {
    for (const { pattern = '.*', example } of settings) {
      expect(example).toMatch(new RegExp(`^(?:${pattern})$`));
      // As a form reads it, which is stricter (html.spec.whatwg.org, "The pattern attribute").
      expect(example).toMatch(new RegExp(`^(?:${pattern})$`, 'v'));
    }
  });

  test('a secret is a key without blanks', () => {
    for (const { pattern = '.*' } of settings.filter(({ secret }) => secret)) {
      expect('two words').not.toMatch(new RegExp(`^(?:${pattern})$`));
    }
  });

  test('choices are told apart, and a blank stands for the first', () => {
    for (const { choices = [], example, secret, required } of settings.filter((setting) => setting.choices)) {
      const values = choices.map(({ value }) => value);
      expect(values.length).toBeGreaterThan(1);
      expect(values).toHaveLength(new Set(values).size);
      expect(values).toContain(example);
      expect(choices.every(({ title }) => title.fr !== '' && title.en !== '')).toBe(true);
      // They are compared in lower case.
      expect([values.join(), secret, required]).toEqual([values.join().toLowerCase(), false, false]);
    }
  });

  test('a setting depends on the choices of one before it', () => {
    const wrong = settings.filter(({ when }, place) => {
      const other = settings.slice(0, place).find(({ name }) => name === when?.setting);
      const values = other?.choices?.map(({ value }) => value) ?? [];
      return when && (when.values.length === 0 || !when.values.every((value) => values.includes(value)));
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
}

function describeStream(stream: Stream, fixture: ConnectorFixture, base: string): void {
  const { api, clock, requests } = fixture.start();
  const first = readPass(stream, api);
  const rowsOf = (name: string): readonly Row[] => (name === stream.name ? first.rows : (first.also[name] ?? []));

  test('every row has its key, which no other record has', () => {
    const keys = first.rows.map((row) => keyText(stream.key, row));
    expect(keys.filter((key) => key.split(' | ').includes(''))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length + Object.values(first.also).flat().length).toBeGreaterThan(0);
  });

  test('every column is filled by some row', () => {
    const isFilled = (name: string): boolean => first.rows.some((row) => (row[name] ?? null) !== null);
    const names = stream.columns.map(({ name }) => name).filter((name) => !isFilled(name));
    expect(names.filter((name) => !fixture.empty?.test(`${stream.name}.${name}`))).toEqual([]);
  });

  test('a stop after any page changes nothing', () => {
    const again = fixture.start();
    const pages = readPass(stream, again.api).pages;
    expect(pages.map((page) => page.rows.length)).toEqual(first.pages.map((page) => page.rows.length));
    for (const page of pages.slice(0, -1).slice(0, 5)) {
      const rest = readPass(stream, again.api, page.cursor);
      const read = pages.slice(pages.indexOf(page) + 1).flatMap(({ rows }) => rows);
      expect(rest.rows).toEqual(read);
    }
  });

  test('a cursor takes less than 2 KB', () => {
    expect(first.longestCursor).toBeLessThan(2000);
  });

  test('nothing but the system is asked, and it is only read', () => {
    expect(requests.filter(({ url, method }) => method !== 'get' || !url.startsWith(`${base}/`))).toEqual([]);
  });

  test('no row holds a secret', () => {
    const text = JSON.stringify([first.rows, first.also]);
    expect(Object.values(fixture.settings).filter((value) => value.length > 8 && text.includes(value))).toEqual([]);
  });

  test('a second pass a day later brings nothing new', () => {
    clock.pass(24 * 3_600_000);
    const second = readPass(stream, api, first.cursor);
    const before = new Map(rowsOf(stream.name).map((row) => [keyText(stream.key, row), row]));
    expect(
      second.rows.filter((row) => JSON.stringify(before.get(keyText(stream.key, row))) !== JSON.stringify(row)),
    ).toEqual([]);
  });
}

function messageOf(run: () => unknown): string {
  try {
    run();
    return '';
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    return [error.message, error.stack, error.advice.fr, error.advice.en].join();
  }
}
