import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeConnectors } from '../../local/docs';

test.each([...describeConnectors()])('docs/%s says what the connector reads (npm run docs)', (name, page) => {
  expect(readFileSync(join(__dirname, '../../docs', name), 'utf8')).toBe(page);
});
