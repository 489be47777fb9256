import type { ConnectorView, HistoryRun, HistoryStream } from '../src/app/rpc';
import { toDay, toDuration, toMoment, toNumber, toTime } from './format';
import { say } from './language';
import { lateBy } from './late-by';
import { STATUS } from './status';

/** «1 200 lues, 3 ajoutées, 1 modifiée, 0 retirée». */
export function toCounts({ read, inserted, updated, removed }: Omit<HistoryStream, 'stream'>): string {
  return say({
    fr: [
      inFrench(read, 'lue'),
      inFrench(inserted, 'ajoutée'),
      inFrench(updated, 'modifiée'),
      inFrench(removed, 'retirée'),
    ].join(', '),
    en: `${toNumber(read)} read, ${toNumber(inserted)} added, ${toNumber(updated)} updated, ${toNumber(removed)} removed`,
  });
}

/** What started a run, and how late it was; blank when somebody did by hand. */
export function toCause(run: Pick<HistoryRun, 'cause' | 'startedAt' | 'status'>): string {
  const { cause, startedAt } = run;
  if (!cause) return '';
  if (cause.kind === 'call') return say({ fr: 'Appel à distance', en: 'Remote call' });
  const { due } = cause;
  const isSameDay = toDay(due) === toDay(startedAt);
  const planned = say({
    fr: `Automatique, prévue ${isSameDay ? `à ${toTime(due)}` : `le ${toMoment(due)}`}`,
    en: `Automatic, due ${isSameDay ? `at ${toTime(due)}` : `on ${toMoment(due)}`}`,
  });
  const late = lateBy(run);
  if (late === 0) return planned;
  return `${planned}, ${say({ fr: `en retard de ${toDuration(late)}`, en: `${toDuration(late)} late` })}`;
}

/** A run as plain text, for whoever helps the user. */
export function toReport(run: HistoryRun, connector: ConnectorView | undefined): string {
  const { title, status, startedAt, duration, requests, streams } = run;
  const source = connector && connector.title !== title ? ` (${connector.title})` : '';
  const lines = streams.map((stream) => {
    const words = say(STATUS[stream.status].words);
    const counts = stream.status === 'missed' ? '' : toCounts(stream);
    const message = stream.message === '' ? '' : `\n  ${stream.message}`;
    return `- ${[stream.stream, words, counts].filter(Boolean).join(' · ')}${message}`;
  });
  return [
    [`${title}${source}`, toMoment(startedAt), toCause(run)].filter(Boolean).join(' · '),
    `${say(STATUS[status].words)} · ${toDuration(duration)} · ${toRequests(requests)}`,
    ...lines,
  ].join('\n');
}

function toRequests(count: number): string {
  const number = toNumber(count);
  return say({
    fr: `${number} ${count < 2 ? 'demande' : 'demandes'} à la source`,
    en: `${number} ${count === 1 ? 'request' : 'requests'} to the source`,
  });
}

function inFrench(count: number, word: string): string {
  return `${toNumber(count)} ${word}${count < 2 ? '' : 's'}`;
}
