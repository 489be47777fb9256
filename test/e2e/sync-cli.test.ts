import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SyncReport } from '../../local/cli/sync-report';
import { readKind } from '../../local/expected/read-kind';
import { toText } from '../../local/vendors/json';
import { startVendor, type StartedVendor } from '../../local/vendors/start-vendor';

const ROOT = join(__dirname, '../..');
const KEY = 'cle-tres-secrete-4242';
const STREAMS = 'workingContracts,users,evaluations';

let wedof: StartedVendor;

beforeAll(async () => {
  wedof = await startVendor('wedof', { folders: 60, apiKey: KEY });
});
afterAll(() => wedof.stop());

interface Said {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(program: string, ...words: readonly string[]): Said {
  const node = ['--import', 'tsx', join(ROOT, program), ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { cwd: ROOT, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

function sync(...words: readonly string[]): Said {
  return run('local/cli/sync.ts', ...words, '--route', `https://www.wedof.fr=${wedof.url}`);
}

function reportOf({ stdout }: Said): SyncReport {
  expect(stdout.split('\n')).toHaveLength(2);
  return JSON.parse(stdout) as SyncReport;
}

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'sync-cli-'));
}

describe('npm run sync', () => {
  const workspace = folder();
  const out = folder();
  let first: Said;
  let firstReport: SyncReport;

  beforeAll(() => {
    const words = ['--secret', `apiKey=${KEY}`, '--streams', STREAMS, '--workspace', workspace, '--out', out, '--json'];
    first = sync('wedof', ...words);
    firstReport = reportOf(first);
  });

  test('tells tabs, runs and costs in one line of JSON', async () => {
    const contracts = await readKind(wedof, 'workingContracts');
    expect(first.code).toBe(0);
    const tab = firstReport.tabs.find(({ stream }) => stream === 'workingContracts');
    expect(tab).toMatchObject({
      name: 'Contrats d’apprentissage',
      connection: 'wedof',
      rows: contracts.records.length,
      formulas: 0,
    });
    expect(tab?.columns.slice(0, 3)).toEqual(['id', 'financer', 'state']);
    const runs = Object.fromEntries(firstReport.runs.map((entry) => [entry.stream, entry]));
    expect(runs.workingContracts).toEqual({
      ...{ connection: 'wedof', stream: 'workingContracts', status: 'finished' },
      ...{ read: contracts.records.length, inserted: contracts.records.length, updated: 0, removed: 0 },
      ...{ requests: expect.any(Number) as number, message: '' },
    });
    expect(runs.evaluations).toMatchObject({ status: 'unavailable' });
    expect(firstReport.executions).toBe(1);
    expect(firstReport.calls['UrlFetchApp.fetch']).toBeGreaterThan(3);
    expect(Date.parse(firstReport.endedAt) - Date.parse(firstReport.startedAt)).toBe(firstReport.virtualMs);
  });

  test('writes one CSV for each tab, with instants in UTC and days as days', async () => {
    expect(readdirSync(out).sort()).toEqual(['Contrats d’apprentissage.csv', 'Utilisateurs.csv']);
    const [header = '', ...lines] = readFileSync(join(out, 'Contrats d’apprentissage.csv'), 'utf8').split('\r\n');
    const { records } = await readKind(wedof, 'workingContracts');
    expect(header.startsWith('id,financer,state,')).toBe(true);
    expect(lines.at(-1)).toBe('');
    expect(lines).toHaveLength(records.length + 1);
    const [record = {}] = records;
    const line = lines.find((text) => text.startsWith(`${toText(record.id)},`)) ?? '';
    expect(line.split(',')).toContain(new Date(toText(record.updatedOn)).toISOString());
  });

  test('is a second sync in the same workspace, which needs no key again and starts no earlier', async () => {
    await wedof.control({ op: 'update', kind: 'workingContracts', count: 2 });
    const second = sync('wedof', '--streams', STREAMS, '--workspace', workspace, '--json');
    const report = reportOf(second);
    expect(second.code).toBe(0);
    expect(report.runs.find(({ stream }) => stream === 'workingContracts')).toMatchObject({ inserted: 0, updated: 2 });
    expect(Date.parse(report.startedAt)).toBeGreaterThanOrEqual(Date.parse(firstReport.endedAt));

    const advanced = run('local/cli/local.ts', '--advance', '25h', '--workspace', workspace);
    expect(advanced).toMatchObject({ code: 0, stdout: '[]\n' });
  });

  test('shows the key nowhere and keeps it in no file', () => {
    const files = [workspace, out].flatMap((dir) =>
      readdirSync(dir).map((name) => readFileSync(join(dir, name), 'utf8')),
    );
    expect(files.length).toBeGreaterThan(3);
    for (const text of [...files, first.stdout, first.stderr]) {
      expect(text).not.toContain(KEY);
      expect(text).not.toContain(Buffer.from(KEY).toString('base64'));
    }
  });

  test('fails with a wrong key, with the sentence for the user in each run and the tabs as they were', () => {
    const said = sync(
      'wedof',
      '--secret',
      'apiKey=fausse-cle-99',
      '--streams',
      STREAMS,
      '--workspace',
      workspace,
      '--json',
    );
    const report = reportOf(said);
    expect(said.code).toBe(1);
    expect(report.runs.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed']);
    expect(report.runs[0]?.message).toMatch(/clé/);
    expect(report.tabs.map(({ stream, rows }) => [stream, rows])).toEqual(
      firstReport.tabs.map(({ stream, rows }) => [stream, rows]),
    );
    expect(said.stdout + said.stderr).not.toContain('fausse-cle-99');
  });

  test('fills another spreadsheet of the workspace, under the name that was given to the tab', () => {
    const script = join(folder(), 'create.js');
    writeFileSync(script, "function create() { return SpreadsheetApp.create('Rapports').getId() }");
    const created = run('local/cli/local.ts', script, 'create', '--workspace', workspace);
    const id = JSON.parse(created.stdout) as string;
    const place = ['--spreadsheet', `https://docs.google.com/spreadsheets/d/${id}/edit`, '--tab', 'users=Gens'];
    const words = ['--secret', `apiKey=${KEY}`, '--streams', 'users', '--workspace', workspace, '--json'];
    const said = sync('wedof', ...words, ...place);
    expect(said.code).toBe(0);
    expect(reportOf(said).tabs.map(({ name, stream }) => [name, stream])).toEqual([['Gens', 'users']]);
  });

  test('says which spreadsheets there are when it is sent into another', () => {
    const id = '1local00000000000000000000000000000000000099';
    const { code, stderr } = sync('wedof', '--secret', `apiKey=${KEY}`, '--workspace', workspace, '--spreadsheet', id);
    expect(code).toBe(2);
    expect(stderr).toMatch(/n’a pas de feuille de calcul 1local0+99[^]*Classeur\n[^]*Rapports\n/);
  });

  test('speaks to people in sentences and tables', () => {
    const { code, stdout } = sync('wedof', '--secret', `apiKey=${KEY}`, '--streams', 'users,evaluations');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Utilisateurs +4 /m);
    expect(stdout).toMatch(/^wedof +users +terminé /m);
    expect(stdout).toMatch(/^evaluations : Non disponible sur ce compte/m);
  });

  test.each([
    ['an unknown connector', ['hubspot', '--json'], /wedof, template/],
    ['a missing key', ['wedof', '--json'], /Clé d’API/],
  ])('refuses %s as a wrong argument, with the usage on stderr', (_name, words, message) => {
    const said = sync(...words);
    expect(said.code).toBe(2);
    expect(said.stderr).toContain('npm run sync -- <connecteur>');
    expect(reportOf(said)).toMatchObject({ tabs: [], runs: [], error: expect.stringMatching(message) as string });
  });
});
