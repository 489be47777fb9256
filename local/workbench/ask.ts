import type { MessagePort } from 'node:worker_threads';
import type { WebRequest } from '../apps-script/web-app';
import type { Order } from './protocol';

/** What the thread that serves HTTP asks of the one that runs scripts. */
export type Ask =
  | { readonly kind: 'order'; readonly order: Order }
  /** A function of the script, as a person's page calls it. Answers `Ended`. */
  | { readonly kind: 'run'; readonly person: string; readonly name: string; readonly args: readonly unknown[] }
  /** What stands in a person's sidebar or dialog; null: whoever sits at the spreadsheet. Answers `OpenPage`. */
  | { readonly kind: 'page'; readonly person: string | null }
  | { readonly kind: 'closePage'; readonly person: string }
  /** What someone on the network asks of the web app. Answers `WebAnswer`. */
  | { readonly kind: 'web'; readonly request: WebRequest };

/** A page that is open, and what its script may call. */
export interface OpenPage {
  readonly html: string;
  readonly person: string;
  readonly functions: readonly string[];
}

/** An ask on its way, and its answer's number. */
export interface PostedAsk {
  readonly id: number;
  readonly ask: Ask;
}

/** The answer to the ask of that number. */
export interface PostedAnswer {
  readonly id: number;
  readonly answer: Answer;
}

/** `error` says in words why what was asked cannot be done. */
export type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };

/** What the thread that serves HTTP is started with. */
export interface ThreadData {
  readonly port: number;
  /** Where asks go out and answers come in. */
  readonly asks: MessagePort;
  /** Goes up by one with each ask, so that a thread in the middle of an execution can wait for one. */
  readonly signal: Int32Array;
}

/** What that thread says once: its port, or the code of the error that kept it from listening. */
export type ThreadStart = { readonly port: number } | { readonly error: string };
