import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ContactsRunView, Result } from '../src/app/rpc';
import { ContactsForce } from './contacts-force';
import { say, type Words } from './language';
import { Notice, type NoticeProps } from './notice';
import type { ContactsRun } from './use-contacts-run';

export interface ContactsRunNoticeProps {
  readonly run: ContactsRun;
  /** When a sync that has begun goes on by itself; absent: none has. */
  readonly resumesAt: number | undefined;
  readonly onForce: (force: true) => void;
}

/** That contacts are being synced, then how it went; nothing when nothing was asked for. */
export function ContactsRunNotice({ run, resumesAt, onForce }: ContactsRunNoticeProps): JSX.Element {
  const { busy, outcome, dismiss } = run;
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (busy || outcome) place.current?.scrollIntoView({ block: 'nearest' });
    // The button that had the focus is gone; while the user types into the spreadsheet, the focus stays there.
    if (outcome && document.hasFocus() && document.activeElement === document.body) place.current?.focus();
  }, [busy, outcome]);
  return (
    <section
      ref={place}
      tabIndex={-1}
      class={busy || outcome ? 'stack told' : 'hidden'}
      aria-label={say({ fr: 'Synchronisation des contacts', en: 'Contacts sync' })}
    >
      <div role="status">{busy && <Busy what={busy} />}</div>
      {outcome && <Outcome {...{ outcome, resumesAt, onForce }} onClose={dismiss} />}
    </section>
  );
}

function Busy({ what }: { readonly what: Words }): JSX.Element {
  return (
    <div class="card">
      <p class="title">{say(what)}</p>
      <div class="bar unknown" aria-hidden="true">
        <div />
      </div>
      <p class="help">{say(PATIENCE)}</p>
    </div>
  );
}

const PATIENCE = {
  fr: 'La première fois peut durer quelques minutes. Vous pouvez fermer ce panneau : rien ne s’arrête.',
  en: 'The first time can take a few minutes. You may close this panel: nothing stops.',
};

interface OutcomeProps extends Pick<ContactsRunNoticeProps, 'resumesAt' | 'onForce'> {
  readonly outcome: Result<ContactsRunView>;
  readonly onClose: () => void;
}

function Outcome({ outcome, resumesAt, onForce, onClose }: OutcomeProps): JSX.Element {
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Notice {...toNotice(outcome, resumesAt !== undefined)} />
      {outcome.ok && outcome.value.state === 'stopped' && outcome.value.canForce && (
        <button
          type="button"
          onClick={() => {
            setAsked(true);
          }}
        >
          {say({ fr: 'Synchroniser quand même…', en: 'Sync all the same…' })}
        </button>
      )}
      <button type="button" class="quiet" onClick={onClose}>
        {say({ fr: 'Fermer ce message', en: 'Close this message' })}
      </button>
      {isAsked && outcome.ok && (
        <ContactsForce
          reason={outcome.value.summary}
          onForce={onForce}
          onCancel={() => {
            setAsked(false);
          }}
        />
      )}
    </>
  );
}

function toNotice(outcome: OutcomeProps['outcome'], goesOn: boolean): NoticeProps {
  if (!outcome.ok) {
    const { kind, advice, details } = outcome;
    if (kind !== 'NoAnswer') return { kind: 'error', text: advice, details };
    return goesOn ? { kind: 'info', text: say(CUT) } : { kind: 'error', text: say(LOST), details };
  }
  const { state, metrics, summary } = outcome.value;
  if (state === 'paused') return { kind: 'info', text: summary };
  if (state !== 'finished' || metrics.errors > 0) return { kind: 'warning', text: summary };
  return { kind: 'success', text: summary };
}

const LOST = {
  fr: 'Google n’a pas répondu, ou a interrompu la synchronisation. Rien n’est perdu : vérifiez votre connexion à Internet, puis recommencez.',
  en: 'Google did not answer, or cut the sync off. Nothing is lost: check your Internet connection, then try again.',
};
const CUT = {
  fr: 'Google a interrompu la synchronisation. Rien n’est perdu : elle reprend d’elle-même.',
  en: 'Google cut the sync off. Nothing is lost: it goes on by itself.',
};
