import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMachine } from '../../local/apps-script/machine';
import { openProject } from '../../local/apps-script/project';

const file = join(mkdtempSync(join(tmpdir(), 'real-time-')), 'nap.js');
writeFileSync(file, 'function nap() { Utilities.sleep(40); }');

/** Real milliseconds that a sleep of 40 takes. */
function napOn(options: { readonly realTime?: boolean }): number {
  const machine = createMachine({ startAt: 0, ...options });
  machine.run(openProject(file), 'nap');
  const startedAt = performance.now();
  machine.run(openProject(file), 'nap');
  expect(machine.state.now).toBe(80);
  return performance.now() - startedAt;
}

test('a sleep takes its time only on a machine that is told so', () => {
  expect(napOn({ realTime: true })).toBeGreaterThanOrEqual(39);
  expect(napOn({})).toBeLessThan(39);
});
