import * as fc from 'fast-check';
import { fromBase64Url, fromUtf8, toBase64Url, toUtf8 } from '../../src/app/bytes';

describe('bytes', () => {
  it('are the UTF-8 that Node makes of any text, half surrogate pairs included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0xd800, max: 0xdfff }), (text, half) => {
        const broken = text + String.fromCharCode(half);
        expect(Buffer.from(toUtf8(text))).toEqual(Buffer.from(text, 'utf8'));
        expect(Buffer.from(toUtf8(broken))).toEqual(Buffer.from(broken, 'utf8'));
      }),
    );
  });

  it('come back as the text they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fromUtf8(toUtf8(text))).toBe(text);
      }),
    );
  });

  it('travel as padded base64url', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = toBase64Url(bytes);
        expect(text.replace(/=+$/, '')).toBe(Buffer.from(bytes).toString('base64url'));
        expect(text.length % 4).toBe(0);
        expect(fromBase64Url(text)).toEqual(bytes);
      }),
    );
  });

  it.each(['abc', 'ab=c', '%%%%', 'a+b/'])('are not read from %s', (text) => {
    expect(fromBase64Url(text)).toBeNull();
  });
});
