import { openNotation, parseA1 } from './a1';
import { createRange } from './range';
import type { Session } from './session';
import { toNamedArea } from './sheet-area';
import type { Tab, Workbook } from './workbook';

/** The Range that a named range's name or a notation means on a tab; refuses what is neither, in Google's words. */
export function rangeByText(session: Session, workbook: Workbook, tab: Tab, text: string): object {
  const named = workbook.namedRanges.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  if (named) return createRange(session, workbook, named.sheetId, named.area);
  const area = toNamedArea(tab, text);
  const reference = parseA1(text);
  return createRange(session, workbook, tab.id, area, reference && openNotation(reference));
}
