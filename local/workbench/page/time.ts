/** An instant in full, such as `ven. 20 nov. 2026 14:05:09`, in a spreadsheet's time zone. */
export function toDateAndTime(at: number, timeZone: string, language: string): string {
  const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  const format = new Intl.DateTimeFormat(language, { timeZone, ...day });
  return `${format.format(at)} ${toTime(at, timeZone, language)}`;
}

/** The same without the day: `14:05:09`. */
export function toTime(at: number, timeZone: string, language: string): string {
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(language, { timeZone, ...time }).format(at);
}

/** How long something took or takes, in its two largest units: `0,4 s`, `12 s`, `5 min 20 s`, `1 h 5 min`, `2 d 3 h`. */
export function toDuration(ms: number, language: string): string {
  const seconds = Math.round(ms / 1000);
  if (ms < 10_000) return `${(ms / 1000).toLocaleString(language, { maximumFractionDigits: 1 })} s`;
  const day = language === 'fr' ? 'j' : 'd';
  const units: readonly (readonly [number, string])[] = [
    [Math.floor(seconds / 86_400), day],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ];
  const first = units.findIndex(([count]) => count > 0);
  const shown = units.slice(first, first + 2).filter(([count]) => count > 0);
  return shown.map(([count, unit]) => `${count} ${unit}`).join(' ');
}
