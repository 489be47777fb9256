import type { JSX } from 'preact';
import type { ContactsView } from '../src/app/rpc';
import { ActButton } from './act-button';
import { toNumber } from './format';
import { say, type Words } from './language';
import type { Part } from './use-contacts-part';
import type { ContactsRun } from './use-contacts-run';

export interface ContactsActionsProps {
  readonly view: ContactsView;
  readonly run: ContactsRun;
  readonly onOpen: (part: Part) => void;
  readonly onSync: (force: boolean) => void;
  readonly onForget: (kind: 'reset' | 'leave') => void;
}

/** What can be done with the contacts. Before the first sync the way leads over the preview. */
export function ContactsActions({ view, run, onOpen, onSync, onForget }: ContactsActionsProps): JSX.Element {
  const isBusy = run.busy !== null;
  const preview = (): void => {
    onOpen('preview');
  };
  const waiting = toNumber(view.choices);
  return (
    <>
      {!view.last && <p>{say(FIRST)}</p>}
      <div class="row">
        {view.last && (
          <ActButton
            words={SYNC}
            isMain
            isBusy={isBusy}
            onAct={() => {
              onSync(false);
            }}
          />
        )}
        <ActButton words={PREVIEW} isMain={!view.last} isBusy={isBusy} onAct={preview} />
        {view.choices > 0 && (
          <ActButton
            words={{ fr: `À décider (${waiting})`, en: `To decide (${waiting})` }}
            isBusy={isBusy}
            onAct={() => {
              onOpen('choices');
            }}
          />
        )}
      </div>
      <Others {...{ view, run, onOpen, onForget }} isBusy={isBusy} />
    </>
  );
}

const SYNC = { fr: 'Synchroniser', en: 'Sync' };
const PREVIEW = { fr: 'Aperçu', en: 'Preview' };
const FIRST = {
  fr: 'Rien n’est encore synchronisé. Regardez d’abord l’aperçu : il montre ce qui changerait, sans rien écrire.',
  en: 'Nothing is synced yet. Look at the preview first: it shows what would change, and writes nothing.',
};

type OthersProps = Omit<ContactsActionsProps, 'onSync'> & { readonly isBusy: boolean };

/** Below the buttons: what is needed now and then. Those that write wait while a sync goes on. */
function Others(props: OthersProps): JSX.Element {
  const { isBusy } = props;
  return (
    <ul class="actions">
      {listOf(props).map(({ words, help, writes = false, act }) => (
        <li key={words.en}>
          <button
            type="button"
            class="quiet"
            aria-disabled={writes && isBusy}
            onClick={() => {
              if (!writes || !isBusy) act();
            }}
          >
            {say(words)}
            {help && <span class="help">{say(help)}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface Item {
  readonly words: Words;
  readonly help?: Words;
  readonly writes?: boolean;
  readonly act: () => void;
}

function listOf({ view, run, onOpen, onForget }: OthersProps): readonly Item[] {
  const opens = (part: Part) => (): void => {
    onOpen(part);
  };
  const forgets = (kind: 'reset' | 'leave') => (): void => {
    onForget(kind);
  };
  return [
    { words: PUSH, help: PUSH_HELP, writes: true, act: () => void run.pushSelection() },
    { words: { fr: 'Choisir des contacts Google…', en: 'Choose Google contacts…' }, act: opens('pick') },
    // It has a button of its own once something is known to wait.
    ...(view.choices > 0 ? [] : [{ words: { fr: 'À décider', en: 'To decide' }, act: opens('choices') }]),
    { words: { fr: 'Journal', en: 'Journal' }, help: JOURNAL_HELP, act: opens('journal') },
    { words: { fr: 'Réglages des contacts', en: 'Contacts settings' }, act: opens('settings') },
    { words: { fr: 'Recommencer à zéro…', en: 'Start over…' }, writes: true, act: forgets('reset') },
    { words: { fr: 'Ne plus synchroniser…', en: 'No longer sync…' }, writes: true, act: forgets('leave') },
    { words: { fr: 'Aide sur les contacts', en: 'Help with contacts' }, act: opens('help') },
  ];
}

const PUSH = { fr: 'Envoyer les lignes sélectionnées', en: 'Send the selected rows' };
const PUSH_HELP = {
  fr: 'Sélectionnez d’abord des lignes de l’onglet. En cas de désaccord, l’onglet l’emporte.',
  en: 'First select rows of the tab. Where both sides differ, the tab wins.',
};
const JOURNAL_HELP = {
  fr: 'Les valeurs remplacées, que vous pouvez remettre.',
  en: 'The replaced values, which you can put back.',
};
