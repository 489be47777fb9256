import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConnectionView, Draft, Failure } from '../src/app/rpc';
import { say } from './language';
import { Notice } from './notice';
import { call } from './server';
import { settled } from './settled';

export interface RenameFormProps {
  readonly connection: ConnectionView;
  readonly onRenamed: (connection: ConnectionView) => void;
  /** The form must go: the new name is stored, or the old one stays. */
  readonly onEnd: () => void;
}

/** The name of a connection, to be typed anew. */
export function RenameForm({ connection, onRenamed, onEnd }: RenameFormProps): JSX.Element {
  const { title } = connection;
  const { isBusy, failure, save } = useRename({ connection, onRenamed, onEnd });
  const field = useSelectedField();
  const submit = (event: Event): void => {
    event.preventDefault();
    const typed = field.current?.value.trim() ?? '';
    if (typed === '' || typed === title) onEnd();
    else void save(typed);
  };
  return (
    <form
      class="stack"
      aria-busy={isBusy}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEnd();
      }}
    >
      <label class="field">
        {say({ fr: 'Nom de la connexion', en: 'Name of the connection' })}
        <input ref={field} type="text" defaultValue={title} maxLength={100} required autocomplete="off" />
      </label>
      {failure && <Notice kind="error" text={failure.advice} details={failure.details} />}
      <div class="row">
        <button type="submit" aria-disabled={isBusy}>
          {say({ fr: 'Renommer', en: 'Rename' })}
        </button>
        <button type="button" onClick={onEnd}>
          {say({ fr: 'Annuler', en: 'Cancel' })}
        </button>
      </div>
    </form>
  );
}

function useRename({ connection, onRenamed, onEnd }: RenameFormProps): {
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  readonly save: (title: string) => Promise<void>;
} {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (title: string): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const answer = await settled(call('saveConnection', toDraft(connection, title)));
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer);
      return;
    }
    onRenamed(answer.value);
    onEnd();
  };
  return { isBusy, failure, save };
}

function useSelectedField(): { readonly current: HTMLInputElement | null } {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.select();
  }, []);
  return field;
}

function toDraft({ id, connector, settings }: ConnectionView, title: string): Draft {
  return { id, connector, settings, title };
}
