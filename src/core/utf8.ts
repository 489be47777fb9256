/** How many bytes a well-formed text takes in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // each half of a surrogate pair stands for two bytes of its character's four
    if (code >= 0x80) bytes += code < 0x800 || isSurrogate(code) ? 1 : 2;
  }
  return bytes;
}

/** Where in a well-formed text the character begins that holds the UTF-8 byte number `offset`, both counted from 0. */
export function utf8Seek(text: string, offset: number): { readonly index: number; readonly bytes: number } {
  let index = 0;
  let bytes = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : isSurrogate(code) ? 4 : 3;
    if (bytes + size > offset) break;
    bytes += size;
    index += size === 4 ? 2 : 1;
  }
  return { index, bytes };
}

/** The UTF-8 bytes of a well-formed text as signed numbers (-128 to 127), which is how Apps Script counts bytes. */
export function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(signed(0xc0 | (code >> 6)), tail(code));
    else if (code < 0x10000) bytes.push(signed(0xe0 | (code >> 12)), tail(code >> 6), tail(code));
    else bytes.push(signed(0xf0 | (code >> 18)), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return bytes;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function tail(code: number): number {
  return signed(0x80 | (code & 0x3f));
}

function signed(byte: number): number {
  return byte - 256;
}
