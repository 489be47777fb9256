import { readFileSync } from 'node:fs';
import { PHONE_METADATA, phoneMetadataSource } from '../../build/phone-metadata';

it('the numbering plans are those of the library that is installed (npm run phones)', () => {
  expect(phoneMetadataSource()).toBe(readFileSync(PHONE_METADATA, 'utf8'));
});
