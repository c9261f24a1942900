import { gatherDoubts } from "../doubts.ts";
import { type Relation, readPart, relationsOf } from "../office/officePackage.ts";
import type { Zip } from "../office/openZip.ts";
import { tallySheets } from "../sheetTally.ts";
import type { Sheet, Workbook } from "../workbook.ts";
import { readCellColours } from "./cellColours.ts";
import { readCellFormats } from "./cellFormats.ts";
import { readWorksheet, type WorkbookParts } from "./readWorksheet.ts";
import { readSharedStrings } from "./richText.ts";

interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly hidden: boolean;
}

/**
 * Reads every worksheet of an .xlsx, hidden ones too. Formulas count as what they last came to; nothing is worked out and nothing
 * outside the file is asked.
 *
 * @param workbookPart - name of the part that lists the sheets
 * @throws UnreadableFile if the file is damaged or too large
 */
export async function readXlsx(zip: Zip, workbookPart: string): Promise<Workbook> {
  const { entries, from1904 } = await listSheets(zip, workbookPart);
  const relations = await relationsOf(zip, workbookPart);
  const target = (type: string) => relations.find((relation) => relation.type === type && !relation.external)?.target ?? "";
  const doubts = gatherDoubts();
  const book: WorkbookParts = {
    zip,
    strings: await readSharedStrings(zip, target("sharedStrings")),
    formats: await readCellFormats(zip, target("styles")),
    colours: await readCellColours(zip, target("styles"), target("theme")),
    from1904,
    tally: tallySheets(),
    doubts,
  };
  if (relations.some(({ type }) => type === "externalLink"))
    doubts.add("This workbook links to other files, which were not opened; linked cells were read as they were last saved.");
  if ([...zip.names].some((name) => /^xl\/(threadedcomments|comments)/.test(name))) doubts.add("Comments beside the cells were not read.");

  const sheets: Sheet[] = [];
  for (const { name, relation, hidden } of entries) {
    const part = relations.find(({ id, type, external }: Relation) => id === relation && type === "worksheet" && !external);
    if (!part) continue;
    book.tally.sheet();
    const sheet = await readWorksheet(part.target, name, book);
    if (sheet.rows.length === 0) continue;
    if (hidden) doubts.add(`The sheet “${name}” is hidden; it was read like the others.`, { sheet: name });
    sheets.push(sheet);
  }
  return { kind: "read", sheets, doubts: doubts.all() };
}

async function listSheets(zip: Zip, workbookPart: string): Promise<{ entries: readonly SheetEntry[]; from1904: boolean }> {
  const entries: SheetEntry[] = [];
  let from1904 = false;
  await readPart(zip, workbookPart, {
    open(element, { name = "", id = "", state = "visible", date1904 = "0" }) {
      if (element === "sheet") entries.push({ name, relation: id, hidden: state !== "visible" });
      else if (element === "workbookPr") from1904 = date1904 === "1" || date1904 === "true";
    },
  });
  return { entries, from1904 };
}
