import type { JSX } from 'preact';
import type { ConnectorView, HistoryRun as Run, HistoryStream } from '../src/app/rpc';
import { Bar } from './bar';
import { CopyDetails } from './copy-details';
import { toDuration, toMoment } from './format';
import { toCause, toCounts, toReport } from './history-words';
import { say, typeset } from './language';
import { toRows } from './run-words';
import { STATUS } from './status';

export interface HistoryRunProps {
  readonly run: Run;
  /** That of its connection; absent: the connection was removed. */
  readonly connector: ConnectorView | undefined;
  /** The largest of the runs that are shown. */
  readonly most: Pick<Run, 'read' | 'duration'>;
  /** Goes where the connection is mended; absent where that cannot be. */
  readonly onEdit: (() => void) | undefined;
}

/** A run: when it was, how it went and how much it was; opened, what each kind of records came to. */
export function HistoryRun({ run, connector, most, onEdit }: HistoryRunProps): JSX.Element {
  const { kind, words } = STATUS[run.status];
  const cause = toCause(run);
  return (
    <article class="card" aria-label={`${run.title}, ${toMoment(run.startedAt)}`}>
      <div class="row">
        <h2 class="grow">{run.title}</h2>
        <span class={`badge ${kind}`}>{say(words)}</span>
      </div>
      <p class="help">{toMoment(run.startedAt)}</p>
      {cause !== '' && <p class="help">{cause}</p>}
      {run.status !== 'missed' && <Measures run={run} most={most} />}
      <details open={run.status === 'failed' || run.status === 'missed'}>
        <summary>
          {say({ fr: 'Détails', en: 'Details' })}
          <span class="hidden">{` ${run.title}, ${toMoment(run.startedAt)}`}</span>
        </summary>
        <div class="stack">
          <ul class="list">
            {toGroups(run.streams).map((group) => (
              <Stream key={group.stream} stream={group} />
            ))}
          </ul>
          <div class="row">
            {run.status === 'failed' && onEdit && (
              <button type="button" onClick={onEdit}>
                {say({ fr: 'Modifier la connexion', en: 'Edit the connection' })}
              </button>
            )}
            <CopyDetails text={toReport(run, connector)} />
          </div>
        </div>
      </details>
    </article>
  );
}

function Measures({ run, most }: Pick<HistoryRunProps, 'run' | 'most'>): JSX.Element {
  return (
    <div>
      <Bar value={run.read} most={most.read} text={toRows(run.read)} />
      <Bar value={run.duration} most={most.duration} text={toDuration(run.duration)} />
    </div>
  );
}

/** Kinds of records that went the same way with the same message as one, so that it is read once. */
function toGroups(streams: readonly HistoryStream[]): readonly HistoryStream[] {
  const found = new Map<string, HistoryStream>();
  for (const stream of streams) {
    const { status, message } = stream;
    const key = JSON.stringify(message === '' ? stream.stream : [status, message]);
    const same = found.get(key);
    found.set(key, same ? join(same, stream) : stream);
  }
  return [...found.values()];
}

function join(one: HistoryStream, other: HistoryStream): HistoryStream {
  return {
    ...one,
    stream: `${one.stream}, ${other.stream}`,
    read: one.read + other.read,
    inserted: one.inserted + other.inserted,
    updated: one.updated + other.updated,
    removed: one.removed + other.removed,
  };
}

function Stream({ stream }: { readonly stream: HistoryStream }): JSX.Element {
  const { status, message } = stream;
  return (
    <li>
      {stream.stream !== '' && (
        <p>
          {/* Of most kinds there is nothing to say: their badge would hide those of the others. */}
          {stream.stream}{' '}
          {status !== 'finished' && <span class={`badge ${STATUS[status].kind}`}>{say(STATUS[status].words)}</span>}
        </p>
      )}
      {status !== 'missed' && <p class="help">{toCounts(stream)}</p>}
      {message !== '' && <p class={status === 'failed' ? 'advice error' : 'advice'}>{typeset(message)}</p>}
    </li>
  );
}
