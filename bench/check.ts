/** Prints a figure and whether it is as it must be, and returns that. */
export function check(name: string, value: string | number, isKept: boolean): boolean {
  console.log(`${isKept ? '✓' : '✗'} ${name}: ${String(value)}`);
  return isKept;
}

/** Prints a figure beside the most that it may be, and returns whether it is no more. */
export function limit(name: string, value: number, most: number): boolean {
  return check(name, `${toDecimals(value)} (at most ${toDecimals(most)})`, value <= most);
}

/** How long this process has been running. */
export function elapsed(): string {
  return `${process.uptime().toFixed(0)} s`;
}

function toDecimals(value: number): string {
  return String(Math.round(value * 100) / 100);
}
