import { caught, valueOf } from './script';

const NIGHT = Date.UTC(2026, 6, 1, 22, 5, 9, 7);

describe('Utilities.formatDate (docs.oracle.com, SimpleDateFormat)', () => {
  it.each([
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", 'Europe/Paris', '2026-07-02T00:05:09.007+02:00'],
    ["yyyy-MM-dd'T'HH:mm:ss'Z'", 'GMT', '2026-07-01T22:05:09Z'],
    ['EEE, d MMM yyyy HH:mm:ss Z', 'GMT', 'Wed, 1 Jul 2026 22:05:09 +0000'],
    ['EEEE dd/MM/yy', 'Europe/Paris', 'Thursday 02/07/26'],
    ["h 'o''clock' a", 'Europe/Paris', "12 o'clock AM"],
    ['k K H', 'Europe/Paris', '24 0 0'],
    ['X XX XXX', 'Asia/Kolkata', '+05 +0530 +05:30'],
    ['z', 'Europe/Paris', 'CEST'],
    ['w D u', 'GMT', '27 182 3'],
    ['HH:mm', 'Nowhere/Zone', '22:05'],
  ])('%s in %s gives %s', (pattern, zone, text) => {
    expect(
      valueOf(
        `return Utilities.formatDate(new Date(${String(NIGHT)}), ${JSON.stringify(zone)}, ${JSON.stringify(pattern)})`,
      ),
    ).toBe(text);
  });

  it('refuses a letter that Java does not know', () => {
    expect(caught("Utilities.formatDate(new Date(), 'GMT', 'b')")).toContain('Illegal pattern character');
  });
});

describe('Utilities.parseDate', () => {
  it.each([
    ['2026-07-02 00:05', 'Europe/Paris', 'yyyy-MM-dd HH:mm', '2026-07-01T22:05:00.000Z'],
    ['20260702', 'GMT', 'yyyyMMdd', '2026-07-02T00:00:00.000Z'],
    ['Thu, 02 Jul 2026 10:00 PM', 'GMT', 'EEE, dd MMM yyyy hh:mm a', '2026-07-02T22:00:00.000Z'],
    ['2026-07-02T10:00:00+0530', 'GMT', "yyyy-MM-dd'T'HH:mm:ssZ", '2026-07-02T04:30:00.000Z'],
    ['2/1/26', 'GMT', 'd/M/yy', '2026-01-02T00:00:00.000Z'],
  ])('reads %s in %s by %s', (text, zone, pattern, instant) => {
    expect(
      valueOf(
        `return Utilities.parseDate(${JSON.stringify(text)}, '${zone}', ${JSON.stringify(pattern)}).toISOString()`,
      ),
    ).toBe(instant);
  });

  it('throws for a text that does not fit', () => {
    expect(caught("Utilities.parseDate('x', 'GMT', 'yyyy')")).toBe('Unparseable date: "x"');
  });
});

describe('bytes', () => {
  it('of a text without charset lose what US-ASCII lacks', () => {
    expect(
      valueOf(
        "return Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'é').join() === Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, '?').join()",
      ),
    ).toBe(true);
  });

  it('of a text with UTF_8 do not', () => {
    const body = `
      const { MD5 } = Utilities.DigestAlgorithm;
      const bytes = Utilities.newBlob('é').getBytes();
      return Utilities.computeDigest(MD5, 'é', Utilities.Charset.UTF_8).join() === Utilities.computeDigest(MD5, bytes).join()`;
    expect(valueOf(body)).toBe(true);
  });

  it('and a text cannot be mixed in a signature', () => {
    expect(caught("Utilities.computeHmacSha256Signature('a', [1])")).toBe(
      "The parameters (String,number[]) don't match the method signature for Utilities.computeHmacSha256Signature.",
    );
  });

  it('are not typed arrays', () => {
    expect(caught('Utilities.base64Encode(new Uint8Array([1]))')).toContain("don't match the method signature");
  });

  it('survive zip and unzip', () => {
    const body =
      "return Utilities.unzip(Utilities.zip([Utilities.newBlob('é'.repeat(500), 'text/plain', 'a.txt')])).map((b) => [b.getName(), b.getDataAsString().length])";
    expect(valueOf(body)).toEqual([['a.txt', 500]]);
  });
});

describe('Utilities.parseCsv', () => {
  it.each([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['"a\n""b""",c', [['a\n"b"', 'c']]],
    ['', []],
  ])('reads %j', (csv, rows) => {
    expect(valueOf(`return Utilities.parseCsv(${JSON.stringify(csv)})`)).toEqual(rows);
  });

  it('takes another delimiter', () => {
    expect(valueOf("return Utilities.parseCsv('a;b,c', ';')")).toEqual([['a', 'b,c']]);
  });
});

it('sleep takes five minutes at most', () => {
  expect(caught('Utilities.sleep(300001)')).toBe('Invalid argument: 300001');
});
