import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readWorkbook } from "../../../src/intake/readWorkbook.ts";
import type { Workbook } from "../../../src/intake/workbook.ts";
import { paragraph, relation, wordCell, wordTable, writeDocx } from "../../support/officeFiles.ts";

const styles =
  '<w:style w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>' +
  '<w:style w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
  '<w:style w:styleId="Own"><w:name w:val="council heading"/><w:basedOn w:val="H1"/></w:style>';
const numbering =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>' +
  '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>' +
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';

test("gives each table the headings above it", async () => {
  const table = wordTable(wordCell("Action"));
  const { sheets } = await read(
    [
      paragraph("Improvement plan", { properties: '<w:pStyle w:val="T"/>' }),
      paragraph("Area 1", { properties: '<w:pStyle w:val="Own"/>' }),
      paragraph("Shorten waits", { properties: '<w:pStyle w:val="H2"/>' }),
      paragraph("A sentence about it."),
      table,
      table,
      paragraph("Area 2", { properties: '<w:outlineLvl w:val="0"/>' }),
      paragraph("bold but with a sentence below", { run: "<w:b/>" }),
      paragraph("A sentence."),
      table,
      paragraph("Workstream A", { run: "<w:b/>" }),
      paragraph(""),
      table,
    ].join(""),
  );

  expect(sheets.map(({ name, headings }) => [name, headings])).toEqual([
    ["1.1 Shorten waits", ["Improvement plan", "Area 1", "1.1 Shorten waits"]],
    ["1.1 Shorten waits (2)", ["Improvement plan", "Area 1", "1.1 Shorten waits"]],
    ["Area 2", ["Improvement plan", "Area 2"]],
    ["Workstream A", ["Improvement plan", "Area 2", "Workstream A"]],
  ]);
});

test("fills cells merged down and across, and leaves blank rows out", async () => {
  const across = '<w:gridSpan w:val="2"/>';
  expect(
    await rowsOf(
      wordTable(
        wordCell("Area") + wordCell("Action") + wordCell("When", across),
        wordCell("") + wordCell("") + wordCell("Start") + wordCell("End"),
        wordCell("Waits", '<w:vMerge w:val="restart"/>') + wordCell("Hire") + wordCell("July 2022", across),
        wordCell("", "<w:vMerge/>") + wordCell("") + wordCell("", across),
        wordCell("", "<w:vMerge/>") + wordCell("Train") + wordCell("May") + wordCell("June"),
        wordCell("Trust") + wordCell("Listen") + wordCell("") + wordCell("May"),
      ),
    ),
  ).toEqual([
    [1, "Area", "Action", "When", "When"],
    [2, "", "", "Start", "End"],
    [3, "Waits", "Hire", "July 2022", "July 2022"],
    [5, "Waits", "Train", "May", "June"],
    [6, "Trust", "Listen", "", "May"],
  ]);
});

test("tells the colour of a cell, in its column", async () => {
  const shade = (fill: string) => `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;
  const table = wordTable(
    wordCell("Action") + wordCell("RAG"),
    wordCell("Hire") + wordCell("", shade("00B050")),
    wordCell("Train") + wordCell("", shade("auto")),
  );
  const { sheets } = await read(table);

  expect(sheets[0]?.rows.map(({ colours }) => colours)).toEqual([undefined, [undefined, "Green"], undefined]);
});

test("sees through a border dragged by a hair", async () => {
  const grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="60"/><w:gridCol w:w="3000"/></w:tblGrid>';
  const table = wordTable(wordCell("Action", '<w:gridSpan w:val="2"/>') + wordCell("Lead"), wordCell("Hire") + wordCell("MK", '<w:gridSpan w:val="2"/>'));

  expect(await rowsOf(table.replace("<w:tbl>", `<w:tbl>${grid}`))).toEqual([
    [1, "Action", "Lead"],
    [2, "Hire", "MK"],
  ]);
});

test("keeps a cell's lines: breaks, paragraphs, bullets without their mark, numbers as a person sees them", async () => {
  const inList = (list: number) => ({ properties: `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>` });
  expect(
    await rowsOf(
      wordTable(
        wordCell(paragraph("", inList(1))) + wordCell(`${paragraph("")}${paragraph("July\nAugust")}${paragraph("")}`),
        wordCell(paragraph("", inList(1))) + wordCell(paragraph("Hire staff", inList(2)) + paragraph("Train them", inList(2))),
        wordCell(paragraph("Listen", inList(3))) + wordCell(`${wordTable(wordCell("in") + wordCell("ner"))}${paragraph("after")}`),
      ),
    ),
  ).toEqual([
    [1, "1.", "July\nAugust"],
    [2, "2.", "Hire staff\nTrain them"],
    [3, "1. Listen", "in | ner\nafter"],
  ]);
});

test("reads tracked changes as accepted and leaves out what is not part of the text", async () => {
  const words = [
    "<w:p><w:r><w:t>Hire </w:t></w:r><w:del><w:r><w:delText>two</w:delText><w:tab/></w:r></w:del><w:ins><w:r><w:t>three</w:t></w:r></w:ins>",
    '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>',
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>one </w:t></w:r></w:p><w:p><w:r><w:t>line</w:t></w:r></w:p>",
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click to enter a date</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>May 2022</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
  ].join("");
  const deletedRow = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${wordCell("gone")}</w:tr>`;
  const table = wordTable(wordCell(words)).replace("</w:tbl>", `${deletedRow}</w:tbl>`);
  const { sheets, doubts } = await read(table, relation("c", "comments", "comments.xml"));

  expect(sheets[0]?.rows).toEqual([{ row: 1, cells: ["Hire three\none line\nMay 2022"] }]);
  expect(doubts.map(({ problem }) => problem)).toEqual([
    "The document has tracked changes; it was read as if all of them were accepted.",
    "Text boxes were not read; move words that belong to the plan out of them.",
    "Comments beside the text were not read.",
  ]);
});

test("reads back whatever words were written", async () => {
  const word = fc.string({ unit: fc.constantFrom("a", "é", "–", "&", "<", '"', "\n", "1", "🙂", "]]>"), maxLength: 8 }).map((words) => `w${words}w`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(word, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }), async (rows) => {
      const { sheets } = await read(wordTable(...rows.map((cells) => cells.map((words) => wordCell(paragraph(words))).join(""))));
      expect(sheets[0]?.rows.map(({ cells }) => cells)).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});

async function read(body: string, relations = ""): Promise<Workbook> {
  const reading = await readWorkbook(writeDocx(body, { styles, numbering, relations }), "plan.docx");
  if (reading.kind === "refused") throw new Error(JSON.stringify(reading.problems));
  return reading;
}

async function rowsOf(body: string): Promise<(string | number)[][]> {
  const { sheets } = await read(body);
  return sheets[0]?.rows.map(({ row, cells }) => [row, ...cells]) ?? [];
}
