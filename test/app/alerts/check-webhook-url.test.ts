import fc from 'fast-check';
import { checkWebhookUrl } from '../../../src/app/alerts/check-webhook-url';
import { SettingsError } from '../../../src/core/errors';

function refused(text: string): string {
  try {
    checkWebhookUrl(text);
  } catch (error) {
    if (error instanceof SettingsError && error.field === 'url') return error.message;
    throw error;
  }
  return 'taken';
}

describe('the address of a webhook', () => {
  it.each([
    ['https://hooks.example.org/x', 'https://hooks.example.org/x'],
    ['  https://hooks.example.org/x\n', 'https://hooks.example.org/x'],
    ['https://example.org', 'https://example.org/'],
    ['https://example.org?a=1', 'https://example.org/?a=1'],
    ['HTTPS://Hooks.EXAMPLE.org/Path', 'https://hooks.example.org/Path'],
    ['https://example.org:443/x', 'https://example.org/x'],
    [
      'https://hook.eu1.make.com/a-b_c~d/%C3%A9?key=a%20b&x=@y',
      'https://hook.eu1.make.com/a-b_c~d/%C3%A9?key=a%20b&x=@y',
    ],
    ['https://xn--bcher-kva.example/x', 'https://xn--bcher-kva.example/x'],
    ['https://example.xn--p1ai/x', 'https://example.xn--p1ai/x'],
  ])('may be %j', (typed, taken) => {
    expect(checkWebhookUrl(typed)).toBe(taken);
  });

  it.each([
    ['', 'is missing'],
    ['http://example.org/', 'is http'],
    ['ftp://example.org/', 'is no https address'],
    ['javascript:alert(1)', 'is no https address'],
    ['//example.org/', 'is no https address'],
    ['example.org/x', 'is no https address'],
    ['https:/example.org/', 'is no https address'],
    ['https://user@example.org/', 'holds a user name'],
    ['https://user:password@example.org/', 'holds a user name'],
    ['https://example.org@127.0.0.1/', 'holds a user name'],
    ['https://127.0.0.1/', 'no public host'],
    ['https://127.1/', 'no public host'],
    ['https://2130706433/', 'no public host'],
    ['https://0x7f000001/', 'no public host'],
    ['https://0x7f.0.0.1/', 'no public host'],
    ['https://0177.0.0.1/', 'no public host'],
    ['https://169.254.169.254/latest/meta-data/', 'no public host'],
    ['https://10.0.0.1/', 'no public host'],
    ['https://[::1]/', 'no public host'],
    ['https://[::ffff:127.0.0.1]:443/', 'no public host'],
    ['https://localhost/', 'no public host'],
    ['https://LOCALHOST/', 'no public host'],
    ['https://intranet/', 'no public host'],
    ['https://a.localhost/', 'no public host'],
    ['https://printer.local/', 'no public host'],
    ['https://metadata.google.internal/', 'no public host'],
    ['https://nas.home.arpa/', 'no public host'],
    ['https://1.0.0.127.in-addr.arpa/', 'no public host'],
    ['https://abcdef.onion/', 'no public host'],
    ['https://router.lan/', 'no public host'],
    ['https://example.org./', 'no public host'],
    ['https://.example.org/', 'no public host'],
    ['https://a..example.org/', 'no public host'],
    ['https://-a.example.org/', 'no public host'],
    ['https://a_b.example.org/', 'no public host'],
    ['https://%31%32%37.0.0.1/', 'no public host'],
    ['https://ex%61mple.org/', 'no public host'],
    [`https://${'a'.repeat(64)}.example.org/`, 'no public host'],
    [`https://${'a.'.repeat(130)}example.org/`, 'no public host'],
    ['https:///path', 'is no https address'],
    ['https://example.org:8443/', 'names a port'],
    ['https://example.org:80/', 'names a port'],
    ['https://example.org:/', 'names a port'],
    ['https://example.org:443:443/', 'names a port'],
    ['https://example.org/#x', 'holds a fragment'],
    ['https://example.org#x', 'holds a fragment'],
    ['https://example.org\\@127.0.0.1/', 'is no https address'],
    ['https:\\\\example.org/', 'is no https address'],
    ['https://example.org/a b', 'odd signs'],
    ['https://example.org/a\tb', 'odd signs'],
    ['https://example.org/\r\nX-Header: 1', 'is no https address'],
    ['https://example.org/\u0000', 'odd signs'],
    ['https://exämple.org/', 'no public host'],
    ['https://example.org/é', 'odd signs'],
    ['https://ｅxample.org/', 'no public host'],
    ['https://example。org/', 'no public host'],
    ['https://example.org/%', 'odd signs'],
    ['https://example.org/%zz', 'odd signs'],
    ['https://example.org/<x>', 'odd signs'],
    ['https://example.org/{x}', 'odd signs'],
    [`https://example.org/${'a'.repeat(2000)}`, 'too long'],
  ])('is refused as %j', (typed, why) => {
    expect(refused(typed)).toContain(why);
  });

  it('is read by browsers as it is read here, whatever is typed', () => {
    const piece = fc.constantFrom(
      'https://',
      'example.org',
      '127.0.0.1',
      '@',
      ':',
      '443',
      '/',
      '\\',
      '?',
      '#',
      '.',
      '%',
      '[',
      ']',
      '0x7f',
      ' ',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const typed = pieces.join('');
        if (refused(typed) !== 'taken') return;
        const taken = checkWebhookUrl(typed);
        const { protocol, hostname, port, username, password, hash } = new URL(taken);
        expect({ protocol, port, username, password, hash }).toEqual({
          ...{ protocol: 'https:', port: '', username: '', password: '', hash: '' },
        });
        expect(taken.startsWith(`https://${hostname}/`)).toBe(true);
        expect(hostname).toMatch(/[a-z]$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('is not repeated in what is said about it, as it may hold a key', () => {
    expect(refused('http://example.org/key-4711')).not.toContain('4711');
  });
});
