import type { Connector, Stream } from '../../src/connectors/connector';
import { defineColumns } from '../../src/core/columns';
import { BusyError, SignInError } from '../../src/core/errors';
import { clock } from '../../src/platform/clock';

// Three systems that answer from memory, and behave by the calendar: what `year.test.ts` runs for a year.

/** Is asked every hour. In the starved weeks an answer takes so long that a day's runs do not fit into Google's allowance. */
const mill = define('mill', [], () => {
  clock.sleep(isIn('2027-05-03', '2027-05-17') ? 290_000 : 20_000);
  if (isIn('2027-07-05', '2027-07-06')) {
    throw new BusyError(clock.now() + 3_600_000, 'mill: 503', { fr: 'Le moulin est en panne.', en: 'The mill is down.' });
  }
});

/** Refuses its key for two weeks in March. */
const bakery = define('bakery', ['apiKey'], () => {
  if (isIn('2027-03-08', '2027-03-22')) {
    throw new SignInError('bakery: 401', { fr: 'Clé refusée.', en: 'Key refused.' });
  }
});

const harbour = define('harbour', ['token'], () => undefined);

export const connectors: readonly Connector[] = [mill, bakery, harbour];

function isIn(from: string, to: string): boolean {
  return Date.parse(from) <= clock.now() && clock.now() < Date.parse(to);
}

function define(name: string, secrets: readonly string[], answer: () => void): Connector {
  const words = { fr: name, en: name };
  const stream: Stream = {
    name: `${name}-rows`,
    title: words,
    help: words,
    key: ['id'],
    columns: defineColumns('text', { id: ['Le numéro', 'The number'], at: ['Quand', 'When'] }),
    mode: 'snapshot',
    read() {
      answer();
      return { rows: [{ id: '1', at: String(Math.floor(clock.now() / 86_400_000)) }], cursor: {}, done: true };
    },
  };
  return {
    name,
    title: name,
    help: words,
    icon: 'M2 2h20v20H2Z',
    settings: secrets.map((secret) => ({
      ...{ name: secret, title: words, help: words, example: 'sesame', secret: true, required: true },
    })),
    signIn: (settings) => ({
      ...{ base: `https://${name}.example`, headers: {}, paces: [] },
      secrets: secrets.map((secret) => settings[secret] ?? ''),
    }),
    check: () => words,
    streams: () => [stream],
  };
}
