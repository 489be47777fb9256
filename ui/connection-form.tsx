import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ConnectionView, ConnectorView, Home } from '../src/app/rpc';
import { ConnectionFields } from './connection-fields';
import { FormActions } from './form-actions';
import { Icon } from './icon';
import { say } from './language';
import { Notice } from './notice';
import { SourcePicker } from './source-picker';
import { useConnectionForm } from './use-connection-form';

export interface ConnectionFormProps {
  readonly home: Home;
  /** The one to change; absent: a new one. */
  readonly connection?: ConnectionView | undefined;
  readonly onSaved: (saved: ConnectionView, syncNow: boolean) => void;
  readonly onCancel: () => void;
}

/** Sets up a connection: its source first when it is new, then its settings, tried before they are saved. */
export function ConnectionForm({ home, onSaved, onCancel, ...props }: ConnectionFormProps): JSX.Element {
  // The list may come anew meanwhile: what the user does not change here is compared with what they saw.
  const [connection] = useState(props.connection);
  const [source, setSource] = useState(connection?.connector);
  const connector = home.connectors.find(({ name }) => name === source);
  return (
    <>
      <h1>
        {connection
          ? say({ fr: `Modifier « ${connection.title} »`, en: `Edit “${connection.title}”` })
          : say({ fr: 'Ajouter une connexion', en: 'Add a connection' })}
      </h1>
      {connector && <SourceForm {...{ connector, connection, onSaved, onCancel }} />}
      {!connector && connection && <Notice kind="warning" text={say(UNKNOWN_SOURCE)} />}
      {!connector && !connection && <SourcePicker connectors={home.connectors} onPick={setSource} />}
    </>
  );
}

const UNKNOWN_SOURCE = {
  fr: 'Cette version de Sync ne connaît pas la source de cette connexion. Rechargez la feuille de calcul ; si cela dure, demandez à qui a installé Sync de le mettre à jour.',
  en: 'This version of Sync does not know the source of this connection. Reload the spreadsheet; if it stays so, ask whoever installed Sync to update it.',
};

interface SourceFormProps extends Omit<ConnectionFormProps, 'home'> {
  readonly connector: ConnectorView;
}

function SourceForm({ connector, connection, onSaved, onCancel }: SourceFormProps): JSX.Element {
  const state = useConnectionForm(connector, connection, onSaved);
  const { stage, test, save } = state;
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (stage === 'untested' || stage === 'failed') test();
        else save(stage === 'passed');
      }}
    >
      <div class="row">
        <Icon path={connector.icon} />
        <h2 class="grow">{connector.title}</h2>
      </div>
      {connection && <Ownership connection={connection} />}
      <ConnectionFields connector={connector} connection={connection} state={state} />
      <FormActions connection={connection} state={state} onCancel={onCancel} />
    </form>
  );
}

function Ownership({ connection }: { readonly connection: ConnectionView }): JSX.Element | null {
  const { isMine, needsSecrets, owner } = connection;
  if (!isMine) {
    const text = say({
      fr: `Cette connexion est celle de ${owner} et utilise sa clé. Vous pouvez changer son nom et les données à synchroniser. Si vous enregistrez votre propre clé ou d’autres réglages, elle devient la vôtre.`,
      en: `This connection is that of ${owner} and uses their key. You can change its name and the data to sync. If you save a key of your own or other settings, it becomes yours.`,
    });
    return <Notice kind="info" text={text} />;
  }
  if (!needsSecrets) return null;
  const text = say({
    fr: 'Cette connexion a été importée, sans sa clé. Saisissez la clé pour que la synchronisation puisse commencer.',
    en: 'This connection was imported, without its key. Type the key so that it can be synced.',
  });
  return <Notice kind="warning" text={text} />;
}
