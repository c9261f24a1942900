import { readCsvSheet } from "./csv/readCsvSheet.ts";
import { readDocx } from "./docx/readDocx.ts";
import { kindOfBytes, kindOfPackage } from "./fileKind.ts";
import { openPackage } from "./office/officePackage.ts";
import { openZip } from "./office/openZip.ts";
import { limits } from "./table.ts";
import { UnreadableFile } from "./unreadableFile.ts";
import type { RefusedFile, Workbook } from "./workbook.ts";
import { readXlsx } from "./xlsx/readXlsx.ts";

/**
 * Reads the tables of a file somebody sent: .xlsx, .docx, or text parted by commas, semicolons or tabs. What it is its bytes say, since
 * names lie; the name only names the sheet of a text file.
 *
 * Memory stays bounded whatever the file was built to do, and nothing in it is run, fetched or worked out.
 */
export async function readWorkbook(bytes: Uint8Array, fileName: string): Promise<Workbook | RefusedFile> {
  try {
    return await readAnyKind(bytes, fileName);
  } catch (error) {
    if (error instanceof UnreadableFile) return { kind: "refused", problems: [error.problem] };
    throw error;
  }
}

async function readAnyKind(bytes: Uint8Array, fileName: string): Promise<Workbook> {
  if (bytes.length === 0) throw new UnreadableFile("The file is empty, so there is nothing to import.");
  if (bytes.length > limits.bytes) throw new UnreadableFile(`The file is larger than ${limits.bytes / 1024 / 1024} MB, so it was not read.`);

  const kind = kindOfBytes(bytes);
  if (kind.kind === "refused") throw new UnreadableFile(kind.sentence);
  if (kind.kind === "text") return readCsvSheet(bytes, fileName);

  const zip = await openZip(bytes);
  const contents = kindOfPackage(await openPackage(zip));
  if (contents.kind === "refused") throw new UnreadableFile(contents.sentence);
  return contents.kind === "xlsx" ? readXlsx(zip, contents.part) : readDocx(zip, contents.part);
}
