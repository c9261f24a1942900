import { gatherDoubts } from "../doubts.ts";
import { readPart, relationsOf } from "../office/officePackage.ts";
import type { Zip } from "../office/openZip.ts";
import { tallySheets } from "../sheetTally.ts";
import type { Workbook } from "../workbook.ts";
import { followHeadings } from "./headingsAbove.ts";
import { readListNumbers } from "./listNumbers.ts";
import { readParagraphs } from "./paragraphText.ts";
import { readTables } from "./readTables.ts";
import { visibleOnly } from "./visibleOnly.ts";
import { readWordStyles } from "./wordStyles.ts";

/**
 * Reads every table of a .docx in order, each with the headings above it. Tracked changes are read as if they were all accepted.
 *
 * @param documentPart - name of the part that holds the text
 * @throws UnreadableFile if the file is damaged or too large
 */
export async function readDocx(zip: Zip, documentPart: string): Promise<Workbook> {
  const relations = await relationsOf(zip, documentPart);
  const target = (type: string) => relations.find((relation) => relation.type === type && !relation.external)?.target ?? "";
  const doubts = gatherDoubts();
  const styles = await readWordStyles(zip, target("styles"));
  const numbers = await readListNumbers(zip, target("numbering"));

  const tables = readTables({ paragraphs: readParagraphs(styles, numbers), headings: followHeadings(), tally: tallySheets(), doubts });
  await readPart(zip, documentPart, visibleOnly(tables, doubts));
  if (relations.some(({ type }) => type === "comments")) doubts.add("Comments beside the text were not read.");
  return { kind: "read", sheets: tables.sheets(), doubts: doubts.all() };
}
