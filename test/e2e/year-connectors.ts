import type { Connector, Stream } from '../../src/connectors/connector';
import { defineColumns } from '../../src/core/columns';
import { BusyError, SignInError } from '../../src/core/errors';
import { clock } from '../../src/platform/clock';

// Three systems that answer from memory and behave by the calendar of 2027: what an office syncs for a year (`office-year.ts`).

/** In the starved weeks an answer takes so long that a day's hourly runs do not fit into Google's allowance; one day it is down. */
const mill = define('mill', () => {
  clock.sleep(isBetween(STARVED) ? 280_000 : 10_000);
  if (isBetween(['2027-07-05', '2027-07-06'])) {
    throw new BusyError(clock.now() + 3_600_000, 'mill: 503', {
      fr: 'Le moulin est en panne.',
      en: 'The mill is down.',
    });
  }
});

/** The weeks in which the mill is slow. */
export const STARVED = ['2027-05-03', '2027-05-17'] as const;

/** Refuses its key for two weeks in March. */
const bakery = define('bakery', () => {
  if (isBetween(['2027-03-08', '2027-03-22'])) {
    throw new SignInError('bakery: 401', { fr: 'Clé refusée.', en: 'Key refused.' });
  }
});

/** Is somebody else's, who leaves. */
const harbour = define('harbour', () => undefined);

export const connectors: readonly Connector[] = [mill, bakery, harbour];

function isBetween([from, to]: readonly [string, string]): boolean {
  return Date.parse(from) <= clock.now() && clock.now() < Date.parse(to);
}

function define(name: string, answer: () => void): Connector {
  const words = { fr: name, en: name };
  const stream: Stream = {
    ...{ name: `${name}-rows`, title: words, help: words, key: ['id'], mode: 'snapshot' },
    columns: defineColumns('text', { id: ['Le numéro', 'The number'], day: ['Le jour', 'The day'] }),
    read() {
      answer();
      const day = String(Math.floor(clock.now() / 86_400_000));
      return { rows: [{ id: '1', day }], cursor: {}, done: true };
    },
  };
  const place = { name: 'place', title: words, help: words, example: 'Lyon', secret: false, required: false };
  return {
    ...{ name, title: name, help: words, icon: 'M2 2h20v20H2Z', settings: [place] },
    signIn: () => ({ base: `https://${name}.example`, headers: {}, paces: [], secrets: [] }),
    check: () => words,
    streams: () => [stream],
  };
}
