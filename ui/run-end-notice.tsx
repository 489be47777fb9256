import type { ComponentChildren, JSX } from 'preact';
import type { Failure, Home, View } from '../src/app/rpc';
import { toNumber } from './format';
import { say } from './language';
import { Notice, type NoticeProps } from './notice';
import { type RunEntry, toRunEntries } from './run-entries';
import { titleOf } from './run-words';
import type { RunEnd } from './sync-run';

export interface RunEndNoticeProps {
  readonly end: RunEnd;
  readonly home: Home;
  readonly onOpen: (view: View) => void;
  readonly onClose: () => void;
}

/** How a run ended: its figures, and what went wrong with what to do about it. */
export function RunEndNotice({ end, home, onOpen, onClose }: RunEndNoticeProps): JSX.Element {
  const entries = toRunEntries(end, home);
  return (
    <div class="stack">
      <Notice {...toNotice(end, entries)} />
      {toTroubles(entries).map((trouble) => (
        <TroubleNotice key={trouble.connection + trouble.message} trouble={trouble} home={home} onOpen={onOpen} />
      ))}
      <button type="button" class="quiet" onClick={onClose}>
        {say({ fr: 'Fermer ce message', en: 'Close this message' })}
      </button>
    </div>
  );
}

/** Kinds of records of one connection that have the same thing to say. */
interface Trouble {
  readonly connection: string;
  /** Their names and titles; none: all that were read. */
  readonly streams: ReadonlyMap<string, string>;
  readonly message: string;
  readonly isFailure: boolean;
}

interface TroubleNoticeProps {
  readonly trouble: Trouble;
  readonly home: Home;
  readonly onOpen: (view: View) => void;
}

function TroubleNotice({ trouble, home, onOpen }: TroubleNoticeProps): JSX.Element {
  const { connection, streams, message, isFailure } = trouble;
  const about = [titleOf(home, connection), [...streams.values()].join(', ')].filter(Boolean).join(' · ');
  const text = `${about}\n${message}`;
  if (!isFailure) return <Notice kind="info" text={text} />;
  return (
    <>
      <Notice kind="error" text={text} details={text} />
      <div class="row">
        <Way view={{ name: 'edit', connection }} onOpen={onOpen}>
          {say({ fr: 'Modifier la connexion', en: 'Edit the connection' })}
        </Way>
        <Way view={{ name: 'history', connection }} onOpen={onOpen}>
          {say({ fr: 'Historique', en: 'History' })}
        </Way>
      </div>
    </>
  );
}

interface WayProps {
  readonly view: View;
  readonly onOpen: (view: View) => void;
  readonly children: ComponentChildren;
}

function Way({ view, onOpen, children }: WayProps): JSX.Element {
  return (
    <button
      type="button"
      onClick={() => {
        onOpen(view);
      }}
    >
      {children}
    </button>
  );
}

function toNotice(end: RunEnd, entries: readonly RunEntry[]): NoticeProps {
  if (end.how === 'failed') return ofFailure(end.failure);
  if (end.how === 'refused') return { kind: 'warning', text: end.summary };
  if (end.how === 'unreached') return { kind: 'error', text: say(UNREACHED) };
  if (end.how === 'elsewhere' && entries.length === 0) return { kind: 'info', text: say(ELSEWHERE) };
  const counts = toCounts(entries);
  // A run that this page did not carry has figures that it has not seen.
  if (end.how === 'stopped' || entries.some(({ status }) => status === 'stopped'))
    return { kind: 'info', text: entries.length > 0 ? `${say(STOPPED)} ${counts}` : say(STOPPED) };
  if (!entries.some(({ status }) => status === 'failed')) {
    return { kind: 'success', text: `${say({ fr: 'Terminé.', en: 'Finished.' })} ${counts}` };
  }
  const isChanged = entries.some(({ inserted, updated, removed }) => inserted + updated + removed > 0);
  return { kind: 'warning', text: `${say(FAILED)} ${isChanged ? counts : say(UNCHANGED)}` };
}

function ofFailure({ advice, details }: Failure): NoticeProps {
  return { kind: 'error', text: advice, details };
}

const UNREACHED = {
  fr: 'La synchronisation n’a pas commencé : Google n’a pas répondu. Vérifiez votre accès à Internet, puis recommencez.',
  en: 'The sync did not begin: Google did not answer. Check your Internet access, then try again.',
};
const ELSEWHERE = {
  fr: 'La synchronisation est terminée. Chaque connexion indique comment elle s’est passée.',
  en: 'The sync has ended. Each connection says how it went.',
};
const FAILED = { fr: 'Terminé, avec des échecs.', en: 'Finished, with failures.' };
const UNCHANGED = { fr: 'Vos onglets n’ont pas changé.', en: 'Your tabs have not changed.' };
const STOPPED = {
  fr: 'Synchronisation arrêtée. Ce qui est lu est gardé ; la prochaine reprendra là.',
  en: 'Sync stopped. What was read is kept; the next one goes on from there.',
};

function toCounts(entries: readonly RunEntry[]): string {
  const sum = (count: (entry: RunEntry) => number): string =>
    toNumber(entries.reduce((total, entry) => total + count(entry), 0));
  const inserted = sum((entry) => entry.inserted);
  const updated = sum((entry) => entry.updated);
  const removed = sum((entry) => entry.removed);
  return say({
    fr: `Lignes ajoutées : ${inserted}, modifiées : ${updated}, retirées : ${removed}.`,
    en: `Rows added: ${inserted}, updated: ${updated}, removed: ${removed}.`,
  });
}

function toTroubles(entries: readonly RunEntry[]): readonly Trouble[] {
  const found = new Map<string, Trouble>();
  for (const { connection, stream, title, message, status } of entries) {
    if (message === '' || status === 'paused' || status === 'stopped') continue;
    const key = JSON.stringify([connection, message]);
    const { streams = [], isFailure = false } = found.get(key) ?? {};
    const titles = new Map([...streams, [stream, title]]);
    found.set(key, { connection, message, streams: titles, isFailure: isFailure || status === 'failed' });
  }
  return [...found.values()]
    .map((trouble) => ({
      ...trouble,
      streams: isWhole(trouble, entries) ? new Map<string, string>() : trouble.streams,
    }))
    .sort((a, b) => Number(b.isFailure) - Number(a.isFailure));
}

function isWhole({ connection, streams }: Trouble, entries: readonly RunEntry[]): boolean {
  return entries.every((entry) => entry.connection !== connection || streams.has(entry.stream));
}
