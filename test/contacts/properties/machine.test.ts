import fc from 'fast-check';
import { commands, start } from './commands';
import { play } from './play';
import { options, RUNS } from './runs';
import { Violation } from './violation';
import { counts } from './watch';

/** What the first run that broke a property has to say, and which property that was. */
let found: { readonly property: string; readonly report: string } | null = null;

// All properties are held against the same runs, as each run costs a dozen executions.
beforeAll(() => {
  const details = fc.check(fc.property(start, commands, play), options);
  if (!details.failed) return;
  const error: unknown = details.errorInstance;
  found = {
    property: error instanceof Violation ? error.property : 'P0',
    report: `${error instanceof Error ? error.message : String(error)}\n${fc.defaultReportMessage(details) ?? ''}`,
  };
}, 86_400_000);

describe('a tab and Google Contacts under edits, faults and kills', () => {
  it.each([
    ['P0', 'a run ends in a way that it announces'],
    ['P1', 'both sides agree once all is well'],
    ['P2', 'another run writes nothing then'],
    ['P3', 'no value that stood on either side is lost'],
    ['P4', 'what the sync does not own stays as it is'],
    ['P5', 'rows, contacts and links belong together one by one'],
    ['P9', 'a run that a guard stops writes nothing'],
  ])('%s %s', (property) => {
    if (found?.property === property) throw new Error(found.report);
  });

  it('had conflicts, creations, guards, failures and kills to hold these against', () => {
    if (found) return;
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(RUNS / 1000);
  });
});
