import type { JSX } from 'preact';
import type { JournalView } from '../src/app/rpc';
import { Change } from './change';
import { toMoment } from './format';
import { say } from './language';

export interface ContactsJournalItemProps {
  readonly item: JournalView;
  readonly isBusy: boolean;
  readonly onRestore: (item: JournalView) => void;
}

/** A value that was overwritten: whose, where, when and why, and a button that puts it back. */
export function ContactsJournalItem({ item, isBusy, onRestore }: ContactsJournalItemProps): JSX.Element {
  const { at, client, field, before, after, side, reason, isRestored } = item;
  const when = toMoment(at);
  return (
    <article class="card" aria-label={`${client}, ${field}, ${when}`}>
      <div class="row nowrap">
        <h2 class="grow">{client}</h2>
        {isRestored ? (
          <span class="badge success">{say({ fr: 'Remise', en: 'Put back' })}</span>
        ) : (
          <button
            type="button"
            class="quiet"
            aria-disabled={isBusy}
            aria-busy={isBusy}
            aria-label={say({
              fr: `Remettre : ${client}, ${field}, ${before}`,
              en: `Put back: ${client}, ${field}, ${before}`,
            })}
            onClick={() => {
              if (!isBusy) onRestore(item);
            }}
          >
            {say({ fr: 'Remettre', en: 'Put back' })}
          </button>
        )}
      </div>
      <div>
        <p>{field}</p>
        <Change before={before} after={after} />
      </div>
      <p class="help">{[when, say(side === 'google' ? IN_GOOGLE : IN_TAB), reason].filter(Boolean).join(' · ')}</p>
    </article>
  );
}

const IN_GOOGLE = { fr: 'remplacée dans Google', en: 'replaced in Google' };
const IN_TAB = { fr: 'remplacée dans l’onglet', en: 'replaced in the tab' };
