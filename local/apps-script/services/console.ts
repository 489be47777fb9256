import { format, inspect } from 'node:util';
import type { Log } from '../execution';
import type { Faithful } from '../faithful';
import type { Host } from '../host';

/** `console` and `Logger`: what they say is kept with the execution. */
export function createLogs(host: Host, logs: Log[]): { console: object; Logger: object } {
  const write =
    (level: Log['level']) =>
    (...parts: unknown[]) => {
      logs.push({ level, text: toText(parts) });
    };
  const timers = new Map<string, number>();
  const consoleMethods: Faithful<Console, 'debug' | 'error' | 'info' | 'log' | 'warn' | 'time' | 'timeEnd'> = {
    debug: write('debug'),
    error: write('error'),
    info: write('info'),
    log: write('info'),
    warn: write('warn'),
    time: (label?: string) => void timers.set(label ?? '', host.now()),
    timeEnd(label?: string) {
      const elapsed = host.now() - (timers.get(label ?? '') ?? host.now());
      write('debug')(`${label ?? ''}: ${String(elapsed)}ms`);
    },
  };
  const lines: string[] = [];
  const logger: Faithful<GoogleAppsScript.Base.Logger, 'clear' | 'getLog' | 'log'> = {
    clear: () => void lines.splice(0),
    getLog: () => lines.map((line) => `${line}\n`).join(''),
    log(...parts: unknown[]) {
      const text = toText(parts);
      lines.push(text);
      logs.push({ level: 'info', text });
      return logger;
    },
  };
  return { console: host.expose('console', consoleMethods), Logger: host.expose('Logger', logger) };
}

function toText(parts: readonly unknown[]): string {
  const shown = parts.map((part) =>
    typeof part === 'object' && part !== null && !(part instanceof Error) ? inspect(part, { depth: 4 }) : part,
  );
  return format(...shown);
}
