import { parseFormula, renderFormula } from './formula';
import { Grid } from './grid';
import { emptyRow, type Row, type Value } from './row';
import { internRowStyle, internStyle, type RowStyle, type Style } from './style';
import { createTab, type Access, type Tab, type Workbook } from './workbook';

/**
 * A workbook as lines of JSON, to be written one after another: first the spreadsheet, then each tab followed by its
 * rows, five hundred a line. Millions of cells never stand in one string.
 */
export function* saveWorkbook(workbook: Workbook): Generator<string> {
  const { tabs, ...rest } = workbook;
  yield JSON.stringify({ ...rest, tabs: tabs.length });
  for (const tab of tabs) {
    const looks = new Map<RowStyle, number>();
    for (const row of tab.grid.rows) if (row && !looks.has(row.style)) looks.set(row.style, looks.size);
    yield JSON.stringify(tabHeader(tab, [...looks.keys()]));
    for (let start = 0; start < tab.grid.rows.length; start += BLOCK) {
      yield JSON.stringify(
        tab.grid.rows.slice(start, start + BLOCK).map((row, i) => (row ? saveRow(row, start + i, looks) : 0)),
      );
    }
  }
}

/** The workbook that `saveWorkbook` wrote; throws when the lines end early. */
export function loadWorkbook(lines: Iterable<string>): Workbook {
  const source = lines[Symbol.iterator]();
  const read = (): unknown => {
    const next = source.next();
    if (next.done) throw new Error('The saved spreadsheet ends too early.');
    return JSON.parse(next.value) as unknown;
  };
  const { tabs: count, ...rest } = read() as Omit<Workbook, 'tabs' | 'access'> & { tabs: number; access?: Access };
  const workbook: Workbook = { ...rest, access: rest.access ?? 'edit', tabs: [] };
  const formulas: (() => void)[] = [];
  for (let i = 0; i < count; i++) workbook.tabs.push(loadTab(read, workbook, formulas));
  // A formula may name a tab that comes later.
  for (const load of formulas) load();
  return workbook;
}

const BLOCK = 500;

interface TabHeader extends Omit<Tab, 'grid' | 'columnWidths' | 'hiddenColumns' | 'filter'> {
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly rows: number;
  readonly columnWidths: [number, number][];
  readonly hiddenColumns: number[];
  readonly filter: { area: NonNullable<Tab['filter']>['area']; hiddenValues: [number, readonly string[]][] } | null;
  readonly looks: (Style | null)[][];
}

function tabHeader({ grid, ...tab }: Tab, looks: readonly RowStyle[]): TabHeader {
  return {
    ...tab,
    maxRows: grid.maxRows,
    maxColumns: grid.maxColumns,
    rows: grid.rows.length,
    columnWidths: [...tab.columnWidths],
    hiddenColumns: [...tab.hiddenColumns],
    filter: tab.filter && { area: tab.filter.area, hiddenValues: [...tab.filter.hiddenValues] },
    looks: looks.map((look) => look.map((style) => style ?? null)),
  };
}

/** Values, look, then what few rows have: formulas, notes, hidden, height. */
type SavedRow = readonly [Value[], number, SavedExtras?] | 0;

interface SavedExtras {
  readonly formulas?: [number, string][];
  readonly notes?: [number, string][];
  readonly hidden?: boolean;
  readonly height?: number;
}

function saveRow(row: Row, index: number, looks: ReadonlyMap<RowStyle, number>): SavedRow {
  const look = looks.get(row.style) ?? 0;
  if (!row.formulas && !row.notes && !row.hidden && row.height === null) return [row.values, look];
  const sources = [...(row.formulas ?? [])].map(([column, formula]): [number, string] => [
    column,
    // Tabs are saved by id: a name would have to be quoted and may change.
    renderFormula(formula, { row: index, column }, (id) => `\0${String(id)}`),
  ]);
  const extras = { formulas: sources, notes: [...(row.notes ?? [])], hidden: row.hidden };
  return [row.values, look, row.height === null ? extras : { ...extras, height: row.height }];
}

function loadTab(read: () => unknown, workbook: Workbook, formulas: (() => void)[]): Tab {
  const header = read() as TabHeader;
  const { maxRows, maxColumns, rows, looks, filter, ...rest } = header;
  const grid = new Grid(maxRows, maxColumns);
  const styles = looks.map((look) => internRowStyle(look.map((style) => (style ? internStyle(style) : undefined))));
  while (grid.rows.length < rows) {
    for (const saved of read() as SavedRow[]) {
      const index = grid.rows.push(saved === 0 ? undefined : loadRow(saved, styles)) - 1;
      if (saved !== 0) formulas.push(...laterFormulas(grid, index, saved[2], workbook));
    }
  }
  return {
    ...createTab(rest.id, rest.name),
    ...rest,
    grid,
    columnWidths: new Map(rest.columnWidths),
    hiddenColumns: new Set(rest.hiddenColumns),
    filter: filter && { area: filter.area, hiddenValues: new Map(filter.hiddenValues) },
  };
}

function loadRow([values, look, extras]: Exclude<SavedRow, 0>, styles: readonly RowStyle[]): Row {
  const row = emptyRow(styles[look]);
  row.values = values;
  if (extras?.notes?.length) row.notes = new Map(extras.notes);
  row.hidden = extras?.hidden ?? false;
  row.height = extras?.height ?? null;
  return row;
}

function laterFormulas(grid: Grid, row: number, extras: SavedExtras | undefined, workbook: Workbook): (() => void)[] {
  const idOf = (name: string): number | null =>
    name.startsWith('\0') && workbook.tabs.some(({ id }) => id === Number(name.slice(1)))
      ? Number(name.slice(1))
      : null;
  return (extras?.formulas ?? []).map(([column, source]) => () => {
    grid.writeFormula(row, column, parseFormula(source, { row, column }, idOf));
  });
}
