import { COSTS } from '../host';
import type { Faithful } from '../faithful';
import { spanOf, type Area } from './area';
import { createMetadata } from './metadata';
import type { Session } from './session';
import type { Metadata, Workbook } from './workbook';

/** What a finder looks through: all of a spreadsheet, a tab with its rows and columns, or the lines within an area. */
export interface FinderScope {
  readonly tabId: number | null;
  readonly area: Area | null;
}

type Names =
  'find' | 'withKey' | 'withValue' | 'withId' | 'withVisibility' | 'withLocationType' | 'onIntersectingLocations';

/**
 * The DeveloperMetadataFinder of a spreadsheet, tab or range. Metadata of row 3 is not found within A1:D5, but within
 * 1:5 (developers.google.com, Range.createDeveloperMetadataFinder).
 */
export function createFinder(session: Session, workbook: Workbook, scope: FinderScope): object {
  const tests: ((entry: Metadata) => boolean)[] = [];
  let isTouching = false;
  const also = (test: (entry: Metadata) => boolean): object => {
    tests.push(test);
    return exposed;
  };
  const methods: Faithful<GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder, Names> = {
    withKey: (key: string) => also((entry) => entry.key === key),
    withValue: (value: string) => also((entry) => entry.value === value),
    withId: (id: number) => also((entry) => entry.id === id),
    withVisibility: (visibility: GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility) =>
      also((entry) => entry.visibility === String(visibility)),
    withLocationType: (type: GoogleAppsScript.Spreadsheet.DeveloperMetadataLocationType) =>
      also((entry) => locationType(entry) === String(type)),
    onIntersectingLocations() {
      isTouching = true;
      return exposed;
    },
    find: () =>
      session.read(() =>
        workbook.metadata
          .filter((entry) => isInScope(entry, scope, workbook, isTouching) && tests.every((test) => test(entry)))
          .map(({ id }) => createMetadata(session, workbook, id)),
      ),
  };
  const exposed: object = session.expose(
    'DeveloperMetadataFinder',
    methods,
    { kind: 'other', workbook },
    { find: COSTS.cells },
  );
  return exposed;
}

function locationType({ sheetId, lines }: Metadata): string {
  return lines ? lines.axis.toUpperCase() : sheetId === null ? 'SPREADSHEET' : 'SHEET';
}

function isInScope(entry: Metadata, { tabId, area }: FinderScope, workbook: Workbook, isTouching: boolean): boolean {
  if (tabId === null) return true;
  if (entry.sheetId !== tabId) return false;
  if (area === null) return true;
  if (!entry.lines) return false;
  const span = spanOf(area, entry.lines.axis);
  if (isTouching) return entry.lines.start < span.end && span.start < entry.lines.end;
  const grid = workbook.tabs.find(({ id }) => id === tabId)?.grid;
  const isFull = entry.lines.axis === 'row' ? area.columns === grid?.maxColumns : area.rows === grid?.maxRows;
  return isFull && entry.lines.start >= span.start && entry.lines.end <= span.end;
}
