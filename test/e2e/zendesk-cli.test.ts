import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SyncReport } from '../../local/cli/sync-report';
import { startVendor, type StartedVendor } from '../../local/vendors/start-vendor';

const ROOT = join(__dirname, '../..');

let zendesk: StartedVendor;
const workspace = mkdtempSync(join(tmpdir(), 'sync-zendesk-'));
const out = mkdtempSync(join(tmpdir(), 'sync-zendesk-out-'));

beforeAll(async () => {
  zendesk = await startVendor('zendesk', { tickets: 60, users: 20, organizations: 5, rateLimits: false });
});
afterAll(() => zendesk.stop());

function sync(...words: readonly string[]): SyncReport {
  const places = ['--workspace', workspace, '--out', out, '--route', `https://acme.zendesk.com=${zendesk.url}`];
  const node = ['--import', 'tsx', join(ROOT, 'local/cli/sync.ts'), 'zendesk', ...words, ...places, '--json'];
  const { stdout, stderr } = spawnSync(process.execPath, node, { cwd: ROOT, encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as SyncReport;
}

/** The tickets' tab as it was written. */
function tickets(): string {
  return readFileSync(join(out, 'Tickets.csv'), 'utf8');
}

test('npm run sync -- zendesk imports everything, with the copy that lies in Drive', () => {
  const settings = [
    '--set',
    'subdomain=acme',
    '--set',
    'clientId=sync',
    '--secret',
    'clientSecret=local-zendesk-secret',
  ];
  const report = sync(...settings);
  expect(report.error).toBeUndefined();
  const copy = report.runs.find(({ stream }) => stream === 'tickets_all.csv');
  const rows = report.tabs.find(({ stream }) => stream === 'tickets')?.rows;
  expect(copy).toMatchObject({ status: 'finished', read: rows });
  const text = readFileSync(join(out, 'drive/exports/tickets_all.csv'), 'utf8');
  expect(text.startsWith('\ufeff"ticket_id";')).toBe(true);
});

test('npm run sync -- zendesk … --relabel brings new names to tickets that Zendesk does not send again', async () => {
  await zendesk.control({ op: 'update', kind: 'groups', count: 100, set: { name: 'Nouvelle équipe' } });
  expect(sync().error).toBeUndefined();
  expect(tickets()).not.toContain('Nouvelle équipe');
  expect(sync('--relabel').error).toBeUndefined();
  expect(tickets()).toContain('Nouvelle équipe');
});
