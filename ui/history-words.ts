import type { ConnectorView, HistoryRun, HistoryStream } from '../src/app/rpc';
import { toDuration, toMoment, toNumber } from './format';
import { say } from './language';
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

/** A run as plain text, for whoever helps the user. */
export function toReport(run: HistoryRun, connector: ConnectorView | undefined): string {
  const { title, status, startedAt, duration, requests, streams } = run;
  const source = connector && connector.title !== title ? ` (${connector.title})` : '';
  const lines = streams.map((stream) => {
    const message = stream.message === '' ? '' : `\n  ${stream.message}`;
    return `- ${stream.stream} · ${say(STATUS[stream.status].words)} · ${toCounts(stream)}${message}`;
  });
  return [
    `${title}${source} · ${toMoment(startedAt)}`,
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
