import type { EntryView } from './rpc';
import type { Language } from './words';

/**
 * What entries say in `language`, each different message once, behind the titles of what it is about. One that all entries
 * of a connection share is about the connection, which `titleOf` calls by its id; blank: it needs no title.
 */
export function toParagraphs(
  entries: readonly Pick<EntryView, 'connection' | 'title' | 'message'>[],
  language: Language,
  titleOf: (connection: string) => string,
): readonly string[] {
  const subjects = new Map<string, Set<string>>();
  for (const { connection, title, message } of entries) {
    if (message === '') continue;
    const isWhole = entries.every((entry) => entry.connection !== connection || entry.message === message);
    const known = subjects.get(message) ?? new Set();
    subjects.set(message, known.add(isWhole ? titleOf(connection) : title));
  }
  const colon = language === 'fr' ? ' : ' : ': ';
  return [...subjects].map(([message, titles]) => {
    const about = [...titles].filter(Boolean).join(', ');
    return about === '' ? message : about + colon + message;
  });
}
