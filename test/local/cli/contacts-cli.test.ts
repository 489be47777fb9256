import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContactsReport } from '../../../local/cli/contacts-text';

const ROOT = join(__dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'contacts-cli-'));
const clients = join(folder, 'clients.csv');
const google = join(folder, 'google.json');

interface Said {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(...words: readonly string[]): Said {
  const node = ['--import', 'tsx', join(ROOT, 'local/cli/contacts.ts'), ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { cwd: ROOT, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

function reportOf({ stdout }: Said): ContactsReport {
  expect(stdout.split('\n')).toHaveLength(2);
  return JSON.parse(stdout) as ContactsReport;
}

describe('npm run contacts', () => {
  const workspace = join(folder, 'workspace');
  const out = join(folder, 'out');

  beforeAll(() => {
    writeFileSync(clients, 'Nom;E-mail;Adresse\nDupont;jean@example.fr;"1 rue A\nBât. B"\n;zoe@example.fr;\n');
    const people = [{ names: [{ givenName: 'Zoé' }], emailAddresses: [{ value: 'Zoe@example.fr' }] }];
    writeFileSync(google, JSON.stringify(people));
  });

  test('types a file into the tab, fills an address book, and syncs both', () => {
    const said = run('--clients', clients, '--google', google, '--workspace', workspace, '--out', out, '--json');
    expect(said).toMatchObject({ code: 0, stderr: '' });
    expect(reportOf(said).result).toMatchObject({ state: 'finished', metrics: { created: 1, updated: 1, errors: 0 } });
    const csv = readFileSync(join(out, 'Clients.csv'), 'utf8');
    expect(csv).toContain('Dupont,,jean@example.fr,,"1 rue A\nBât. B"');
    expect(csv).toContain(',Zoé,zoe@example.fr,');
    const people = JSON.parse(readFileSync(join(out, 'google.json'), 'utf8')) as readonly {
      readonly addresses?: unknown;
    }[];
    expect(people.find(({ addresses }) => addresses)).toMatchObject({
      addresses: [{ streetAddress: '1 rue A', extendedAddress: 'Bât. B' }],
    });
  });

  test('goes on where it was, and shows a plan without carrying it out', () => {
    writeFileSync(clients, 'email,ville\nzoe@example.fr,Lyon\n');
    const preview = run('preview', '--clients', clients, '--workspace', workspace);
    expect(preview.stdout).toMatch(/google +modification +Zoé \(zoe@example.fr\) +ville +Lyon/);
    expect(reportOf(run('sync', '--workspace', workspace, '--json')).result).toMatchObject({
      metrics: { updated: 1, skipped: 1 },
    });
  });

  test('says what it did not understand, with exit code 2, and what failed, with 1', () => {
    expect(run('dance')).toMatchObject({ code: 2, stdout: '' });
    expect(run('--set', 'colour=red').code).toBe(2);
    const failed = run('--set', 'direction=up', '--json');
    expect(failed.code).toBe(1);
    expect(JSON.parse(failed.stdout)).toMatchObject({ error: expect.any(String) as string });
    expect(run('--route', 'https://people.googleapis.com=http://127.0.0.1:9')).toMatchObject({ code: 1 });
    expect(run('help')).toMatchObject({ code: 0, stderr: '' });
  });
});
