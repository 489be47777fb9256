import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConnectionView, ConnectorView, Draft, Failure } from '../src/app/rpc';
import { changesSettings, fieldOf, toDraft } from './connection-draft';
import { call } from './server';
import { settled } from './settled';
import { type Fields, useFields } from './use-fields';

/** A form of a connection and what can be done with it. */
export interface FormState {
  readonly fields: Fields;
  /** The last characters of the secrets that are stored, by setting name; null while that is not known. */
  readonly endings: Endings;
  readonly busy: Task | null;
  readonly outcome: Outcome | null;
  /** Where its settings stand: to be tried before they are saved, tried in vain, tried with success, or as they are stored. */
  readonly stage: Stage;
  readonly test: () => void;
  readonly save: (syncNow: boolean) => void;
}

export type Stage = 'untested' | 'failed' | 'passed' | 'stored';

export type Task = 'test' | 'save';

export type Endings = Readonly<Record<string, string>> | null;

/** What the last test or saving came to; `field`: where it is mended. */
export type Outcome =
  | { readonly task: 'test'; readonly sentence: string }
  | { readonly task: Task; readonly failure: Failure; readonly field: string | null };

/** State and acts of the form; `onSaved` hears what was stored. A test stands for the settings that it was made with. */
export function useConnectionForm(
  connector: ConnectorView,
  connection: ConnectionView | undefined,
  onSaved: (saved: ConnectionView, syncNow: boolean) => void,
): FormState {
  const fields = useFields(connector, connection);
  const endings = useEndings(connection);
  const draft = toDraft(connector, fields.values, connection);
  const isOther = connection?.needsSecrets === true || changesSettings(connector, draft, connection);
  const { stage, ...tasks } = useTasks({
    draft,
    isReady: () =>
      fields.check((name) => connection !== undefined && (endings === null || name in endings || !isOther)),
    toOutcome: (task, failure) => {
      const field = fieldOf(failure, connector, fields.values);
      if (field !== null) blame(fields, connector, field, failure.advice);
      return { task, failure, field };
    },
    onSaved,
  });
  return { fields, endings, ...tasks, stage: isOther ? stage : 'stored' };
}

/** A stored secret that is wrong can only be replaced: its input opens. */
function blame(fields: Fields, connector: ConnectorView, field: string, advice: string): void {
  const isSecret = connector.settings.some(({ name, secret }) => secret && name === field);
  if (isSecret && fields.values.settings[field] === undefined) fields.type(field, '');
  fields.blame(field, advice);
}

interface TaskOptions {
  readonly draft: Draft;
  /** Whether the draft can be sent. */
  readonly isReady: () => boolean;
  readonly toOutcome: (task: Task, failure: Failure) => Outcome;
  readonly onSaved: (saved: ConnectionView, syncNow: boolean) => void;
}

type Tasks = Pick<FormState, 'busy' | 'outcome' | 'stage' | 'test' | 'save'>;

function useTasks({ draft, isReady, toOutcome, onSaved }: TaskOptions): Tasks {
  const settings = JSON.stringify(draft.settings);
  const [tested, setTested] = useState<{ readonly settings: string; readonly outcome: Outcome } | null>(null);
  const [refused, setRefused] = useState<Outcome | null>(null);
  const latest = useRef(settings);
  latest.current = settings;
  const { busy, start } = useBusy();
  const last = tested?.settings === settings ? tested.outcome : null;
  const test = async (): Promise<void> => {
    setTested(null);
    const result = await settled(call('testConnection', draft));
    if (latest.current !== settings) return;
    setTested({ settings, outcome: result.ok ? { task: 'test', sentence: result.value } : toOutcome('test', result) });
  };
  const save = async (syncNow: boolean): Promise<void> => {
    const result = await settled(call('saveConnection', draft));
    if (result.ok) onSaved(result.value, syncNow);
    else setRefused(toOutcome('save', result));
  };
  const begin = (task: Task, work: () => Promise<void>): void => {
    if (busy !== null || !isReady()) return;
    setRefused(null);
    start(task, work);
  };
  return {
    busy,
    outcome: refused ?? last,
    stage: last ? ('sentence' in last ? 'passed' : 'failed') : 'untested',
    test: () => {
      begin('test', test);
    },
    save: (syncNow) => {
      begin('save', () => save(syncNow));
    },
  };
}

/** One task at a time: a second click before the page is drawn again does nothing either. */
function useBusy(): { readonly busy: Task | null; readonly start: (task: Task, work: () => Promise<void>) => void } {
  const [busy, setBusy] = useState<Task | null>(null);
  const isBusy = useRef(false);
  return {
    busy,
    start: (task, work) => {
      if (isBusy.current) return;
      isBusy.current = true;
      setBusy(task);
      void work().finally(() => {
        isBusy.current = false;
        setBusy(null);
      });
    },
  };
}

/** Asked for where there may be some: not for a new connection, somebody else's, or one whose secrets are still to be typed. */
function useEndings(connection: ConnectionView | undefined): Endings {
  const id = connection?.isMine === true && !connection.needsSecrets ? connection.id : null;
  const [endings, setEndings] = useState<Endings>(id === null ? {} : null);
  useEffect(() => {
    if (id === null) return;
    void settled(call('readEndings', id)).then((result) => {
      // Without an answer the secrets show no ending, and can be replaced all the same.
      if (result.ok) setEndings(result.value);
    });
  }, [id]);
  return endings;
}
