import fc from 'fast-check';
import { utf8Bytes, utf8Length, utf8Seek } from '../../src/core/utf8';

const text = fc.string({ unit: 'binary' });

describe('UTF-8', () => {
  it('has the length that Node gives it', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(utf8Length(value)).toBe(Buffer.byteLength(value, 'utf8'));
      }),
    );
  });

  it('has the bytes that Node gives it, signed', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(utf8Bytes(value)).toEqual([...new Int8Array(Buffer.from(value, 'utf8'))]);
      }),
    );
  });

  it('finds the character that holds a byte', () => {
    fc.assert(
      fc.property(text, fc.nat(20), (value, offset) => {
        const { index, bytes } = utf8Seek(value, offset);
        expect(bytes).toBe(Buffer.byteLength(value.slice(0, index), 'utf8'));
        expect(bytes).toBeLessThanOrEqual(offset);
        const [character = ''] = value.slice(index);
        if (character !== '') expect(bytes + utf8Length(character)).toBeGreaterThan(offset);
      }),
    );
  });

  it.each([
    ['é', 1, { index: 0, bytes: 0 }],
    ['é', 2, { index: 1, bytes: 2 }],
    ['a😀b', 4, { index: 1, bytes: 1 }],
    ['a😀b', 5, { index: 3, bytes: 5 }],
    ['ab', 9, { index: 2, bytes: 2 }],
  ])('finds in %j at byte %d the place %j', (value, offset, place) => {
    expect(utf8Seek(value, offset)).toEqual(place);
  });
});
