import { Refusal } from './refusal';
import type { Workbook } from './workbook';

/**
 * Refuses a call of a spreadsheet's method that its sharing does not allow: any but reading where the user may only view it.
 * Texts: github.com/peterherrmann/BetterLog/issues/11 for writing; `NO_ACCESS` for the rest.
 */
export function checkAccess({ access }: Workbook, method: string): void {
  if (access === 'none') throw new Refusal(NO_ACCESS);
  if (access === 'view' && !READS.test(method)) throw new Refusal('You do not have permission to perform that action.');
}

/** What SpreadsheetApp says of a spreadsheet that is not shared with the user (seen in execution logs). */
export const NO_ACCESS = 'You do not have permission to access the requested document.';

/** Methods that change nothing, or only what their argument stands for; selections are the user's own. */
const READS =
  /^(get|is|can|find|with|on[A-Z]|match|setActive|(offset|activate|setCurrentCell|createTextFinder|createDeveloperMetadataFinder|copyTo|toast)$)/;
