import { createRedact, createRedaction } from '../../src/http/redact';

const secret = 'sk_5p+Ac/X8 é"=';
const redact = createRedact([secret]);
const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

test('the secret itself is replaced wherever it stands', () => {
  expect(redact(`a ${secret}, b${secret}c`)).toBe('a ***, b***c');
});

test.each([
  ['percent-encoded', encodeURIComponent(secret)],
  ['percent-encoded in lower case', encodeURIComponent(secret).toLowerCase()],
  ['as a form field', encodeURIComponent(secret).replace(/%20/g, '+')],
  ['inside JSON', JSON.stringify({ key: secret })],
  ['in upper case', secret.toUpperCase()],
])('the secret %s is replaced', (_, text) => {
  expect(redact(text)).toContain('***');
  expect(redact(text)).not.toContain('5p');
});

test.each(['', 'u', 'us', 'user:', 'jean@example.test/token:'])(
  'the base64 of %j and the secret hides it',
  (before) => {
    const encoded = base64(`${before}${secret} and more`);
    expect(redact(`Authorization: Basic ${encoded}`)).toContain('***');
    // What stays are the characters that the neighbours decide too.
    const core = encoded.slice(Math.ceil((before.length * 4) / 3) + 1).slice(0, 12);
    expect(redact(encoded)).not.toContain(core);
  },
);

test('base64 for addresses is replaced too', () => {
  const key = '>>>???>>>???';
  expect(createRedact([key])(Buffer.from(key).toString('base64url'))).toBe('***');
});

test('several secrets are replaced, the longer one first', () => {
  expect(createRedact(['abc', 'abcdef'])('abcdef abc')).toBe('*** ***');
});

test('without secrets a text stays as it is', () => {
  expect(createRedact(['', ''])('plain')).toBe('plain');
});

test('a secret that comes to light later is hidden from then on', () => {
  const { redact, learn } = createRedaction(['abc']);
  expect(redact('abc t0ken')).toBe('*** t0ken');
  learn('t0ken');
  expect(redact('abc t0ken')).toBe('*** ***');
});
