import type { Machine } from '../apps-script/machine';
import type { Tab, Workbook } from '../apps-script/spreadsheet/workbook';

/** A tab that holds the rows of a stream. */
export interface DataTab {
  readonly workbook: Workbook;
  readonly tab: Tab;
  /** The connection's id. */
  readonly connection: string;
  readonly stream: string;
}

/**
 * The data tabs of the machine's spreadsheets, from left to right: those that carry the mark of a table, as product code
 * finds them, where their connection fills them now.
 */
export function findDataTabs(machine: Machine): readonly DataTab[] {
  const { workbooks, boundId } = machine.documents;
  return [...workbooks.values()].flatMap((workbook) =>
    markedTabs(workbook).filter(({ connection }) => (spreadsheetOf(machine, connection) ?? boundId) === workbook.id),
  );
}

function markedTabs(workbook: Workbook): readonly DataTab[] {
  const taken = new Set<string>();
  return workbook.tabs.flatMap((tab) => {
    const mark = workbook.metadata.find(
      ({ key, sheetId, lines }) => key === 'sync.tab' && sheetId === tab.id && !lines,
    );
    const { table } = JSON.parse(mark?.value ?? '{}') as { readonly table?: string };
    // A copy that a user made of a tab carries the same mark; the leftmost is the one that is synced.
    if (table === undefined || tab.hidden || taken.has(table)) return [];
    taken.add(table);
    const [connection = '', stream = ''] = table.split('/');
    return [{ workbook, tab, connection, stream }];
  });
}

/** The id of the spreadsheet that a connection was sent to, if it was. */
function spreadsheetOf({ state }: Machine, connection: string): string | undefined {
  const stored = state.properties.document[`connection.${connection}`] ?? '{}';
  return (JSON.parse(stored) as { readonly spreadsheet?: string }).spreadsheet;
}
