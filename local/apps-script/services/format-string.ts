/** Utilities.formatString: sprintf with `%s`, `%d`, `%f`, `%x`, `%o`, `%e`, `%c`, `%%`, width, `-`, `0`, `+`, precision. */
export function formatString(template: string, args: readonly unknown[]): string {
  let next = 0;
  return template.replace(DIRECTIVE, (_, flags: string, width = '', precision: string | undefined, type: string) => {
    if (type === '%') return '%';
    const text = formatOne(
      args[next++],
      type,
      precision === undefined ? undefined : Number(precision),
      flags.includes('+'),
    );
    const pad = flags.includes('0') && !flags.includes('-') && type !== 's' ? '0' : ' ';
    if (flags.includes('-')) return text.padEnd(Number(width));
    const sign = pad === '0' ? (/^[+-]/.exec(text)?.[0] ?? '') : '';
    return sign + text.slice(sign.length).padStart(Number(width) - sign.length, pad);
  });
}

const DIRECTIVE = /%([-+0 ]*)(\d*)(?:\.(\d+))?([sdifxXoec%])/g;

function formatOne(value: unknown, type: string, precision: number | undefined, plus: boolean): string {
  if (type === 's') return String(value).slice(0, precision);
  if (type === 'c') return String.fromCharCode(Number(value));
  const number = Number(value);
  const sign = plus && number >= 0 ? '+' : '';
  if (type === 'f') return sign + number.toFixed(precision ?? 6);
  if (type === 'e') return sign + number.toExponential(precision ?? 6);
  if (type === 'o') return Math.trunc(number).toString(8);
  if (type === 'x') return Math.trunc(number).toString(16);
  return type === 'X' ? Math.trunc(number).toString(16).toUpperCase() : sign + String(Math.trunc(number));
}
