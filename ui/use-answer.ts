import { useEffect, useState } from 'preact/hooks';
import type { Failure, Result } from '../src/app/rpc';
import { settled } from './settled';

/** What the script answered to a question of the page. */
export interface AnswerState<T> {
  /** The last answer, also while another one is awaited; null before the first one. */
  readonly value: T | null;
  /** Why the last question was not answered. */
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  readonly ask: () => void;
}

/** Asks at once, again whenever `topic` is another one, and on demand. */
export function useAnswer<T>(topic: string, question: () => Promise<Result<T>>): AnswerState<T> {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<Omit<AnswerState<T>, 'ask'>>({ value: null, failure: null, isBusy: true });
  useEffect(() => {
    let isWanted = true;
    setState(({ value }) => ({ value, failure: null, isBusy: true }));
    void settled(question()).then((result) => {
      // The answer to an earlier question may come after that to a later one.
      if (!isWanted) return;
      setState(({ value }) =>
        result.ok ? { value: result.value, failure: null, isBusy: false } : { value, failure: result, isBusy: false },
      );
    });
    return () => {
      isWanted = false;
    };
  }, [topic, attempt]);
  return {
    ...state,
    ask: () => {
      setAttempt(attempt + 1);
    },
  };
}
