const candidates = [",", ";", "\t"] as const;
/** Enough to know a file by. */
const mostRecords = 200;
const mostCharacters = 1_000_000;

/**
 * Finds what parts the cells of a text file: of comma, semicolon and tab, the one that gives the most rows the same number of cells. Those
 * between quotation marks do not count. A comma where none of them does.
 */
export function findDelimiter(text: string): string {
  const counts = countByRecord(text.slice(0, mostCharacters));
  let best = { delimiter: ",", rows: 0, cells: 0 };
  for (const [index, delimiter] of candidates.entries()) {
    const { rows, cells } = commonest(counts.map((record) => record[index] ?? 0));
    if (rows * cells > best.rows * best.cells) best = { delimiter, rows, cells };
  }
  return best.delimiter;
}

/** Whether most rows have the same number of cells, and more of them than a comma now and then makes of a sentence. */
export function isPlainlyTable(text: string): boolean {
  const counts = countByRecord(text.slice(0, mostCharacters));
  return candidates.some((_, index) => {
    const { rows, cells } = commonest(counts.map((record) => record[index] ?? 0));
    return cells >= 2 && rows >= 2 && rows * 2 > counts.length;
  });
}

/** How often each candidate stands in each record. */
function countByRecord(text: string): number[][] {
  const records: number[][] = [];
  let record = candidates.map(() => 0);
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === "\n" || character === "\r") {
      if (records.length >= mostRecords) break;
      records.push(record);
      record = candidates.map(() => 0);
      continue;
    }
    const index = (candidates as readonly string[]).indexOf(character);
    if (index >= 0) record[index] = (record[index] ?? 0) + 1;
  }
  return [...records, record];
}

/** The commonest number of delimiters above none, and in how many records it is found. */
function commonest(counts: readonly number[]): { rows: number; cells: number } {
  const rowsByCount = new Map<number, number>();
  for (const count of counts) if (count > 0) rowsByCount.set(count, (rowsByCount.get(count) ?? 0) + 1);
  let best = { rows: 0, cells: 0 };
  for (const [cells, rows] of rowsByCount) if (rows * cells > best.rows * best.cells) best = { rows, cells };
  return best;
}
