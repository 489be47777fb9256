import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startVendor } from '../../../local/vendors/start-vendor';

const ROOT = join(__dirname, '../../..');

test('a vendor runs in another process with the options it was given, until it is stopped', async () => {
  const vendor = await startVendor('wedof', {
    folders: 7,
    apiKey: 'k',
    now: '2026-03-02T09:00:00Z',
    pagingHeaders: false,
  });
  const response = await fetch(`${vendor.url}/api/registrationFolders`, { headers: { 'X-Api-Key': 'k' } });
  expect(await response.json()).toHaveLength(7);
  expect(response.headers.get('x-total-count')).toBeNull();
  expect(await vendor.control({ op: 'state' })).toMatchObject({ now: '2026-03-02T09:00:00.000Z' });
  await expect(vendor.control({ op: 'update', kind: 'cats' })).rejects.toThrow('No kind named cats');
  await vendor.stop();
  await expect(fetch(vendor.url)).rejects.toThrow('fetch failed');
});

test('a vendor ends with the process that started it', async () => {
  const script = `
    const { startVendor } = require('./local/vendors/start-vendor');
    void startVendor('template', { orders: 3 }).then(({ url }) => { console.log(url); setTimeout(() => undefined, 60_000); });
  `;
  const parent = spawn(process.execPath, ['--import', 'tsx', '-e', script], { cwd: ROOT });
  const [url] = (await once(createInterface(parent.stdout), 'line')) as [string];
  expect((await fetch(url)).status).toBe(404);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  await expect(untilGone(url)).resolves.toBe(true);
});

test('the command prints one JSON line with its addresses', async () => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'local/vendors/serve.ts', 'wedof', '--port', '0', '--folders', '3', '--seed', '1'],
    { cwd: ROOT },
  );
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { vendor, url, control } = JSON.parse(line) as Record<string, string>;
  child.kill();
  expect([vendor, control]).toEqual(['wedof', `${String(url)}/__control`]);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('an option that the vendor does not have keeps it from starting', () => {
  const args = ['--import', 'tsx', 'local/vendors/serve.ts', 'wedof', '--foldrs', '3'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('Unknown options of wedof: foldrs');
});

async function untilGone(url: string): Promise<boolean> {
  for (let tries = 0; tries < 1000; tries++) {
    try {
      await fetch(url);
    } catch {
      return true;
    }
  }
  return false;
}
