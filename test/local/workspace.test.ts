import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkspace, saveWorkspace } from '../../local/apps-script/workspace';
import { project, run, valueOf } from './script';

let dir: string;

beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'sync-test-')), 'workspace');
});

it('keeps properties, cache, triggers, quotas and the script last run', () => {
  const machine = openWorkspace(dir);
  run(
    "PropertiesService.getUserProperties().setProperty('a', 'é'); CacheService.getUserCache().put('c', 'd'); ScriptApp.newTrigger('f').timeBased().everyHours(1).create()",
    machine,
  );
  saveWorkspace(machine, dir);
  const again = openWorkspace(dir, { startAt: 0 });
  expect(again.state).toEqual(machine.state);
  expect(again.project).toEqual(machine.project);
});

it('keeps the spreadsheet', () => {
  const machine = openWorkspace(dir);
  const [workbook] = machine.documents.workbooks.values();
  if (workbook) workbook.name = 'Mon classeur';
  saveWorkspace(machine, dir);
  const again = openWorkspace(dir).documents;
  expect([...again.workbooks.values()].map(({ name }) => name)).toEqual(['Mon classeur']);
  expect(again.boundId).toBe(machine.documents.boundId);
});

it('never starts the clock before where it stopped', () => {
  const machine = openWorkspace(dir, { startAt: 5000 });
  machine.advance(10_000);
  saveWorkspace(machine, dir);
  expect(openWorkspace(dir, { startAt: 0 }).state.now).toBe(15_000);
  expect(openWorkspace(dir, { startAt: 20_000 }).state.now).toBe(20_000);
});

it('starts at the real now when it is new', () => {
  const before = Date.now();
  expect(openWorkspace(dir).state.now).toBeGreaterThanOrEqual(before);
});

it('keeps a standalone script standalone', () => {
  saveWorkspace(openWorkspace(dir, { bound: false }), dir);
  expect(valueOf('return PropertiesService.getDocumentProperties()', openWorkspace(dir))).toBeNull();
});

it('leaves no file of an earlier save', () => {
  const machine = openWorkspace(dir);
  saveWorkspace(machine, dir);
  const first = readdirSync(dir);
  saveWorkspace(machine, dir);
  expect(readdirSync(dir)).toHaveLength(first.length);
});

it('refuses a folder of another version', () => {
  saveWorkspace(openWorkspace(dir), dir);
  const file = join(dir, 'workspace.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"version":1', '"version":99'));
  expect(() => openWorkspace(dir)).toThrow('version 99');
});

it('has no project when the script last run is gone', () => {
  const machine = openWorkspace(dir);
  const script = project('function main() {}');
  machine.run({ ...script, path: `${script.path}.gone` }, 'nothing');
  saveWorkspace(machine, dir);
  expect(existsSync(dir)).toBe(true);
  expect(openWorkspace(dir).project).toBeNull();
});
