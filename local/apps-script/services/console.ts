import { format, inspect, types } from 'node:util';
import { isEnumValue } from '../enumeration';
import type { Log } from '../execution';
import { classOf } from '../exposed';
import type { Faithful } from '../faithful';
import type { Host } from '../host';
import { cleanStack } from '../stack';
import { javaText } from './java-text';

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
      const [first, ...rest] = parts.map((part) => (typeof part === 'string' ? part : javaText(part, host.timeZone)));
      const text = format(first, ...rest);
      lines.push(text);
      logs.push({ level: 'info', text });
      return logger;
    },
  };
  return { console: host.expose('console', consoleMethods), Logger: host.expose('Logger', logger) };
}

function toText(parts: readonly unknown[]): string {
  return format(...parts.map((part) => (typeof part === 'object' && part !== null ? show(part) : part)));
}

/** An object as Google's log shows it: dates as their texts, services and enum values by name, stacks of the script only. */
function show(value: object): string {
  if (types.isNativeError(value)) return cleanStack(value.stack ?? String(value));
  if (types.isDate(value)) return String(value);
  const name = isEnumValue(value) ? value.name() : classOf(value);
  if (name !== undefined) return name;
  return inspect(value, { depth: 4 }).replace(ISO, (instant) => String(new Date(instant)));
}

/** How a date within an object is inspected. */
const ISO = /(?<!['"\w-])\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z(?!['"\w])/g;
