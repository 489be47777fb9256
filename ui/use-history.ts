import { useEffect, useState } from 'preact/hooks';
import type { Failure, HistoryRun } from '../src/app/rpc';
import { call } from './server';
import { settled } from './settled';

export interface HistoryState {
  /** Latest first; null until they came. */
  readonly runs: readonly HistoryRun[] | null;
  readonly failure: Failure | null;
  readonly reload: () => void;
}

/** The last runs of a connection, by id, or of all (null). */
export function useHistory(connection: string | null): HistoryState {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Omit<HistoryState, 'reload'>>(NONE);
  useEffect(() => {
    let isWanted = true;
    setAnswer(NONE);
    void settled(call('readHistory', connection)).then((result) => {
      // The answer to an earlier choice may come after that to a later one.
      if (!isWanted) return;
      setAnswer(result.ok ? { runs: result.value, failure: null } : { runs: null, failure: result });
    });
    return () => {
      isWanted = false;
    };
  }, [connection, attempt]);
  return {
    ...answer,
    reload: () => {
      setAttempt(attempt + 1);
    },
  };
}

const NONE = { runs: null, failure: null };
