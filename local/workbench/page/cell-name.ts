/** The letters above a column, counted from 1: 1 is `A`, 27 is `AA`. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? columnName(Math.floor((column - 1) / 26)) + letter : letter;
}

/** A cell as the name box shows it: row 2, column 3 is `C2`. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}
