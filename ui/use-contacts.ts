import { useRef, useState } from 'preact/hooks';
import type { ContactsView, Failure } from '../src/app/rpc';
import { call } from './server';
import { settled } from './settled';
import { type ContactsRun, useContactsRun } from './use-contacts-run';

/** The two-way sync of the tab Clients, as the page knows it. */
export interface ContactsState {
  /** Null until it came. */
  readonly view: ContactsView | null;
  /** Why it did not come. */
  readonly failure: Failure | null;
  /** Asks how it is now; what is shown stays until the answer comes. Resolves when it came, or did not. */
  readonly load: () => Promise<void>;
  /** The same, but all stays as it is when no answer comes. */
  readonly refresh: () => void;
  /** Shows another one. */
  readonly put: (view: ContactsView) => void;
  readonly run: ContactsRun;
}

/** Kept while the sidebar is open, so that a sync goes on while the user looks at another place. */
export function useContacts(): ContactsState {
  const [view, setView] = useState<ContactsView | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  // Answers come in any order: the one to the last question counts.
  const question = useRef(0);
  const put = (next: ContactsView): void => {
    question.current++;
    setFailure(null);
    setView(next);
  };
  const ask = async (isQuiet: boolean): Promise<void> => {
    const number = ++question.current;
    const answer = await settled(call('openContacts'));
    if (number !== question.current) return;
    if (answer.ok) put(answer.value);
    else if (!isQuiet) setFailure(answer);
  };
  const load = (): Promise<void> => {
    setFailure(null);
    return ask(false);
  };
  const refresh = (): void => void ask(true);
  return { view, failure, load, refresh, put, run: useContactsRun(refresh) };
}
