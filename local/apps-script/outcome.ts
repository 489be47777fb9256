import type { Log } from './execution';
import type { Caller } from './host';
import { cleanStack } from './stack';

/** How an execution ended, and what it left to read. */
export type Outcome = Ended & {
  readonly functionName: string;
  readonly caller: Caller;
  /** Whose execution it was, by e-mail address. */
  readonly person: string;
  /** Virtual milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** How often each `Service.method` was called. */
  readonly calls: Readonly<Record<string, number>>;
  readonly logs: readonly Log[];
};

export type Ended =
  | { readonly status: 'done'; readonly value: unknown }
  | { readonly status: 'failed'; readonly error: ScriptError }
  | { readonly status: 'killed'; readonly reason: string };

/** What the script threw. */
export interface ScriptError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** Whatever was thrown, as name, message and stack; the stack names files as Google does, without folder and ending. */
export function toScriptError(thrown: unknown): ScriptError {
  if (typeof thrown !== 'object' || thrown === null || !('message' in thrown)) {
    return { name: 'Error', message: String(thrown), stack: String(thrown) };
  }
  const { name, message, stack } = thrown as Partial<ScriptError>;
  return { name: name ?? 'Error', message: String(message), stack: cleanStack(String(stack ?? message)) };
}
