import { DataError } from '../core/errors';
import type { Tagged, Workbook } from '../platform/services';
import { type Tag, TAG } from './open-tab';

/**
 * Deletes the tabs of the tables whose ids begin with `prefix`; copies that the user made of them stay. Throws `DataError` when
 * Google refuses, such as for a tab that somebody protected; those to its left are gone by then.
 */
export function removeTabs(workbook: Workbook, prefix: string): void {
  const tables = new Map<string, Tagged>();
  for (const tagged of workbook.tagged(TAG)) {
    const { table } = JSON.parse(tagged.value) as Tag;
    // A copy carries the same metadata: the leftmost is ours.
    if (table.startsWith(prefix) && !tables.has(table)) tables.set(table, tagged);
  }
  for (const { sheet } of tables.values()) {
    try {
      workbook.remove(sheet);
    } catch (error) {
      throw refused(sheet.name(), error instanceof Error ? error.message : String(error));
    }
  }
}

function refused(name: string, text: string): DataError {
  return new DataError(`Google does not delete the tab ${name}: ${text}`, {
    fr: `Google refuse de supprimer l’onglet « ${name} ». Retirez sa protection et réessayez, ou gardez les onglets. Réponse de Google : « ${text} »`,
    en: `Google refuses to delete the tab “${name}”. Remove its protection and try again, or keep the tabs. Google’s answer: “${text}”`,
  });
}
