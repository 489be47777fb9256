import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConnectionView, Home, View } from '../src/app/rpc';
import { ConnectionCard } from './connection-card';
import { say } from './language';
import { LossNotices } from './loss-notices';
import { Notice } from './notice';
import { RemoveConnection } from './remove-connection';
import type { RunState, SyncRun } from './sync-run';
import type { HomeState } from './use-home';

export interface ConnectionsViewProps {
  readonly home: Home;
  readonly state: HomeState;
  readonly runs: { readonly run: SyncRun; readonly state: RunState };
  /** The connection that was to be opened does not exist any more. */
  readonly isMissing: boolean;
  readonly onOpen: (view: View) => void;
}

/** All connections, each with how it is and what can be done with it; without any, the way to the first one. */
export function ConnectionsView({ home, state, runs, isMissing, onOpen }: ConnectionsViewProps): JSX.Element {
  const [removing, setRemoving] = useState<ConnectionView | null>(null);
  const [removed, setRemoved] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (removed !== '') heading.current?.focus();
  }, [removed]);
  const endRemoving = (): void => {
    setRemoving(null);
  };
  const drop = (id: string, sentence: string): void => {
    setRemoving(null);
    setRemoved(sentence);
    state.drop(id);
  };
  const { connections } = home;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {say({ fr: 'Connexions', en: 'Connections' })}
      </h1>
      {isMissing && <Notice kind="warning" text={say(MISSING)} />}
      <LossNotices home={home} onHome={state.replace} />
      {removed !== '' && <Notice kind="success" text={removed} />}
      {connections.length === 0 && <p>{say(EMPTY)}</p>}
      <Tools connections={connections} runs={runs} onOpen={onOpen} />
      <ul class="list">
        {connections.map((connection) => (
          <li key={connection.id}>
            <ConnectionCard {...{ connection, home, state, runs, onOpen }} onRemove={setRemoving} />
          </li>
        ))}
      </ul>
      {removing && <RemoveConnection connection={removing} home={home} onCancel={endRemoving} onRemoved={drop} />}
    </>
  );
}

interface ToolsProps {
  readonly connections: readonly ConnectionView[];
  readonly runs: ConnectionsViewProps['runs'];
  readonly onOpen: (view: View) => void;
}

/** The one blue button leads on: to the first connection, then to syncing. */
function Tools({ connections, runs: { run, state }, onOpen }: ToolsProps): JSX.Element {
  const ready = connections.filter(({ isMine, needsSecrets }) => isMine && !needsSecrets);
  const isFirst = connections.length === 0;
  return (
    <div class="row">
      {ready.length > 1 && (
        <button
          type="button"
          class="action"
          aria-disabled={state.isActive}
          onClick={() => {
            run.start(ready.map(({ id }) => id));
          }}
        >
          {say({ fr: 'Tout synchroniser', en: 'Sync all' })}
        </button>
      )}
      <button
        type="button"
        class={isFirst ? 'action large' : ''}
        onClick={() => {
          onOpen({ name: 'add' });
        }}
      >
        {say({ fr: 'Ajouter une connexion', en: 'Add a connection' })}
      </button>
    </div>
  );
}

const MISSING = {
  fr: 'Cette connexion n’existe plus. Voici celles qui restent.',
  en: 'This connection does not exist any more. These remain.',
};
const EMPTY = {
  fr: 'Aucune connexion pour l’instant : reliez un premier logiciel, et ses données arrivent dans les onglets de cette feuille.',
  en: 'No connection yet: connect a first system, and its data comes into tabs of this spreadsheet.',
};
