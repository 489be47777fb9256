import { version } from '../../package.json';
import { VERSION } from '../../ui/version';

it('is the version of the package', () => {
  expect(VERSION).toBe(version);
});
