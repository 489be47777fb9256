import fc from 'fast-check';
import { toBase64 } from '../../src/core/base64';

it('is what Node makes of the bytes, signed or not', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const wanted = Buffer.from(bytes).toString('base64');
      expect(toBase64(bytes)).toBe(wanted);
      expect(toBase64([...new Int8Array(bytes)])).toBe(wanted);
    }),
  );
});
