import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readWorkbook } from "../../src/intake/readWorkbook.ts";
import { contentTypes, inlineCell, paragraph, rowsOfWords, wordCell, wordTable, writeDocx, writeXlsx, zip } from "../support/officeFiles.ts";

const ole = Buffer.from("d0cf11e0a1b11ae1", "hex");
const office = "application/vnd.openxmlformats-officedocument";
const plan = [{ name: "Plan", data: rowsOfWords([["Ref", "Action"]]) }];
const far = "The file unpacks to far more than a plan holds, so it was not read; copy the plan's rows into a new file and send that.";
const broken = "The file is damaged, so nothing was read; open it, save it again and send that.";
const columns = "The file has more than 200 columns, so it was not read; leave in those of the plan.";
const notReadable = "This is not a kind of file that can be read here; send the plan as .xlsx, .docx or .csv.";

test.each<[string, string | Uint8Array, string]>([
  ["nothing", "", "The file is empty, so there is nothing to import."],
  ["50 MB", new Uint8Array(50 * 1024 * 1024), "The file is larger than 20 MB, so it was not read."],
  ["a password", oldFile("EncryptedPackage"), "The file is protected by a password, so nothing could be read; save it without the password and send that."],
  ["an old .xls", oldFile("Workbook"), "This is an Excel file of the old kind (.xls); save it as an Excel Workbook (.xlsx) and send that."],
  ["an old .doc", oldFile("WordDocument"), "This is a Word file of the old kind (.doc); save it as a Word Document (.docx) and send that."],
  ["a PDF", "%PDF-1.7", "This is a PDF, whose tables cannot be read reliably; send the plan as .xlsx, .docx or .csv."],
  ["a picture", Buffer.from("89504e470d0a1a0a00", "hex"), "This is a picture; send the plan as .xlsx, .docx or .csv."],
  [
    "a web page renamed .xls",
    "\r\n<html><table><tr><td>Ref</td></tr></table></html>",
    "This is a web page or XML file, whatever its name says; open it in Excel, save it as an Excel Workbook (.xlsx) and send that.",
  ],
  ["rich text", "{\\rtf1 Ref}", "This is a rich text file (.rtf); save it as a Word Document (.docx) and send that."],
  ["bytes of another kind", Buffer.from("Ref\0\x01"), notReadable],
  ["any zip", zip({ "plan.csv": "Ref" }), "This zip file is neither an Excel workbook nor a Word document; send the plan as .xlsx, .docx or .csv."],
  ["OpenDocument", zip({ "content.xml": "<x/>" }), "This is an OpenDocument file; save it as .xlsx or .docx and send that."],
  ["a presentation", typed(`${office}.presentationml.presentation.main+xml`), "This is a presentation; send the plan as .xlsx, .docx or .csv."],
  [
    "a binary workbook",
    typed("application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
    "This is a binary workbook (.xlsb); save it as an Excel Workbook (.xlsx) and send that.",
  ],
  [
    "a workbook with macros",
    writeXlsx({ sheets: plan, contentType: "application/vnd.ms-excel.sheet.macroEnabled.main+xml" }),
    "This workbook carries macros, which are not opened here; save it as an Excel Workbook (.xlsx), without macros, and send that.",
  ],
  [
    "macros under another name",
    writeXlsx({ sheets: plan, parts: { "xl/vbaProject.bin": "x" } }),
    "This workbook carries macros, which are not opened here; save it as an Excel Workbook (.xlsx), without macros, and send that.",
  ],
  [
    "a document with macros",
    typed("application/vnd.ms-word.document.macroEnabled.main+xml"),
    "This document carries macros, which are not opened here; save it as a Word Document (.docx), without macros, and send that.",
  ],
  ["a zip cut short", writeXlsx({ sheets: plan }).slice(0, 500), broken],
  ["XML that is none", writeXlsx({ sheets: [{ name: "Plan", data: "<row>" }] }), broken],
  ["tags nested without end", writeXlsx({ sheets: [{ name: "Plan", data: "<a>".repeat(1000) + "</a>".repeat(1000) }] }), broken],
  [
    "entities that grow",
    writeXlsx({ sheets: plan, parts: { "xl/worksheets/sheet1.xml": '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>' } }),
    "The file carries a document type, which office files never do, so nothing was read; save it again from Word or Excel.",
  ],
  ["300 columns", writeXlsx({ sheets: [{ name: "Plan", data: rowsOfWords([Array(300).fill("Action")]) }] }), columns],
  ["300 columns of text", `${Array(300).fill("Action").join(",")}\n`, columns],
  ["a row of commas without end", ",".repeat(1_000_000), columns],
  ["300 columns of a Word table", writeDocx(wordTable(wordCell("Action", '<w:gridSpan w:val="300"/>'))), columns],
  [
    "a row too many",
    writeXlsx({ sheets: [{ name: "Plan", data: rowsOfWords(Array(20_001).fill(["Action"])) }] }),
    "The file has more than 20,000 rows, so it was not read; leave in those of the plan.",
  ],
  [
    "one string in every cell",
    writeXlsx({
      sheets: [{ name: "Plan", data: `<row>${'<c t="s"><v>0</v></c>'.repeat(200)}</row>`.repeat(100) }],
      strings: [`<si><t>${"x".repeat(30_000)}</t></si>`],
    }),
    "The file has more than 50,000,000 characters, so it was not read; leave in those of the plan.",
  ],
  [
    "merges over each other",
    writeXlsx({ sheets: [{ ...plan[0], name: "Plan", data: rowsOfWords([["Ref", "Action"]]), merges: Array(9).fill("A1:XFD1048576") }] }),
    broken,
  ],
  ["a zip bomb, by what its directory says", sayingSize(300 * 1024 * 1024), far],
  ["a zip bomb that lies about its size", sayingSize(10), broken],
  ["a text without end", writeXlsx({ sheets: [{ name: "Plan", data: `<row>${inlineCell("x".repeat(9_000_000))}</row>` }] }), far],
])("refuses %s in one sentence", async (_, file, sentence) => {
  const reading = await readWorkbook(Buffer.from(file), "plan.xls");

  expect(reading).toMatchObject({ kind: "refused", problems: [{ problem: sentence }] });
  expect(reading).toHaveProperty("problems.length", 1);
});

test("tells a file by its content, whatever its name", async () => {
  expect(await readWorkbook(writeXlsx({ sheets: plan }), "plan.csv")).toMatchObject({ kind: "read", sheets: [{ name: "Plan" }] });
  expect(await readWorkbook(writeDocx(wordTable(wordCell("Ref"))), "plan.xlsx")).toMatchObject({ kind: "read", sheets: [{ name: "Table 1" }] });
  expect(await readWorkbook(Buffer.from("Ref,Action"), "plan.xls")).toMatchObject({ kind: "read", sheets: [{ name: "plan.xls" }] });
});

test("keeps no formatted blank rows, and reads 10,000 rows, in bounded memory", async () => {
  const blank = '<row><c s="0"/><c s="0"/><c s="0"/></row>'.repeat(200_000);
  const file = writeXlsx({
    sheets: [{ name: "Plan", data: rowsOfWords(Array.from({ length: 10_000 }, (_, row) => Array(15).fill(`Action ${row}`))) + blank }],
  });
  const before = process.memoryUsage().rss;
  const reading = await readWorkbook(file, "plan.xlsx");

  expect(reading.kind === "read" && reading.sheets[0]?.rows.length).toBe(10_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
});

test("reads or refuses any bytes without throwing", async () => {
  const whole = [writeXlsx({ sheets: plan }), writeDocx(paragraph("Area") + wordTable(wordCell("Ref")))];
  const scratched = fc.tuple(fc.constantFrom(...whole), fc.nat(), fc.nat(255)).map(([file, at, byte]) => {
    const copy = Uint8Array.from(file);
    copy[at % copy.length] = byte;
    return copy;
  });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array(), scratched), async (bytes) => {
      const reading = await readWorkbook(bytes, "plan.xlsx");
      expect(reading.kind === "read" || reading.problems.length === 1).toBe(true);
    }),
    { numRuns: 300 },
  );
});

function typed(type: string): Uint8Array {
  return zip({ "[Content_Types].xml": contentTypes("/main.xml", type), "main.xml": "<x/>" });
}

/** What Office kept before 2007, and keeps encrypted today: one container whose directory names its parts in UTF-16. */
function oldFile(part: string): Uint8Array {
  return Buffer.concat([ole, Buffer.alloc(600), Buffer.from(`${part}\0`, "utf16le")]);
}

/** A zip whose first part says, in the directory and before its bytes, that it unpacks to another size than it does. */
function sayingSize(said: number): Uint8Array {
  const size = 9_000_001;
  const file = Buffer.from(zip({ "[Content_Types].xml": " ".repeat(size) }));
  const written = Buffer.alloc(4);
  written.writeUInt32LE(size);
  for (let at = file.indexOf(written); at >= 0; at = file.indexOf(written, at + 1)) file.writeUInt32LE(said, at);
  return file;
}

test.each([
  ["notes.md", "# Plan\n\nWe met in May, and agreed, in short, to wait.\nThen nothing.\n"],
  ["plan.md", "| Ref | Action |\n|---|---|\n| 1.1 | Do |\n"],
  ["plan.json", '{\n  "ref": "1.1",\n  "action": "Do",\n  "lead": "Ann"\n}'],
  ["minutes.txt", "Present: Ann, Bob\nApologies: Cy\n"],
])("%s is no table, which is said with the kinds that are read", async (name, text) => {
  const reading = await readWorkbook(Buffer.from(text), name);

  const problem = "This is a text file and not a table with cells, so nothing was read; send the plan as .xlsx, .docx or .csv.";
  expect(reading).toMatchObject({ kind: "refused", problems: [{ problem }] });
});

test("rows of cells are read whatever the file is called", async () => {
  const rows = 'Ref,Action,Lead\n1.1,"Do, and do again",Ann\n1.2,Make,Bob\n';

  expect(await readWorkbook(Buffer.from(rows), "plan.txt")).toMatchObject({ kind: "read", sheets: [{ name: "plan" }] });
});
