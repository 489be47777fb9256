import { openWorkbook } from '../../platform/workbook';
import type { LossView } from '../rpc';
import { toMoment } from '../wall-clock';
import { say } from '../words';
import { lossesIn, lossWords } from './losses';

/** What the person who looks reads about automatic syncs that do not run; the spreadsheet is asked for its clock only where there are. */
export function lossViewsIn(
  properties: Readonly<Record<string, string>>,
  person: string,
  now: number,
): readonly LossView[] {
  const losses = lossesIn(properties, now);
  if (losses.length === 0) return [];
  const workbook = openWorkbook();
  return losses.map((loss) => {
    const isMine = loss.owner === person;
    return { owner: loss.owner, isMine, text: say(lossWords(loss, toMoment(loss.since, workbook), isMine)) };
  });
}
