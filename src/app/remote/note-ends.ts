import type { Entry } from '../../engine/engine';
import { documentStore } from '../../platform/property-stores';
import { sumEntries } from '../sum-entries';
import { toParagraphs } from '../paragraphs';
import { type Ask, type AskResult, asksIn, cutWords, waitingIn, writeAsk } from './asked';

/**
 * Notes how connections ended with the runs that were asked for from outside: any that began after they were asked for is theirs,
 * whatever started it. The caller holds the document's lock.
 */
export function noteEnds(entries: readonly Entry[], properties: Readonly<Record<string, string>>): void {
  const told = entries.filter(({ status }) => status !== 'missed' && status !== 'paused');
  if (told.length === 0) return;
  for (const [id, ask] of asksIn(properties)) {
    const ended = waitingIn(ask).flatMap((connection) => endOf(ask, connection, told));
    if (ended.length > 0) {
      writeAsk(documentStore(), id, { ...ask, results: { ...ask.results, ...Object.fromEntries(ended) } });
    }
  }
}

/** A property holds 9 KB: what a run has to say of all its connections must fit in, in two languages of two bytes a letter. */
const LONGEST_MESSAGES = 1_500;

function endOf(ask: Ask, connection: string, entries: readonly Entry[]): readonly (readonly [string, AskResult])[] {
  const own = entries.filter((entry) => entry.connection === connection);
  if (own.length === 0) return [];
  const { status, startedAt, duration, read, inserted, updated, removed } = sumEntries(own);
  if (startedAt < ask.at) return [];
  const message = cutWords(messageOf(own), Math.floor(LONGEST_MESSAGES / ask.connections.length));
  const end = status === 'failed' || status === 'stopped' ? status : 'finished';
  const times = { startedAt, endedAt: startedAt + duration };
  return [[connection, { status: end, read, inserted, updated, removed, ...times, message }]];
}

function messageOf(entries: readonly Entry[]): AskResult['message'] {
  const worstFirst = [...entries].sort((a, b) => Number(b.status === 'failed') - Number(a.status === 'failed'));
  const messageIn = (language: 'fr' | 'en'): string => {
    const said = worstFirst.map((entry) => ({
      ...entry,
      title: entry.title[language],
      message: entry.message[language],
    }));
    return toParagraphs(said, language, () => '').join(' ');
  };
  return { fr: messageIn('fr'), en: messageIn('en') };
}
