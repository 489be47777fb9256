import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Sizes } from '../demo/start-accounts';

/** What the command line can be told. */
export const USAGE = `Usage: npm start -- [--port 8080] [--fast | --speed 20] [--real]

Serves a spreadsheet with Sync in a browser. Ctrl-C stops it.
  --port N      the port; 0 takes any that is free
  --fast        calls to Google's services take no time
  --speed N     they take place so many times faster than on Google (20)
  --real        the real systems and your own accounts; without it, servers of this machine with demo accounts
  --project DIR another script than this repository's, built
  --now TIME    when its clock starts (now), such as 2026-11-23T09:00:00+01:00
  --folders N --orders N --tickets N   how much the demo accounts of Wedof, Template and Zendesk hold
`;

/** What the command line asks for. */
export interface Wish {
  readonly port: number;
  readonly speed: number;
  readonly isReal: boolean;
  /** The folder of the built script. */
  readonly project: string;
  /** When the clocks start, in milliseconds since 1970; absent: now. */
  readonly now: number | undefined;
  readonly sizes: Sizes;
}

/** Reads the words of the command line; a text says what is wrong with them. Paths are relative to `cwd`. */
export function readArguments(words: readonly string[], cwd: string): Wish | string {
  try {
    const { values } = parseArgs({ args: [...words], options: OPTIONS });
    const numbers = Object.fromEntries(NUMBERS.flatMap((name) => numberOf(name, values[name])));
    const isReal = values.real === true;
    // The real network takes its own time.
    const { port = 8080, speed = isReal ? 0 : 20, ...sizes }: Numbers = numbers;
    return {
      port,
      speed: values.fast === true ? 0 : speed,
      isReal,
      project: values.project === undefined ? join(__dirname, '../../dist') : resolve(cwd, values.project),
      now: values.now === undefined ? undefined : momentOf(values.now),
      sizes,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const NUMBERS = ['port', 'speed', 'folders', 'orders', 'tickets'] as const;

type Numbers = Partial<Readonly<Record<(typeof NUMBERS)[number], number>>>;

const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;
const OPTIONS = {
  ...{ port: TEXT, speed: TEXT, project: TEXT, now: TEXT, folders: TEXT, orders: TEXT, tickets: TEXT },
  ...{ real: FLAG, fast: FLAG },
};

function numberOf(name: keyof Numbers, text: string | undefined): [string, number][] {
  if (text === undefined) return [];
  const number = Number(text);
  const isWhole = name === 'speed' || Number.isInteger(number);
  if (text.trim() === '' || !(number >= 0) || !isWhole || (name === 'port' && number > 65_535)) {
    throw new Error(`--${name} takes a number, not ${text}.`);
  }
  return [[name, number]];
}

function momentOf(text: string): number {
  const moment = Date.parse(text);
  if (Number.isNaN(moment)) throw new Error(`--now takes a time, not ${text}.`);
  return moment;
}
