import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccountOptions } from '../../local/apps-script/account';
import { createMachine, type Machine, type Start } from '../../local/apps-script/machine';
import type { Outcome } from '../../local/apps-script/outcome';
import { openProject, type Project } from '../../local/apps-script/project';

/** A project of one file with this code, and a manifest when one is given. */
export function project(code: string, manifest?: object): Project {
  const folder = mkdtempSync(join(tmpdir(), 'sync-test-'));
  writeFileSync(join(folder, 'Code.js'), code);
  if (manifest) writeFileSync(join(folder, 'appsscript.json'), JSON.stringify(manifest));
  return openProject(join(folder, 'Code.js'));
}

/** Runs the body of a function on a machine; a test that expects a value gets it or the failure's text. */
export function run(body: string, machine: Machine = createMachine(), how?: Start): Outcome {
  return machine.run(project(`function main(arg) { ${body} }`), 'main', [], how);
}

/** What the body returns; throws what it threw. */
export function valueOf(body: string, options: AccountOptions | Machine = {}, how?: Start): unknown {
  const outcome = run(body, 'run' in options ? options : createMachine(options), how);
  if (outcome.status === 'done') return outcome.value;
  throw new Error(outcome.status === 'failed' ? outcome.error.message : outcome.reason);
}

/** What a script catches when it runs the body. */
export function caught(body: string, options: AccountOptions | Machine = {}, how?: Start): unknown {
  return valueOf(`try { ${body} } catch (e) { return e.message } return null`, options, how);
}
