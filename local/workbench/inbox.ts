import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { Answer, Ask, PostedAnswer, PostedAsk } from './ask';

/** What was asked and waits for its turn, oldest first. */
export interface Inbox {
  /** Takes the first one that may be taken; undefined when there is none. */
  take(mayTake: (ask: Ask) => boolean): PostedAsk | undefined;
  answer(id: number, answer: Answer): void;
  /** Holds this thread up for so many milliseconds, or until something is asked. */
  wait(ms: number): void;
}

/** The inbox behind a port; `signal` goes up with each message, and `onAsk` is called for those that come while nothing runs. */
export function createInbox(port: MessagePort, signal: Int32Array, onAsk: () => void): Inbox {
  const waiting: PostedAsk[] = [];
  let seen = 0;
  const collect = (): void => {
    // Read before the port: what is posted in between ends the next wait at once.
    seen = Atomics.load(signal, 0);
    for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) {
      waiting.push(next.message as PostedAsk);
    }
  };
  port.on('message', (posted: PostedAsk) => {
    waiting.push(posted);
    onAsk();
  });
  return {
    take(mayTake) {
      collect();
      const at = waiting.findIndex(({ ask }) => mayTake(ask));
      return at < 0 ? undefined : waiting.splice(at, 1)[0];
    },
    answer(id, answer) {
      const posted: PostedAnswer = { id, answer };
      port.postMessage(posted);
    },
    wait(ms) {
      Atomics.wait(signal, 0, seen, ms);
    },
  };
}
