import type { Area } from './area';
import type { Formula } from './formula';
import { emptyRow, rowLength, writeFormula, writeNote, writeStyle, writeValues, type Row, type Value } from './row';
import { internRowStyle, restyle, type RowStyle, type Style, type StyleKey } from './style';

/**
 * The cells of one tab, counted from 0. Rows without content or style cost nothing; a row is one array of plain values,
 * and rows that look alike share their styles, so that nine million cells fit in memory.
 */
export class Grid {
  readonly rows: (Row | undefined)[] = [];
  /** Goes up with every change, so that computed values know when they are old. */
  revision = 0;

  constructor(
    public maxRows: number,
    public maxColumns: number,
  ) {}

  /** The value of a cell, `''` where it is empty or a formula. */
  valueAt(row: number, column: number): Value {
    return this.rows[row]?.values[column] ?? '';
  }

  formulaAt(row: number, column: number): Formula | undefined {
    return this.rows[row]?.formulas?.get(column);
  }

  noteAt(row: number, column: number): string {
    return this.rows[row]?.notes?.get(column) ?? '';
  }

  styleAt(row: number, column: number): Style | undefined {
    return this.rows[row]?.style[column];
  }

  /** How many rows there are up to the last one with content: what getLastRow answers. */
  contentRows(): number {
    let last = this.rows.length;
    while (last > 0) {
      const row = this.rows[last - 1];
      if (row && rowLength(row) > 0) return last;
      last--;
    }
    return 0;
  }

  /** How many columns there are up to the last one with content: what getLastColumn answers. */
  contentColumns(): number {
    let last = 0;
    for (const row of this.rows) if (row) last = Math.max(last, rowLength(row));
    return last;
  }

  writeValues(row: number, column: number, values: readonly Value[]): void {
    writeValues(this.touch(row), column, values);
  }

  writeFormula(row: number, column: number, formula: Formula): void {
    writeFormula(this.touch(row), column, formula);
  }

  writeNote(row: number, column: number, note: string): void {
    if (note !== '' || this.rows[row]?.notes) writeNote(this.touch(row), column, note);
  }

  writeStyle(row: number, column: number, style: Style | undefined): void {
    if (this.styleAt(row, column) !== style) writeStyle(this.touch(row), column, style);
  }

  /** Empties the cells of an area; what they look like stays. */
  clearContent(area: Area): void {
    const blank: Value[] = Array.from({ length: area.columns }, () => '');
    for (let row = area.row; row < Math.min(area.row + area.rows, this.rows.length); row++) {
      if (this.rows[row]) this.writeValues(row, area.column, blank);
    }
  }

  /** Changes one thing about the look of every cell of an area: `value(row, column)` of its cells, from 0. */
  restyle(area: Area, key: StyleKey, value: (row: number, column: number) => string | null): void {
    const memo = new Map<string, Map<RowStyle, RowStyle>>();
    for (let i = 0; i < area.rows; i++) {
      const wanted = Array.from({ length: area.columns }, (_, j) => value(i, j));
      const pattern = uniform(wanted);
      let known = memo.get(pattern);
      if (!known) memo.set(pattern, (known = new Map<RowStyle, RowStyle>()));
      const row = this.touch(area.row + i);
      let next = known.get(row.style);
      if (!next) known.set(row.style, (next = restyleRow(row.style, area.column, key, wanted)));
      row.style = next;
    }
  }

  /** Takes an area back to the plain look. */
  clearStyle(area: Area): void {
    for (let row = area.row; row < Math.min(area.row + area.rows, this.rows.length); row++) {
      const known = this.rows[row];
      if (!known || known.style.length <= area.column) continue;
      known.style = internRowStyle(
        known.style.map((style, column) =>
          column >= area.column && column < area.column + area.columns ? undefined : style,
        ),
      );
      this.revision++;
    }
  }

  /** The row to change, made when it is not there. */
  touch(index: number): Row {
    this.revision++;
    while (this.rows.length <= index) this.rows.push(undefined);
    return (this.rows[index] ??= emptyRow());
  }
}

function restyleRow(style: RowStyle, column: number, key: StyleKey, wanted: readonly (string | null)[]): RowStyle {
  const next = Array.from({ length: Math.max(style.length, column + wanted.length) }, (_, i) => style[i]);
  wanted.forEach((value, i) => (next[column + i] = restyle(next[column + i], key, value)));
  return internRowStyle(next);
}

/** A short name for a row of wanted values: most blocks ask the same of a whole row. */
function uniform(wanted: readonly (string | null)[]): string {
  const first = wanted[0] ?? null;
  return wanted.every((value) => value === first) ? JSON.stringify(first) : JSON.stringify(wanted);
}
