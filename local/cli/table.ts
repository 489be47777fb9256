/** Lines of cells in columns as wide as their longest text; numbers stand at the right. */
export function toTable(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const isNumeric = header.map((_, column) => rows.some((row) => typeof row[column] === 'number'));
  const lines = [header, ...rows].map((row) => row.map((cell) => String(cell)));
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const pad = (text: string, column: number): string =>
    isNumeric[column] ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0);
  const [first = '', ...rest] = lines.map((line) => line.map(pad).join('  ').trimEnd());
  return [first, widths.map((width) => '─'.repeat(width)).join('  '), ...rest].join('\n');
}
