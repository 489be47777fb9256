import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConnectionView, Home, View } from '../src/app/rpc';
import { CardActions } from './card-actions';
import type { CardNotice } from './card-notice';
import { toCardState } from './card-state';
import { toMoment } from './format';
import { HealthStrip } from './health-strip';
import { Icon } from './icon';
import { say, typeset } from './language';
import { Notice } from './notice';
import { RenameForm } from './rename-form';
import { toRows } from './run-words';
import { ScheduleSwitch } from './schedule-switch';
import type { RunState, SyncRun } from './sync-run';
import type { HomeState } from './use-home';

export interface ConnectionCardProps {
  readonly connection: ConnectionView;
  readonly home: Home;
  readonly state: HomeState;
  readonly runs: { readonly run: SyncRun; readonly state: RunState };
  readonly onOpen: (view: View) => void;
  readonly onRemove: (connection: ConnectionView) => void;
}

/** A connection: what it is, how its last run went, when the next one is, and what can be done with it. */
export function ConnectionCard({ connection, home, state, runs, onOpen, onRemove }: ConnectionCardProps): JSX.Element {
  const [name, setName] = useState<'shown' | 'typed' | 'changed'>('shown');
  const [notice, setNotice] = useState<CardNotice | null>(null);
  const endRenaming = (): void => {
    setName('changed');
  };
  return (
    <article class="card" aria-labelledby={`title-${connection.id}`}>
      {name === 'typed' ? (
        <RenameForm connection={connection} onRenamed={state.put} onEnd={endRenaming} />
      ) : (
        <CardHead connection={connection} home={home} takesFocus={name === 'changed'} />
      )}
      <CardState connection={connection} runs={runs} onOpen={onOpen} />
      {notice && <Notice kind={notice.kind} text={notice.text} details={notice.details} />}
      {notice?.isMendable && <EditButton id={connection.id} onOpen={onOpen} />}
      <ScheduleSwitch connection={connection} onChanged={state.put} onNotice={setNotice} />
      <CardActions
        connection={connection}
        runs={runs}
        onOpen={onOpen}
        onNotice={setNotice}
        onRename={() => {
          setName('typed');
        }}
        onRemove={onRemove}
      />
    </article>
  );
}

type CardHeadProps = Pick<ConnectionCardProps, 'connection' | 'home'> & { readonly takesFocus: boolean };

function CardHead({ connection, home, takesFocus }: CardHeadProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const connector = home.connectors.find(({ name }) => name === connection.connector);
  const source = connector?.title ?? connection.connector;
  return (
    <div class="head">
      {connector && <Icon path={connector.icon} />}
      <div>
        <h2 ref={heading} id={`title-${connection.id}`} tabIndex={-1}>
          {connection.title}
        </h2>
        {source !== connection.title && <p class="help">{source}</p>}
      </div>
    </div>
  );
}

type CardStateProps = Pick<ConnectionCardProps, 'connection' | 'runs' | 'onOpen'>;

function CardState({ connection, runs, onOpen }: CardStateProps): JSX.Element {
  const { id, isMine, owner, last, waits, health } = connection;
  const { kind, words } = toCardState(connection, runs.state.progress);
  const isFailed = last?.status === 'failed' && kind === 'error';
  return (
    <>
      <div class="row">
        <span class={`badge ${kind}`}>{say(words)}</span>
        {!isMine && <span class="badge">{say({ fr: 'N’est pas à vous', en: 'Not yours' })}</span>}
      </div>
      {last && <p class="help">{toLastWords(last)}</p>}
      {last && last.message !== '' && kind !== 'info' && (
        <p class={isFailed ? 'advice error' : kind === 'success' ? 'advice help' : 'advice'}>{typeset(last.message)}</p>
      )}
      {waits !== undefined && <p class="advice">{typeset(waits)}</p>}
      {health && <HealthStrip health={health} isTold={last?.message.includes(health.why) === true} />}
      {isFailed && isMine && <EditButton id={id} onOpen={onOpen} />}
      {!isMine && <p class="help">{toOwnerAdvice(owner)}</p>}
      {connection.needsSecrets && isMine && <p class="help">{say(KEY_ADVICE)}</p>}
    </>
  );
}

function EditButton({ id, onOpen }: { readonly id: string; readonly onOpen: (view: View) => void }): JSX.Element {
  return (
    <button
      type="button"
      onClick={() => {
        onOpen({ name: 'edit', connection: id });
      }}
    >
      {say({ fr: 'Modifier la connexion', en: 'Edit the connection' })}
    </button>
  );
}

const KEY_ADVICE = {
  fr: 'Elle vient d’un fichier, sans sa clé : saisissez-la pour pouvoir synchroniser.',
  en: 'It comes from a file, without its key: type it to be able to sync.',
};

function toLastWords({ startedAt, read }: NonNullable<ConnectionView['last']>): string {
  const when = toMoment(startedAt);
  return say({
    fr: `Dernière synchronisation : ${when}, ${toRows(read)} ${read < 2 ? 'lue' : 'lues'}.`,
    en: `Last sync: ${when}, ${toRows(read)} read.`,
  });
}

function toOwnerAdvice(owner: string): string {
  return say({
    fr: `Elle utilise la clé de ${owner}. Demandez-lui de synchroniser, ou saisissez votre propre clé.`,
    en: `It uses the key of ${owner}. Ask them to sync, or type your own key.`,
  });
}
