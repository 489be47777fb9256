import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { View } from '../src/app/rpc';
import { ContactsPart } from './contacts-part';
import { ContactsRunNotice } from './contacts-run-notice';
import { say } from './language';
import { LeaveDialog } from './leave-dialog';
import { Notice } from './notice';
import type { ContactsState } from './use-contacts';
import { type Part, PART_TITLES, useContactsPart } from './use-contacts-part';
import { useReturn } from './use-return';

export interface ContactsPlaceProps {
  /** Another object each time that the user opens this place. */
  readonly view: View;
  readonly contacts: ContactsState;
}

/** The two-way sync between the tab Clients and Google Contacts: how it is, and all that can be done with it. */
export function ContactsPlace({ view, contacts }: ContactsPlaceProps): JSX.Element {
  const { part, said, wanted, open, finish, stay, leave } = useContactsPart(view);
  const { run, load, refresh, put } = contacts;
  useEffect(() => void load(), [view]);
  useReturn(() => {
    if (!run.busy) refresh();
  });
  const go = (next: Part): void => {
    // How the last sync went is told until the user goes elsewhere.
    run.dismiss();
    open(next);
  };
  const sync = (force: boolean): void => {
    open('home');
    void run.sync(force);
  };
  return (
    <>
      {part !== 'home' && <Back onOpen={go} />}
      <h1>{say(PART_TITLES[part])}</h1>
      {said && <Notice kind="success" text={say(said)} />}
      <ContactsRunNotice run={run} resumesAt={contacts.view?.resumesAt} onForce={sync} />
      <ContactsPart
        part={part}
        contacts={contacts}
        onOpen={go}
        onSync={sync}
        onChanged={(next, what) => {
          put(next);
          run.dismiss();
          finish(what);
        }}
      />
      {wanted && <LeaveDialog onStay={stay} onLeave={leave} />}
    </>
  );
}

function Back({ onOpen }: { readonly onOpen: (part: Part) => void }): JSX.Element {
  return (
    <button
      type="button"
      class="quiet"
      onClick={() => {
        onOpen('home');
      }}
    >
      <span aria-hidden="true">← </span>
      {say({ fr: 'Retour', en: 'Back' })}
    </button>
  );
}
