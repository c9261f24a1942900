import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { readWorkbook } from "../../../src/intake/readWorkbook.ts";
import type { Workbook } from "../../../src/intake/workbook.ts";

const words = "Ref,Action,When\r\n1.10,“Hire” – café,May 2022\r\n";
const rows = [
  { row: 1, cells: ["Ref", "Action", "When"] },
  { row: 2, cells: ["1.10", "“Hire” – café", "May 2022"] },
];
/** In Windows-1252 the smart quotes, the dash and é are one byte each. */
const windows = Buffer.from(words.replace("“", "\x93").replace("”", "\x94").replace("–", "\x96"), "latin1");

test.each([
  ["UTF-8", Buffer.from(words), 0],
  ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${words}`), 0],
  ["UTF-16", Buffer.from(`\uFEFF${words}`, "utf16le"), 0],
  ["UTF-16, big end first", Buffer.from(`\uFEFF${words}`, "utf16le").swap16(), 0],
  ["Windows-1252, and says so", windows, 1],
])("reads %s", async (_, bytes, doubts) => {
  const reading = await read(bytes);

  expect(reading.sheets).toEqual([{ name: "plan", headings: [], rows }]);
  expect(reading.doubts).toHaveLength(doubts);
});

test.each([
  ["commas", ",", "Hire; train; keep"],
  ["semicolons", ";", "Hire, train, keep, and then some, more, commas"],
  ["tabs", "\t", "Hire, train; keep"],
])("finds %s from the content", async (_, delimiter, action) => {
  const quoted = `"${["x", "y", "z"].join(delimiter)}\n${delimiter}"`;
  const text = [
    "Improvement plan",
    `Ref${delimiter}Action${delimiter}Lead`,
    `1.1${delimiter}${action}${delimiter}MK`,
    `1.2${delimiter}${quoted}${delimiter}MK`,
  ].join("\n");
  const { sheets } = await read(Buffer.from(text));

  expect(sheets[0]?.rows.slice(1).map(({ cells }) => cells)).toEqual([
    ["Ref", "Action", "Lead"],
    ["1.1", action, "MK"],
    ["1.2", `${["x", "y", "z"].join(delimiter)}\n${delimiter}`, "MK"],
  ]);
});

test("obeys Excel's own hint at the delimiter, which is no row", async () => {
  const { sheets } = await read(Buffer.from("sep=|\r\nRef|Action, and more\r\n"));

  expect(sheets[0]?.rows).toEqual([{ row: 1, cells: ["Ref", "Action, and more"] }]);
});

test("leaves blank rows out but counts them, and reads a file of blanks as no sheet", async () => {
  expect((await read(Buffer.from("Ref,Action\n\n , \n1.1,Hire\n"))).sheets[0]?.rows.map(({ row }) => row)).toEqual([1, 4]);
  expect((await read(Buffer.from(",,\n \n"))).sheets).toEqual([]);
});

test.each([
  [
    "a quotation mark never closed",
    'Ref,Action\n1.1,"Hire\n',
    { row: 2, column: "Action", asWritten: '"Hire\n', problem: expect.stringMatching(/never closed/) },
  ],
  [
    "a quotation mark not doubled",
    'Ref,Action\n"1" 1,Hire\n',
    { row: 2, column: "Ref", asWritten: '"1" 1,Hire\n', problem: expect.stringMatching(/not doubled/) },
  ],
  [
    "UTF-8 that was damaged",
    Buffer.concat([Buffer.from("Ref,é–“”\n"), Buffer.from([0xe2, 0x80])]),
    {
      row: null,
      column: null,
      asWritten: "",
      problem: "Some of the file's characters are damaged, so nothing was read; save it again as “CSV UTF-8” and send that.",
    },
  ],
])("refuses %s", async (_, file, problem) => {
  expect(await readWorkbook(Buffer.from(file), "plan.csv")).toEqual({ kind: "refused", problems: [problem] });
});

test("reads the sample plan as its cells stand", async () => {
  const file = readFileSync("samples/warwickshire-wsoa-2022-11.csv");
  const { sheets } = await read(file);

  expect(sheets[0]?.rows.map(({ cells }) => cells)).toEqual(parse(file));
});

test("reads back whatever words were written, whatever parts them", async () => {
  const word = fc.string({ unit: fc.constantFrom("a", "é", "–", ",", ";", "\t", '"', "\n", " "), maxLength: 8 }).map((cell) => `w${cell}`);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(",", ";", "\t"),
      fc.boolean(),
      fc.array(fc.array(word, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
      async (delimiter, bom, table) => {
        const text = table.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join("\r\n");
        const { sheets } = await read(Buffer.from(`${bom ? "\uFEFF" : ""}${text}`));
        expect(sheets[0]?.rows.map(({ cells }) => cells)).toEqual(table);
      },
    ),
    { numRuns: 200 },
  );
});

async function read(bytes: Uint8Array): Promise<Workbook> {
  const reading = await readWorkbook(bytes, "plan.csv");
  if (reading.kind === "refused") throw new Error(JSON.stringify(reading.problems));
  return reading;
}
