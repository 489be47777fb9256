import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMachine } from '../../local/apps-script/machine';
import { openProject } from '../../local/apps-script/project';

const file = join(mkdtempSync(join(tmpdir(), 'real-time-')), 'nap.js');
writeFileSync(file, 'function nap(ms) { Utilities.sleep(ms); }');

/** Real milliseconds that a sleep takes. */
function nap(ms: number, options: { readonly realTime?: boolean }): number {
  const machine = createMachine({ startAt: 0, ...options });
  const startedAt = performance.now();
  machine.run(openProject(file), 'nap', [ms]);
  expect(machine.state.now).toBe(ms);
  return performance.now() - startedAt;
}

test('a sleep takes its time only on a machine that is told so', () => {
  expect(nap(40, { realTime: true })).toBeGreaterThanOrEqual(39);
  expect(nap(300_000, {})).toBeLessThan(60_000);
});
