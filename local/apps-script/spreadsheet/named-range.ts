import { COSTS } from '../host';
import type { Faithful } from '../faithful';
import { createRange } from './range';
import { Refusal } from './refusal';
import type { Session } from './session';
import type { NamedArea, Workbook } from './workbook';

type Names = 'getName' | 'getRange' | 'setName' | 'setRange' | 'remove';

/** The NamedRange that a script sees. */
export function createNamedRange(session: Session, workbook: Workbook, entry: NamedArea): object {
  const replace = (next: NamedArea | null): object => {
    const at = workbook.namedRanges.indexOf(known);
    if (at < 0) throw new Refusal('The named range has been removed.');
    workbook.namedRanges.splice(at, 1, ...(next ? [next] : []));
    known = next ?? known;
    return exposed;
  };
  let known = entry;
  const methods: Faithful<GoogleAppsScript.Spreadsheet.NamedRange, Names> = {
    getName: () => known.name,
    getRange: () => createRange(session, workbook, known.sheetId, known.area),
    setName: (name: string) => replace({ ...known, name }),
    setRange(range: object) {
      const { tabId, area } = session.targetOf(range, 'range');
      return replace({ ...known, sheetId: tabId, area });
    },
    remove: () => void replace(null),
  };
  const { cells } = COSTS;
  const exposed: object = session.expose(
    'NamedRange',
    methods,
    { kind: 'other', workbook },
    { setName: cells, setRange: cells, remove: cells },
  );
  return exposed;
}
