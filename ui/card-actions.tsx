import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ConnectionView, View } from '../src/app/rpc';
import { type CardNotice, toCardNotice } from './card-notice';
import { say, type Words } from './language';
import { call } from './server';
import { settled } from './settled';
import type { RunState, SyncRun } from './sync-run';

export interface CardActionsProps {
  readonly connection: ConnectionView;
  readonly runs: { readonly run: SyncRun; readonly state: RunState };
  readonly onOpen: (view: View) => void;
  readonly onNotice: (notice: CardNotice | null) => void;
  readonly onRename: () => void;
  readonly onRemove: (connection: ConnectionView) => void;
}

/** What can be done with a connection: sync it, or whatever brings that about, and behind a button the rest. */
export function CardActions(props: CardActionsProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { connection } = props;
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <div
      class="stack"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isOpen) close();
      }}
    >
      <div class="row">
        <FirstAction {...props} />
        <button
          ref={opener}
          type="button"
          aria-expanded={isOpen}
          aria-label={toLabel(MORE, connection.title)}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {say(MORE)}
        </button>
      </div>
      {isOpen && <Actions {...props} onDone={close} />}
    </div>
  );
}

/** The button's words, and which connection it is about: one hears buttons without their card. */
function toLabel({ fr, en }: Words, title: string): string {
  return say({ fr: `${fr} : ${title}`, en: `${en}: ${title}` });
}

const MORE = { fr: 'Actions', en: 'Actions' };

function FirstAction({ connection, runs: { run, state }, onOpen }: CardActionsProps): JSX.Element {
  const { id, isMine, needsSecrets, title } = connection;
  if (isMine && !needsSecrets) {
    return (
      <button
        type="button"
        aria-disabled={state.isActive}
        aria-label={toLabel(SYNC, title)}
        title={state.isActive ? say(BUSY) : undefined}
        onClick={() => {
          run.start([id]);
        }}
      >
        {say(SYNC)}
      </button>
    );
  }
  return (
    <button
      type="button"
      aria-label={toLabel(TYPE_KEY, title)}
      onClick={() => {
        onOpen({ name: 'edit', connection: id });
      }}
    >
      {say(TYPE_KEY)}
    </button>
  );
}

const SYNC = { fr: 'Synchroniser', en: 'Sync' };
const TYPE_KEY = { fr: 'Saisir ma clé', en: 'Type my key' };
const BUSY = {
  fr: 'Une synchronisation est déjà en cours.',
  en: 'A sync is already under way.',
};

function Actions({ connection, onOpen, onNotice, onRename, onRemove, onDone }: ActionsProps): JSX.Element {
  const { id, isMine, needsSecrets } = connection;
  const opens = (view: View) => (): void => {
    onOpen(view);
  };
  const removes = (): void => {
    onRemove(connection);
  };
  const test = async (): Promise<void> => {
    onNotice({ kind: 'info', text: say({ fr: 'Test en cours…', en: 'Testing…' }) });
    onNotice(await testOf(connection));
  };
  const list: readonly (readonly [Words, () => void])[] = [
    [{ fr: 'Modifier', en: 'Edit' }, opens({ name: 'edit', connection: id })],
    [{ fr: 'Renommer', en: 'Rename' }, onRename],
    ...(isMine && !needsSecrets ? [[{ fr: 'Tester', en: 'Test' }, () => void test()] as const] : []),
    [{ fr: 'Historique', en: 'History' }, opens({ name: 'history', connection: id })],
    [{ fr: 'Supprimer…', en: 'Delete…' }, removes],
  ];
  return (
    <ul class="actions">
      {list.map(([label, act]) => (
        <li key={label.en}>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              onDone();
              act();
            }}
          >
            {say(label)}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface ActionsProps extends CardActionsProps {
  readonly onDone: () => void;
}

async function testOf({ id, connector, settings }: ConnectionView): Promise<CardNotice> {
  const answer = await settled(call('testConnection', { id, connector, settings }));
  return answer.ok ? { kind: 'success', text: answer.value } : toCardNotice(answer);
}
