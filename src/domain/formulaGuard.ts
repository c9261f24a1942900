/** How a cell begins that a spreadsheet would run, and the apostrophes that tell it not to. */
const runs = /^(?:'*[=+\-@\t\r])/;
const guarded = /^'+[=+\-@\t\r]/;

/**
 * Puts an apostrophe before a cell a spreadsheet would take for a formula. For formats without types, such as CSV.
 *
 * Source of the list of signs: OWASP, CSV Injection.
 */
export function guardCell(cell: string): string {
  return runs.test(cell) ? `'${cell}` : cell;
}

/** Takes off the apostrophe `guardCell` put there. What was never guarded and looks so loses one too, as Excel would show it. */
export function unguardCell(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
