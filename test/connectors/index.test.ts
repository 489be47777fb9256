import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectors } from '../../src/connectors';

const root = join(__dirname, '../../src/connectors');

test('every folder of connectors holds one that is in the list', () => {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(connectors.map(({ name }) => name).sort()).toEqual(folders.map(({ name }) => name).sort());
});

test('every connector passes the conformance suite', () => {
  for (const { name } of connectors) {
    const suite = readFileSync(join(__dirname, name, 'conformance.test.ts'), 'utf8');
    expect(suite).toContain(`describeConnector(${name},`);
  }
});

test('names are unique', () => {
  expect(new Set(connectors.map(({ name }) => name)).size).toBe(connectors.length);
});
