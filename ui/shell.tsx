import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConnectionView, Home, View } from '../src/app/rpc';
import { ConnectionForm } from './connection-form';
import { ConnectionsView } from './connections-view';
import { ContactsPlace } from './contacts-place';
import { HelpView } from './help-view';
import { HistoryView } from './history-view';
import { LeaveDialog } from './leave-dialog';
import { Nav } from './nav';
import { RunPanel } from './run-panel';
import { SettingsView } from './settings-view';
import { isUnsaved } from './unsaved';
import { type ContactsState, useContacts } from './use-contacts';
import type { HomeState } from './use-home';
import { useRun } from './use-run';

export interface ShellProps {
  readonly home: Home;
  readonly state: HomeState;
  /** What is open first. */
  readonly first: View;
}

/** The sidebar's frame: the way between its places, the run under way, and the place that is open. */
export function Shell({ home, state, first }: ShellProps): JSX.Element {
  const [view, setView] = useState(first);
  const [wanted, setWanted] = useState<View | null>(null);
  const runs = useRun(home.progress, state.refresh);
  const contacts = useContacts();
  const place = useHeadingFocus(view);
  const show = (next: View): void => {
    setWanted(null);
    setView(next);
  };
  const open = (next: View): void => {
    if (isUnsaved()) setWanted(next);
    else show(next);
  };
  const saved = (connection: ConnectionView, syncNow: boolean): void => {
    state.put(connection);
    show({ name: 'connections' });
    if (syncNow) runs.run.start([connection.id]);
  };
  return (
    <>
      <Nav view={view} onOpen={open} />
      <RunPanel view={view} home={home} runs={runs} onOpen={open} />
      <main ref={place} class="stack">
        <Place view={view} home={home} state={state} runs={runs} contacts={contacts} onOpen={open} onSaved={saved} />
      </main>
      {wanted && (
        <LeaveDialog
          onStay={() => {
            setWanted(null);
          }}
          onLeave={() => {
            show(wanted);
          }}
        />
      )}
    </>
  );
}

interface PlaceProps {
  readonly view: View;
  readonly home: Home;
  readonly state: HomeState;
  readonly runs: ReturnType<typeof useRun>;
  readonly contacts: ContactsState;
  readonly onOpen: (view: View) => void;
  readonly onSaved: (connection: ConnectionView, syncNow: boolean) => void;
}

function Place({ view, home, state, runs, contacts, onOpen, onSaved }: PlaceProps): JSX.Element {
  const cancel = (): void => {
    onOpen({ name: 'connections' });
  };
  if (view.name === 'help') return <HelpView home={home} onOpen={onOpen} />;
  if (view.name === 'contacts') return <ContactsPlace view={view} contacts={contacts} />;
  if (view.name === 'settings') return <SettingsView home={home} onHome={state.replace} />;
  if (view.name === 'history') {
    return <HistoryView key={view.connection} home={home} connection={view.connection} onOpen={onOpen} />;
  }
  if (view.name === 'add') return <ConnectionForm home={home} onSaved={onSaved} onCancel={cancel} />;
  const edited = view.name === 'edit' ? home.connections.find(({ id }) => id === view.connection) : undefined;
  if (edited) {
    return <ConnectionForm key={edited.id} home={home} connection={edited} onSaved={onSaved} onCancel={cancel} />;
  }
  return <ConnectionsView home={home} state={state} runs={runs} isMissing={view.name === 'edit'} onOpen={onOpen} />;
}

/** Moves the focus to the heading of a place that was opened, unless the place took it itself. */
function useHeadingFocus(view: View): { readonly current: HTMLElement | null } {
  const place = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    if (place.current?.contains(document.activeElement)) return;
    scrollTo(0, 0);
    const heading = place.current?.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }, [view]);
  return place;
}
