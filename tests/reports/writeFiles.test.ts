import { describe, expect, test } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { writeCsv } from "../../src/reports/writeCsv.ts";
import { writeXlsx } from "../../src/reports/writeXlsx.ts";

const rows = [
  ["Ref", "What"],
  ["1.10", '=HYPERLINK("http://example.org")'],
  ["1.2", "two\nlines, and “quotes”"],
  ["1.3", "two\nlines"],
];

test("CSV opens in Excel as UTF-8, and nothing in it runs", () => {
  const text = Buffer.from(writeCsv({ rows })).toString();

  expect(text).toBe('\uFEFFRef,What\r\n1.10,"\'=HYPERLINK(""http://example.org"")"\r\n1.2,"two\nlines, and “quotes”"\r\n1.3,"two\nlines"\r\n');
});

test("rows of a CSV are all as long as the longest", () => {
  expect(Buffer.from(writeCsv({ rows: [["A plan"], ["a", "b", "c"]] })).toString()).toBe("\uFEFFA plan,,\r\na,b,c\r\n");
});

describe("a workbook", () => {
  const part = async (tables: Parameters<typeof writeXlsx>[0], name: string) => strFromU8(unzipSync(await writeXlsx(tables))[name] ?? new Uint8Array());

  test("holds every cell as text: no formula, no number that loses its nought", async () => {
    const sheet = await part([{ name: "Plan", rows, header: 0 }], "xl/worksheets/sheet1.xml");

    expect(sheet).not.toContain("<f>");
    expect([...sheet.matchAll(/<c [^>]*t="(\w+)"/g)].map(([, type]) => type)).toEqual(Array(8).fill("s"));
  });

  test("gives each sheet a name Excel takes, and none twice", async () => {
    const long = "Improving health and social care services for learners";
    const names = ["Plan", "plan", "Area 1: [waits] / help?", long, long, "'", ""];
    const book = await part(
      names.map((name) => ({ name, rows })),
      "xl/workbook.xml",
    );

    const given = [...book.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
    expect(given).toEqual([
      "Plan",
      "plan (2)",
      "Area 1 waits help",
      "Improving health and social car",
      "Improving health and social (2)",
      "Table",
      "Table (2)",
    ]);
  });
});
