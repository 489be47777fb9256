import { Refusal } from './refusal';
import type { Session } from './session';
import type { Workbook } from './workbook';

/**
 * Runs one call of the Sheets API on a stored spreadsheet: its quota of 60 a minute and user is spent, requests above
 * `Documents.maxPayload` are refused, as is what the spreadsheet's sharing does not allow; refusals bear the API's prefix.
 */
export function apiCall<R>(
  session: Session,
  method: string,
  kind: 'read' | 'write',
  spreadsheetId: string,
  act: (workbook: Workbook) => R,
  resource?: object,
): R {
  const { host, documents } = session;
  host.spend(kind === 'read' ? 'sheets.reads' : 'sheets.writes');
  try {
    const workbook = documents.workbooks.get(spreadsheetId);
    if (!workbook) throw new Refusal('Requested entity was not found.');
    const allowed = kind === 'read' ? ['edit', 'view'] : ['edit'];
    if (!allowed.includes(workbook.access)) throw new Refusal('The caller does not have permission');
    if (resource && Buffer.byteLength(JSON.stringify(resource)) > documents.maxPayload) {
      throw new Refusal(`Request payload size exceeds the limit: ${String(documents.maxPayload)} bytes.`);
    }
    return act(workbook);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(`API call to sheets.${method} failed with error: ${error.message}`);
  }
}
