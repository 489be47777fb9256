/** Whether a text is one e-mail address that Google may send to: without a name beside it, of characters that need no quotes. */
export function isMailAddress(text: string): boolean {
  return text.length <= LONGEST && ADDRESS.test(text);
}

/** RFC 5321, section 4.5.3.1.3. */
const LONGEST = 254;
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;
