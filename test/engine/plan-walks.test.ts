import type { Page, Stream } from '../../src/connectors/connector';
import { planWalks } from '../../src/engine/plan-walks';

const words = { fr: '', en: '' };
const page: Page = { rows: [], cursor: {}, done: true };
const fedOnly = (name: string, from: readonly string[]): Stream => ({
  ...{ name, from, title: words, help: words, key: ['id'], columns: [], mode: 'changes' },
});
const stream = (name: string, rest: Partial<Stream> = {}): Stream => ({
  ...fedOnly(name, []),
  read: () => page,
  ...rest,
});

const streams = [
  stream('folders'),
  stream('certificates'),
  fedOnly('people', ['folders', 'certificates']),
  stream('schools', { from: ['folders'] }),
  stream('events', { optional: true }),
  stream('everything', { optional: true, feeds: ['folders', 'people'] }),
];
const plan = (...chosen: string[]): unknown[] =>
  planWalks(streams, chosen).walks.map(({ stream: { name }, own, fed }) => [
    name,
    own,
    fed.map((target) => target.name),
  ]);

describe('what is read for the chosen streams', () => {
  it('reads every stream that is not optional when none is chosen', () => {
    expect(plan()).toEqual([
      ['folders', true, ['people', 'schools']],
      ['certificates', true, ['people']],
      ['schools', true, []],
    ]);
  });

  it('reads a stream that lives in others’ pages from those pages, without their tabs', () => {
    expect(plan('people')).toEqual([
      ['folders', false, ['people']],
      ['certificates', false, ['people']],
    ]);
    expect(planWalks(streams, ['people']).targets.map(({ name }) => name)).toEqual(['people']);
  });

  it('reads once what one answer holds for several tabs', () => {
    expect(plan('everything')).toEqual([['everything', false, ['folders', 'people']]]);
  });

  it('reads an optional stream when it is chosen', () => {
    expect(plan('events')).toEqual([['events', true, []]]);
  });
});
