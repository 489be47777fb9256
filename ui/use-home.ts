import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConnectionView, Failure, Home, Language } from '../src/app/rpc';
import { language as currentLanguage, setLanguage } from './language';
import { call } from './server';
import { settled } from './settled';

export interface HomeState {
  /** Null until it came. */
  readonly home: Home | null;
  /** Why it did not come. */
  readonly failure: Failure | null;
  /** Asks for it, first or again. */
  readonly load: () => void;
  /** Shows another one, in its language. */
  readonly replace: (home: Home) => void;
  /** Shows a connection as it is now, a new one at the end. */
  readonly put: (connection: ConnectionView) => void;
  /** Shows a connection no more, by its id. */
  readonly drop: (id: string) => void;
  /** Asks how all is now; it stays as it is when no answer comes. */
  readonly refresh: () => void;
}

/** All that the sidebar shows, from the script. */
export function useHome(language: Language): HomeState {
  const [home, setHome] = useState<Home | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  // Answers come in any order: the one to the last question counts.
  const question = useRef(0);

  const replace = (next: Home): void => {
    question.current++;
    setLanguage(next.language);
    setHome(next);
  };
  const load = async (): Promise<void> => {
    setFailure(null);
    const answer = await settled(call('openHome', language));
    if (answer.ok) replace(answer.value);
    else setFailure(answer);
  };
  const refresh = async (): Promise<void> => {
    const number = ++question.current;
    const answer = await settled(call('openHome', currentLanguage()));
    if (answer.ok && number === question.current) replace(answer.value);
  };
  const put = (connection: ConnectionView): void => {
    question.current++;
    setHome((last) => last && { ...last, connections: withConnection(last.connections, connection) });
  };
  const drop = (id: string): void => {
    question.current++;
    setHome((last) => last && { ...last, connections: last.connections.filter((connection) => connection.id !== id) });
  };
  useEffect(() => void load(), []);
  return { home, failure, load: () => void load(), replace, put, drop, refresh: () => void refresh() };
}

function withConnection(all: readonly ConnectionView[], changed: ConnectionView): readonly ConnectionView[] {
  if (!all.some(({ id }) => id === changed.id)) return [...all, changed];
  return all.map((connection) => (connection.id === changed.id ? changed : connection));
}
