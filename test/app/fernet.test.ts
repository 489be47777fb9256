import * as fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { decrypt, encrypt, type Sign } from '../../src/app/fernet';

// github.com/fernet/spec: generate.json, verify.json, invalid.json
const SECRET = 'cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=';
const IV = Uint8Array.from({ length: 16 }, (_, index) => index);
const TOKEN = 'gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==';
const sign: Sign = (bytes, key) => createHmac('sha256', key).update(bytes).digest();
const INVALID = [
  [
    'incorrect mac',
    'gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAl1-szkFVzXTuGb4hR8AKtwcaX1YdykQUFBQUFBQUFBQQ==',
    '1985-10-26T01:20:01-07:00',
  ],
  ['too short', 'gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPA==', '1985-10-26T01:20:01-07:00'],
  [
    'invalid base64',
    '%%%%%%%%%%%%%AECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAl1-szkFVzXTuGb4hR8AKtwcaX1YdykRtfsH-p1YsUD2Q==',
    '1985-10-26T01:20:01-07:00',
  ],
  [
    'payload size not multiple of block size',
    'gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPOm73QeoCk9uGib28Xe5vz6oxq5nmxbx_v7mrfyudzUm',
    '1985-10-26T01:20:01-07:00',
  ],
  [
    'payload padding error',
    'gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0ODz4LEpdELGQAad7aNEHbf-JkLPIpuiYRLQ3RtXatOYREu2FWke6CnJNYIbkuKNqOhw==',
    '1985-10-26T01:20:01-07:00',
  ],
  [
    'far-future TS (unacceptable clock skew)',
    'gAAAAAAdwStRAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAnja1xKYyhd-Y6mSkTOyTGJmw2Xc2a6kBd-iX9b_qXQcw==',
    '1985-10-26T01:20:01-07:00',
  ],
  [
    'expired TTL',
    'gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAl1-szkFVzXTuGb4hR8AKtwcaX1YdykRtfsH-p1YsUD2Q==',
    '1985-10-26T01:21:31-07:00',
  ],
  [
    'incorrect IV (causes padding error)',
    'gAAAAAAdwJ6xBQECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAkLhFLHpGtDBRLRTZeUfWgHSv49TF2AUEZ1TIvcZjK1zQ==',
    '1985-10-26T01:20:01-07:00',
  ],
] as const;

function at(iso: string): { now: number; ttl: number } {
  return { now: Date.parse(iso), ttl: 60_000 };
}

describe('Fernet', () => {
  it('generates the token of the specification', () => {
    expect(encrypt('hello', SECRET, IV, Date.parse('1985-10-26T01:20:00-07:00'), sign)).toBe(TOKEN);
  });

  it('verifies the token of the specification', () => {
    expect(decrypt(TOKEN, SECRET, sign, at('1985-10-26T01:20:01-07:00'))).toBe('hello');
  });

  it.each(INVALID)('refuses the invalid token of the specification: %s', (_, token, now) => {
    expect(decrypt(token, SECRET, sign, at(now))).toBeNull();
  });

  it('accepts the expired token where age does not matter', () => {
    expect(decrypt(INVALID[6][1], SECRET, sign)).toBe('');
  });

  it('refuses a token made with another key', () => {
    expect(decrypt(TOKEN, 'dw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=', sign)).toBeNull();
  });

  it('says that a key of another length is none', () => {
    expect(() => decrypt(TOKEN, 'c2hvcnQ=', sign)).toThrow('32 bytes');
  });

  it('gives back any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array({ minLength: 16, maxLength: 16 }), (text, iv) => {
        expect(decrypt(encrypt(text, SECRET, iv, 1.7e12, sign), SECRET, sign)).toBe(text);
      }),
    );
  });

  it('refuses a token in which any byte was changed', () => {
    fc.assert(
      fc.property(fc.nat(TOKEN.length - 3), (index) => {
        const other = TOKEN.charAt(index) === 'A' ? 'B' : 'A';
        const changed = TOKEN.slice(0, index) + other + TOKEN.slice(index + 1);
        expect(decrypt(changed, SECRET, sign)).toBeNull();
      }),
    );
  });
});
