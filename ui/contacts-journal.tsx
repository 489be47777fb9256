import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { JournalView, Result } from '../src/app/rpc';
import { AnswerNotice } from './answer-notice';
import { ContactsJournalItem } from './contacts-journal-item';
import { say } from './language';
import { LatestFirst } from './latest-first';
import { Notice } from './notice';
import { call } from './server';
import { settled } from './settled';
import { useAnswer } from './use-answer';
import { useKeptFocus } from './use-kept-focus';

/** The values that syncs overwrote, latest first, each with a way back. */
export function ContactsJournal(): JSX.Element {
  const list = useAnswer('', () => call('readJournal'));
  const { busy, result, restore } = useRestore(list.ask);
  useKeptFocus(list.value);
  return (
    <>
      <p class="help">{say(list.value?.length === 0 ? NOTHING : WHAT)}</p>
      {result?.ok === true && <Notice kind="success" text={result.value} />}
      {result?.ok === false && <Notice kind="error" text={result.advice} details={result.details} />}
      {(!list.value || list.failure) && (
        <AnswerNotice answer={list} waiting={{ fr: 'Lecture du journal…', en: 'Reading the journal…' }} />
      )}
      <LatestFirst
        items={list.value ?? []}
        lines={(shown) =>
          shown.map((item) => (
            <ContactsJournalItem key={item.id} item={item} isBusy={item.id === busy} onRestore={restore} />
          ))
        }
      />
    </>
  );
}

const NOTHING = {
  fr: 'Aucune valeur n’a encore été remplacée.',
  en: 'No value has been replaced yet.',
};
const WHAT = {
  fr: 'Les valeurs que des synchronisations ont remplacées, la dernière d’abord. L’onglet Journal les garde aussi.',
  en: 'The values that syncs have replaced, latest first. The tab Journal keeps them too.',
};

interface Restoring {
  /** The id of what is being put back; null: nothing. */
  readonly busy: string | null;
  readonly result: Result<string> | null;
  readonly restore: (item: JournalView) => void;
}

function useRestore(onRestored: () => void): Restoring {
  const [busy, setBusy] = useState<string | null>(null);
  const [result, setResult] = useState<Result<string> | null>(null);
  const restore = async ({ id }: JournalView): Promise<void> => {
    if (busy !== null) return;
    setBusy(id);
    setResult(null);
    const answer = await settled(call('restoreValue', id));
    setBusy(null);
    setResult(answer);
    if (answer.ok) onRestored();
  };
  return { busy, result, restore: (item) => void restore(item) };
}
