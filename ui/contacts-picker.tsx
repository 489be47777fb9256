import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { AnswerNotice } from './answer-notice';
import { ContactsSearch } from './contacts-search';
import { ContactsFound } from './contacts-found';
import { toNumber } from './format';
import { say } from './language';
import { call } from './server';
import { useAnswer } from './use-answer';
import type { ContactsRun } from './use-contacts-run';

/** The person's Google contacts, to be searched, checked and brought into the tab. */
export function ContactsPicker({ run }: { readonly run: ContactsRun }): JSX.Element {
  const [search, setSearch] = useState('');
  const list = useAnswer(search, () => call('listContacts', search));
  // Those of earlier searches stay chosen.
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const isReady = chosen.length > 0 && !run.busy;
  const pull = async (): Promise<void> => {
    if (!isReady || !(await run.pull(chosen))) return;
    setChosen([]);
    list.ask();
  };
  return (
    <>
      <p class="help">{say(WHAT)}</p>
      <ContactsSearch
        onSearch={(text) => {
          if (text === search) list.ask();
          else setSearch(text);
        }}
      />
      <AnswerNotice answer={list} waiting={{ fr: 'Recherche dans Google…', en: 'Searching in Google…' }} />
      {list.value && <ContactsFound list={list.value} chosen={chosen} onChange={setChosen} />}
      <div class="row dock">
        <button type="button" class="action" aria-disabled={!isReady} onClick={() => void pull()}>
          {say({
            fr: `Mettre dans l’onglet (${toNumber(chosen.length)})`,
            en: `Bring into the tab (${toNumber(chosen.length)})`,
          })}
        </button>
      </div>
    </>
  );
}

const WHAT = {
  fr: 'Cochez les contacts qui doivent entrer dans l’onglet, quel que soit leur libellé. En cas de désaccord avec une ligne, Google l’emporte.',
  en: 'Check the contacts that are to come into the tab, whatever their label. Where one differs from a row, Google wins.',
};
