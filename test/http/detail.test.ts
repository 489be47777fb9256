import { readDetail } from '../../src/http/detail';

const plain = (text: string): string => text;
const detail = (body: unknown): string => readDetail(JSON.stringify(body), plain);

test('the detail and each violation are joined', () => {
  const violations = [
    { propertyPath: 'limit', title: 'too high' },
    { property: 'sort', message: 'unknown' },
  ];
  expect(detail({ title: 'An error occurred', detail: 'Bad request', violations })).toBe(
    'Bad request ; limit: too high ; sort: unknown',
  );
});

test('a violation that the detail repeats is said once', () => {
  expect(detail({ detail: 'url: not valid', violations: [{ propertyPath: 'url', title: 'not valid' }] })).toBe(
    'url: not valid',
  );
});

test.each([
  [{ message: 'No' }, 'No'],
  [{ error: 'invalid' }, 'invalid'],
  [{ errors: ['a', 'b'] }, 'a ; b'],
  [{ error: { title: 'Forbidden', message: 'No access to this page' } }, 'Forbidden: No access to this page'],
  [{ error: 'StartTimeTooRecent', description: 'Too recent start_time' }, 'StartTimeTooRecent: Too recent start_time'],
  [
    { error: 'RecordInvalid', description: 'Not valid', details: { cursor: [{ description: 'Cursor: is unknown' }] } },
    'RecordInvalid: Not valid ; Cursor: is unknown',
  ],
  [
    { errors: [{ code: 'InvalidPaginationDepth', title: 'Too deep', detail: 'Beyond 10000 records' }] },
    'InvalidPaginationDepth: Beyond 10000 records',
  ],
  [{ error: 'Couldn’t authenticate you' }, 'Couldn’t authenticate you'],
  [{ error: 'invalid_request', error_description: 'No grant type' }, 'invalid_request: No grant type'],
  [{ detail: { nested: true } }, ''],
  [[], ''],
  [null, ''],
])('%j says %j', (body, words) => {
  expect(detail(body)).toBe(words);
});

test('a body that is no JSON says nothing', () => {
  expect(readDetail('<h1>Bad Request</h1>', plain)).toBe('');
});

test('markup and control characters never pass', () => {
  expect(detail({ detail: 'a<script>x</script>\u0000\u202e\n\tb < c' })).toBe('a x b c');
});

test('a long text is cut to 300 characters', () => {
  const text = detail({ detail: 'é'.repeat(1000) });
  expect(text).toHaveLength(300);
  expect(text.endsWith('é…')).toBe(true);
});

test('a secret is removed before the cut, so that no half of it stays', () => {
  const text = readDetail(JSON.stringify({ detail: `${'x'.repeat(290)}k3y-secret-long` }), (words) =>
    words.replace('k3y-secret-long', '***'),
  );
  expect(text).toBe(`${'x'.repeat(290)}***`);
});
