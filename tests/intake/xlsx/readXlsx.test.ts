import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readWorkbook } from "../../../src/intake/readWorkbook.ts";
import type { Workbook } from "../../../src/intake/workbook.ts";
import { inlineCell, relation, rowsOfWords, type WrittenWorkbook, writeXlsx } from "../../support/officeFiles.ts";

test("reads every sheet with its title rows, leaves blank rows out and counts them", async () => {
  const plan = rowsOfWords([["Improvement plan", "", ""], [], ["Ref", "Action", "Lead"], ["1.10", "Hire staff\nTrain them", "Head of SEND"]]);
  const { sheets } = await read({
    sheets: [
      { name: "Plan", data: plan },
      { name: "Notes", data: "" },
      { name: "KPIs", data: rowsOfWords([["Measure"]]) },
    ],
  });

  expect(sheets).toEqual([
    {
      name: "Plan",
      headings: [],
      rows: [
        { row: 1, cells: ["Improvement plan", "", ""] },
        { row: 3, cells: ["Ref", "Action", "Lead"] },
        { row: 4, cells: ["1.10", "Hire staff\nTrain them", "Head of SEND"] },
      ],
    },
    { name: "KPIs", headings: [], rows: [{ row: 1, cells: ["Measure"] }] },
  ]);
});

test.each([
  ["a day", "dd/mm/yyyy", "44712", "31/05/2022"],
  ["a day written out", "[$-809]dddd, d mmmm yyyy", "44712", "31/05/2022"],
  ["a day in American order", "mm-dd-yy", "44712", "31/05/2022"],
  ["a day with its time", "dd/mm/yyyy hh:mm", "44712.5", "31/05/2022 12:00"],
  ["midnight", "dd/mm/yyyy hh:mm", "44712", "31/05/2022"],
  ["a month", "mmm-yy", "45778", "May-25"],
  ["a year", "yyyy", "45778", "2025"],
  ["a percentage", "0%", "0.64", "64%"],
  ["money", "_-£* #,##0_-", "1234.4", "£1,234"],
  ["a reference with a nought", "0.00", "1.1", "1.10"],
  ["a number as computers add", "General", "0.30000000000000004", "0.3"],
  ["a number its format hides", ";;;", "7", "7"],
  ["a format that is none", "0[[", "7", "7"],
])("shows %s as a British spreadsheet does", async (_, format, value, shown) => {
  expect(await cellOf(`<c s="1"><v>${value}</v></c>`, { formats: [format] })).toBe(shown);
});

test("knows the formats Excel does not write down, and the years from 1904", async () => {
  const parts = { "xl/styles.xml": '<styleSheet><cellXfs><xf numFmtId="14"/><xf numFmtId="17"/></cellXfs></styleSheet>' };

  expect(await cellOf('<c s="0"><v>44712</v></c>', { parts })).toBe("31/05/2022");
  expect(await cellOf('<c s="1"><v>44712</v></c>', { parts })).toBe("May-22");
  expect(await cellOf('<c s="0"><v>43250</v></c>', { parts, from1904: true })).toBe("31/05/2022");
});

test.each([
  ["a shared string in several runs, without its reading aid", '<c t="s"><v>0</v></c>', "Head of SEND"],
  ["a shared string of two lines", '<c t="s"><v>1</v></c>', "July\nAugust"],
  ["a formula's last number", "<c><f>1+1</f><v>2</v></c>", "2"],
  ["a formula's last words", '<c t="str"><f>A2</f><v>On track</v></c>', "On track"],
  ["yes and no", '<c t="b"><v>1</v></c>', "TRUE"],
  ["an ISO date", '<c t="d"><v>2022-05-31T00:00:00</v></c>', "31/05/2022"],
  ["an error", '<c t="e"><f>#REF!</f><v>#REF!</v></c>', "#REF!"],
])("reads %s", async (_, cell, words) => {
  const strings = ["<si><r><t>Head </t></r><r><t>of SEND</t></r><rPh><t>x</t></rPh></si>", "<si><t>July_x000D_\nAugust</t></si>"];
  expect(await cellOf(cell, { strings })).toBe(words);
});

test("fills merged cells down and across, but makes no rows or columns of them", async () => {
  const data = rowsOfWords([
    ["Plan 2022", "", "", ""],
    ["Area", "Action", "When", ""],
    ["", "", "Start", "End"],
    ["Waits", "Hire", "May", "June"],
    ["", "Train", "July", ""],
  ]);
  const { sheets } = await read({ sheets: [{ name: "Plan", data, merges: ["A1:J1", "C2:D2", "A4:A9", "C5:D5"] }] });

  expect(sheets[0]?.rows.map(({ cells }) => cells)).toEqual([
    ["Plan 2022", "Plan 2022", "Plan 2022", "Plan 2022"],
    ["Area", "Action", "When", "When"],
    ["", "", "Start", "End"],
    ["Waits", "Hire", "May", "June"],
    ["Waits", "Train", "July", "July"],
  ]);
});

test("says what it read differently: hidden sheets and rows, errors, formulas never worked out, links, comments", async () => {
  const data = '<row r="2" hidden="1"><c t="e"><v>#REF!</v></c><c r="C2"><f>A1</f><v/></c></row>';
  const relations = relation("x", "externalLink", "externalLinks/externalLink1.xml");
  const { doubts } = await read({ sheets: [{ name: "Lists", state: "veryHidden", data }], relations, parts: { "xl/comments1.xml": "<comments/>" } });

  expect(doubts.map(({ sheet, row, problem }) => [sheet, row, problem])).toEqual([
    [undefined, null, "This workbook links to other files, which were not opened; linked cells were read as they were last saved."],
    [undefined, null, "Comments beside the cells were not read."],
    ["Lists", 2, "Cell A2 shows an error instead of a value; put its formula right or type the value."],
    ["Lists", 2, "The formula in cell C2 was never worked out, so the cell was read as blank; open the file in Excel, save it and send that."],
    ["Lists", null, "Some rows of this sheet are hidden; they were read like the others."],
    ["Lists", null, "The sheet “Lists” is hidden; it was read like the others."],
  ]);
});

test("tells the colours of cells: named outright, of the theme with its tint, of the old palette, and of a merge", async () => {
  const fill = (colour: string, type = "solid") => `<fill><patternFill patternType="${type}"><fgColor ${colour}/></patternFill></fill>`;
  const fills = [fill('rgb="FF000000"', "none"), fill('rgb="FF00B050"'), fill('theme="5" tint="0.4"'), fill('indexed="10"'), fill('theme="0"')].join("");
  const styles = `<styleSheet><fills>${fills}</fills><cellXfs>${[0, 1, 2, 3, 4].map((n) => `<xf fillId="${n}"/>`).join("")}</cellXfs><dxfs><dxf><fill/></dxf></dxfs></styleSheet>`;
  const theme = '<a:theme><a:clrScheme><a:lt1><a:sysClr lastClr="FFFFFF"/></a:lt1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2></a:clrScheme></a:theme>';
  const data =
    `<row r="1">${inlineCell("Ref")}${inlineCell("RAG")}</row>` +
    [1, 2, 3, 4, 0].map((style, at) => `<row r="${at + 2}">${inlineCell("1")}<c r="B${at + 2}" s="${style}"/></row>`).join("");
  const { sheets } = await read({
    sheets: [{ name: "Plan", data, merges: ["B4:B5"] }],
    parts: { "xl/styles.xml": styles, "xl/theme/theme1.xml": theme },
    relations: relation("t", "theme", "theme/theme1.xml"),
  });

  expect(sheets[0]?.rows.map(({ colours }) => colours?.[1])).toEqual([undefined, "Green", "Amber", "Red", "Red", undefined]);
});

test("says that columns are hidden where they hold words", async () => {
  const sheet = (columns: string) =>
    `<worksheet><cols>${columns}</cols><sheetData><row r="1">${inlineCell("Ref")}${inlineCell("Notes")}</row></sheetData></worksheet>`;
  const doubtsOf = async (columns: string) =>
    (await read({ sheets: [{ name: "Plan", data: "" }], parts: { "xl/worksheets/sheet1.xml": sheet(columns) } })).doubts;

  expect(await doubtsOf('<col min="2" max="16384" hidden="1"/>')).toMatchObject([
    { problem: "Some columns of this sheet are hidden; they were read like the others." },
  ]);
  expect(await doubtsOf('<col min="3" max="16384" hidden="1"/><col min="1" max="2" hidden="0"/>')).toEqual([]);
});

test("stops listing doubts where a broken formula is copied down", async () => {
  const data = Array.from({ length: 300 }, (_, row) => `<row r="${row + 1}"><c t="e"><v>#REF!</v></c></row>`).join("");
  const { doubts } = await read({ sheets: [{ name: "Plan", data }] });

  expect(doubts).toHaveLength(201);
  expect(doubts.at(-1)?.problem).toBe("There are 100 more doubts like these.");
});

test("reads back whatever words were written", async () => {
  const word = fc.string({ unit: fc.constantFrom("a", "é", "–", "&", "<", '"', "\n", "_x", "1", " ", "🙂", "]]>"), maxLength: 8 }).map((words) => `w${words}`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(word, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }), async (rows) => {
      const { sheets } = await read({ sheets: [{ name: "Plan", data: rowsOfWords(rows) }] });
      expect(sheets[0]?.rows.map(({ cells }) => cells)).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});

async function read(workbook: WrittenWorkbook): Promise<Workbook> {
  const reading = await readWorkbook(writeXlsx(workbook), "plan.xlsx");
  if (reading.kind === "refused") throw new Error(JSON.stringify(reading.problems));
  return reading;
}

async function cellOf(cell: string, workbook: Omit<WrittenWorkbook, "sheets">): Promise<string | undefined> {
  const { sheets } = await read({ ...workbook, sheets: [{ name: "Plan", data: `<row r="1">${cell}</row>` }] });
  return sheets[0]?.rows[0]?.cells[0];
}
