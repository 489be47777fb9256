import { join } from 'node:path';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import type { ThreadData, ThreadStart } from './ask';
import { createBench, type BenchOptions } from './bench';
import { advance, sitDown } from './executions';
import { createExecutor } from './executor';
import { followTime } from './follow-time';
import { createInbox } from './inbox';
import { createTurns } from './turns';

/**
 * Serves a new spreadsheet with the script until the process ends. Resolves with its port (`port`, or a free one for 0) when
 * it answers; rejects with the code of the error when it cannot listen, such as `EADDRINUSE`.
 */
export async function openWorkbench(port: number, options: Omit<BenchOptions, 'port'>): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const listening = await startThread({ port, asks: port2, signal });
  runScripts(port1, signal, { ...options, port: listening });
  return listening;
}

/** Scripts run in this thread, the only one whose time zone can be theirs. */
function runScripts(asks: MessagePort, signal: Int32Array, options: BenchOptions): void {
  const bench = createBench(options, (call) => {
    turns.between(call);
  });
  const inbox = createInbox(asks, signal, () => {
    const before = performance.now();
    turns.idle();
    time.skip(performance.now() - before);
  });
  const turns = createTurns(inbox, createExecutor(bench, options.routes === null));
  const time = followTime((ms) => {
    advance(bench, ms);
    // What was asked while a trigger ran, and could not be done beside it.
    turns.idle();
  });
  sitDown(bench, bench.seat.email);
  turns.idle();
}

function startThread(data: ThreadData): Promise<number> {
  const thread = new Worker(join(__dirname, 'http-thread.mjs'), { workerData: data, transferList: [data.asks] });
  return new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('message', (start: ThreadStart) => {
      if ('port' in start) resolve(start.port);
      else reject(new Error(start.error));
    });
  });
}
