import type { MessagePort } from 'node:worker_threads';
import type { Answer, Ask, PostedAnswer, PostedAsk } from './ask';

/** Asks the thread that runs scripts, and waits for its answer. */
export type Asking = (ask: Ask) => Promise<Answer>;

/** The asking end of a port: `signal` goes up with each message, to wake a thread that waits in the middle of an execution. */
export function createAsking(port: MessagePort, signal: Int32Array): Asking {
  const answered = new Map<number, (answer: Answer) => void>();
  let last = 0;
  port.on('message', ({ id, answer }: PostedAnswer) => {
    answered.get(id)?.(answer);
    answered.delete(id);
  });
  return (ask) =>
    new Promise((resolve) => {
      const posted: PostedAsk = { id: (last += 1), ask };
      answered.set(posted.id, resolve);
      port.postMessage(posted);
      Atomics.add(signal, 0, 1);
      Atomics.notify(signal, 0);
    });
}
