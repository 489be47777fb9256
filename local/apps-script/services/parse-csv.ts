/** Utilities.parseCsv: RFC 4180 records as rows of texts; a last line break ends no record of its own. */
export function parseCsv(csv: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    const [text, end] = csv[at] === '"' ? readQuoted(csv, at) : readPlain(csv, at, delimiter);
    row.push(text);
    at = end;
    if (csv[at] === delimiter) {
      at += 1;
      if (at === csv.length) row.push('');
      else continue;
    }
    at += csv.startsWith('\r\n', at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

function readQuoted(csv: string, start: number): [string, number] {
  const match = /"((?:[^"]|"")*)"?/y;
  match.lastIndex = start;
  const found = match.exec(csv);
  return [(found?.[1] ?? '').replace(/""/g, '"'), match.lastIndex];
}

function readPlain(csv: string, start: number, delimiter: string): [string, number] {
  let end = start;
  while (end < csv.length && csv[end] !== delimiter && csv[end] !== '\n' && csv[end] !== '\r') end += 1;
  return [csv.slice(start, end), end];
}
