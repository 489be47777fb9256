import * as v from 'valibot';
import { CLIENT_COLUMNS } from '../../contacts/client-columns';
import { findClientSheet, headersOf } from '../../contacts/client-sheet';
import { documentStore } from '../../platform/property-stores';
import type { Workbook } from '../../platform/services';
import { readStored } from '../read-stored';
import type { Language } from '../words';
import { TAB_NAME } from './contacts-store';

/** Which tab the clients stand in, for a trigger that runs after every edit and must find out in one call. */
export type ClientsMark = v.InferOutput<typeof MARK>;

export function readClientsMark(): ClientsMark | null {
  return readStored(MARK, documentStore().get(TAB_NAME));
}

/** Notes the tab as it is now; nothing while there is none. */
export function writeClientsMark(workbook: Workbook, language: Language): void {
  const sheet = findClientSheet(workbook);
  const headers = headersOf(workbook);
  if (!sheet || !headers) return;
  const text = JSON.stringify({ sheet: sheet.id, language, headers } satisfies ClientsMark);
  const store = documentStore();
  if (store.get(TAB_NAME) !== text) store.set(TAB_NAME, text);
}

const MARK = v.object({
  /** The tab's id. */
  sheet: v.number(),
  language: v.picklist(['fr', 'en']),
  headers: v.record(v.picklist(CLIENT_COLUMNS), v.string()),
});
