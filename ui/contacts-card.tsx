import type { JSX } from 'preact';
import type { ContactsLast, ContactsView } from '../src/app/rpc';
import { ContactsFigures } from './contacts-figures';
import { toContactsStatus, toCounts, toReport, toSettingsWords } from './contacts-words';
import { CopyDetails } from './copy-details';
import { toMoment, toTime } from './format';
import { say, typeset } from './language';

export interface ContactsCardProps {
  readonly view: ContactsView;
  /** A sync of this page goes on. */
  readonly isBusy: boolean;
  /** How the last sync went is told elsewhere. */
  readonly isTold: boolean;
}

/** Whose contacts are synced with which tab, how many there are, and how the last sync went. */
export function ContactsCard({ view, isBusy, isTold }: ContactsCardProps): JSX.Element {
  const { isMine, owner, tab, counts, last, resumesAt } = view;
  const { kind, words } = toContactsStatus(view, isBusy);
  return (
    <article class="card" aria-labelledby="contacts-title">
      <h2 id="contacts-title">
        {tab === ''
          ? say({ fr: 'Google Contacts', en: 'Google Contacts' })
          : say({ fr: `Onglet « ${tab} » et Google Contacts`, en: `Tab “${tab}” and Google Contacts` })}
      </h2>
      <div class="row">
        <span class={`badge ${kind}`}>{say(words)}</span>
        {!isMine && <span class="badge">{say({ fr: 'N’est pas à vous', en: 'Not yours' })}</span>}
      </div>
      <p class="help">{say({ fr: `Compte Google : ${owner}`, en: `Google account: ${owner}` })}</p>
      {view.settings && <p class="help">{toSettingsWords(view.settings)}</p>}
      {counts && isKnown(view) && <p>{toCounts(counts)}</p>}
      {resumesAt !== undefined && !isBusy && <p class="advice">{toResumption(resumesAt)}</p>}
      {last && <Last last={last} isTold={isTold} />}
    </article>
  );
}

/** A sync that came to nothing has counted nothing. */
function isKnown({ counts, last }: ContactsView): boolean {
  return last?.status === 'finished' || (counts?.clients ?? 0) > 0;
}

function toResumption(at: number): string {
  return say({
    fr: `La synchronisation reprend d’elle-même vers ${toTime(at)}, que ce panneau soit ouvert ou fermé.`,
    en: `The sync goes on by itself at about ${toTime(at)}, whether this panel is open or closed.`,
  });
}

function Last({ last, isTold }: { readonly last: ContactsLast } & Pick<ContactsCardProps, 'isTold'>): JSX.Element {
  const { startedAt, status, metrics, message } = last;
  const isFailed = status === 'failed';
  const when = toMoment(startedAt);
  return (
    <>
      <p class="help">{say({ fr: `Dernière synchronisation : ${when}`, en: `Last sync: ${when}` })}</p>
      {message !== '' && !isTold && <p class={isFailed ? 'advice error' : 'advice'}>{typeset(message)}</p>}
      {isFailed && !isTold && <CopyDetails text={toReport(last)} />}
      <details>
        <summary>{say({ fr: 'Ce qu’elle a fait', en: 'What it did' })}</summary>
        <ContactsFigures metrics={metrics} />
      </details>
    </>
  );
}
