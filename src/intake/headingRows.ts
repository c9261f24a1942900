import type { ColumnMap } from "./columnMap.ts";
import { meaningsOf } from "./headingWords.ts";
import { foldHeading } from "./planFields.ts";
import type { Sheet } from "./workbook.ts";

export interface HeadingRows {
  /** Where among the sheet's rows the headings stand, and where what they head begins. */
  readonly at: number;
  readonly body: number;
  /** Of two rows, `Timescale` over `Start` and `End`, joined into one. */
  readonly headings: readonly string[];
}

/** A header stands among the first rows or there is none. */
const titleRows = 30;
/** In characters; a longer cell is no heading. */
const longestHeading = 100;
const longestSecond = 40;

/** Finds the row with most headings that are known, where at least two are; the first of equals. */
export function findHeadings({ rows }: Sheet, map: ColumnMap = {}): HeadingRows | undefined {
  const said = new Set(Object.keys(map).map(foldHeading));
  const scores = rows.slice(0, titleRows).map(({ cells }) => {
    const fields = new Set<string>();
    for (const cell of new Set(cells)) {
      const [likeliest] = cell.length <= longestHeading ? meaningsOf(cell) : [];
      if (said.has(foldHeading(cell))) fields.add(`said ${cell}`);
      else if (likeliest) fields.add(likeliest.field);
    }
    return fields.size;
  });
  const best = Math.max(0, ...scores);
  if (best < 2) return undefined;
  const at = scores.indexOf(best);
  const first = rows[at]?.cells ?? [];
  const joined = joinSecondRow(first, rows[at + 1]?.cells ?? []);
  return { at, body: at + (joined ? 2 : 1), headings: joined ?? first };
}

/**
 * Joins a second row of headings to the first: short words below a heading over several columns (merged, or blank beside it), and below
 * all others nothing, or the same again where the cells are merged down.
 */
function joinSecondRow(first: readonly string[], second: readonly string[]): string[] | undefined {
  const width = Math.max(first.length, second.length);
  const columns = Array.from({ length: width }, (_, at) => ({ over: (first[at] ?? "").trim(), under: (second[at] ?? "").trim() }));
  let parent = "";
  const placed = columns.map(({ over, under }, at) => {
    const isWide = over !== "" && [columns[at + 1]?.over, columns[at - 1]?.over].some((beside) => beside === over);
    const opensBlanks = over !== "" && under !== "" && under !== over && columns[at + 1]?.over === "" && columns[at + 1]?.under !== "";
    if (over !== "") parent = isWide || opensBlanks ? over : "";
    return { over, under, parent: over === "" && under === "" ? "" : parent };
  });
  const isHeading = placed.every(({ over, under, parent: above }) =>
    above === "" ? under === "" || under === over : under !== "" && under.length <= longestSecond,
  );
  const below = placed.filter(({ parent: above, under }) => above !== "" && under !== above);
  if (!isHeading || below.length < 2) return undefined;
  return placed.map(({ over, under, parent: above }) => (above === "" || under === above ? over : joined(above, under)));
}

/** `End date` speaks for itself, `Impact` below `RAG` is the impact's, `Sep 23` below it is a rating of that month. */
function joined(over: string, under: string): string {
  if ((meaningsOf(under)[0]?.score ?? 0) >= 9) return under;
  return meaningsOf(`${under} ${over}`).length > 0 ? `${under} ${over}` : `${over} ${under}`;
}
