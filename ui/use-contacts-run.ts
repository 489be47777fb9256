import { useRef, useState } from 'preact/hooks';
import type { ContactsRunView, Decision, Result } from '../src/app/rpc';
import type { Words } from './language';
import { call } from './server';
import { settled } from './settled';

/** What syncs contacts, and how the last time went. Each resolves with whether the script answered. */
export interface ContactsRun {
  /** What goes on, as the user reads it; null: nothing that this page has started. */
  readonly busy: Words | null;
  readonly outcome: Result<ContactsRunView> | null;
  /** Syncs all; `force`: also when so much would change that a sync stops by itself. */
  readonly sync: (force: boolean) => Promise<boolean>;
  readonly pushSelection: () => Promise<boolean>;
  readonly pull: (refs: readonly string[]) => Promise<boolean>;
  readonly decide: (decisions: readonly Decision[]) => Promise<boolean>;
  /** Forgets how it went. */
  readonly dismiss: () => void;
}

/** One at a time; `onEnd` is called after each. */
export function useContactsRun(onEnd: () => void): ContactsRun {
  const [busy, setBusy] = useState<Words | null>(null);
  const [outcome, setOutcome] = useState<ContactsRun['outcome']>(null);
  const isBusy = useRef(false);
  const start = async (what: Words, ask: () => Promise<Result<ContactsRunView>>): Promise<boolean> => {
    if (isBusy.current) return false;
    isBusy.current = true;
    setBusy(what);
    setOutcome(null);
    const result = await settled(ask());
    isBusy.current = false;
    setBusy(null);
    setOutcome(result);
    onEnd();
    return result.ok;
  };
  return {
    busy,
    outcome,
    sync: (force) => start(SYNCING, () => (force ? call('syncContacts', { force }) : call('syncContacts'))),
    pushSelection: () => start(SENDING, () => call('pushSelection')),
    pull: (refs) => start(FETCHING, () => call('pullContacts', refs)),
    decide: (decisions) => start(DECIDING, () => call('decideChoices', decisions)),
    dismiss: () => {
      setOutcome(null);
    },
  };
}

const SYNCING: Words = { fr: 'Synchronisation des contacts…', en: 'Syncing the contacts…' };
const SENDING: Words = { fr: 'Envoi des lignes sélectionnées…', en: 'Sending the selected rows…' };
const FETCHING: Words = { fr: 'Ajout des contacts à l’onglet…', en: 'Bringing the contacts into the tab…' };
const DECIDING: Words = { fr: 'Vos décisions sont appliquées…', en: 'Carrying out your decisions…' };
