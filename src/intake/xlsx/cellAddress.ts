/** Where a cell stands, both counted from 0. */
export interface CellAddress {
  readonly row: number;
  readonly column: number;
}

/** Reads `C5`, also `$C$5`. @returns nothing where it is no address */
export function readAddress(address: string): CellAddress | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address) ?? [];
  if (!letters || !digits) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}

/** The column of `C5`, counted from 0; nothing where it names none. Without a pattern, for a workbook has millions of cells. */
export function columnOf(address: string): number | undefined {
  let column = 0;
  for (let index = 0; index < 3; index += 1) {
    const letter = address.charCodeAt(index) - 64;
    if (!(letter >= 1 && letter <= 26)) break;
    column = column * 26 + letter;
  }
  return column === 0 ? undefined : column - 1;
}

/** `C5` of the third column and fifth row. */
export function addressOf({ row, column }: CellAddress): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
