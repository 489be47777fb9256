import type { Machine } from '../apps-script/machine';
import type { Tab, Workbook } from '../apps-script/spreadsheet/workbook';

/** The tab Clients of the bound spreadsheet, whatever it is called. Throws when there is none. */
export function findClientsTab({ documents }: Machine): { readonly workbook: Workbook; readonly tab: Tab } {
  const workbook = documents.workbooks.get(documents.boundId ?? '');
  const mark = workbook?.metadata.find(({ key }) => key === 'sync.clients');
  const tab = workbook?.tabs.find(({ id }) => id === mark?.sheetId);
  if (!workbook || !tab) throw new Error('There is no tab Clients.');
  return { workbook, tab };
}
