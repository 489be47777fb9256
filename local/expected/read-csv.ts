/**
 * The records of a text in CSV (RFC 4180), the byte order mark left out. Throws where a quoted field does not end, or goes
 * on after its closing quote.
 */
export function readCsv(text: string, separator: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const { field, end } = text[at] === '"' ? quoted(text, at) : plain(text, at, separator);
    record.push(field);
    const isLast = text.startsWith('\r\n', end) || end === text.length;
    if (!isLast && text[end] !== separator) throw new Error(`Not the end of a field: ${text.slice(end, end + 20)}`);
    at = end + (isLast ? 2 : 1);
    if (!isLast) continue;
    records.push(record);
    record = [];
  }
  return records;
}

interface Field {
  readonly field: string;
  /** The place after it. */
  readonly end: number;
}

function quoted(text: string, start: number): Field {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return { field: text.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 };
  }
  throw new Error(`A quote that does not end: ${text.slice(start, start + 20)}`);
}

function plain(text: string, start: number, separator: string): Field {
  let end = start;
  while (end < text.length && text[end] !== separator && !text.startsWith('\r\n', end)) end += 1;
  return { field: text.slice(start, end), end };
}
