import { expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import { day } from "../../src/domain/localDate.ts";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
import { type Report, rowOf } from "../../src/domain/report/report.ts";
import { readWorkbook } from "../../src/intake/readWorkbook.ts";
import { writeReportXlsx } from "../../src/reports/writeReportXlsx.ts";

const [blue] = bragScheme.ratings;
if (!blue) throw new Error("no ratings");
const report: Report = {
  kind: "full",
  planTitle: "A plan",
  title: "Full report",
  asOf: day("2022-11-21"),
  parts: [
    { heading: "At a glance", level: 1, blocks: [{ kind: "points", points: ["One measure."] }] },
    {
      heading: "Summary",
      level: 1,
      blocks: [
        { kind: "words", words: "Said above." },
        {
          kind: "table",
          table: {
            name: "Summary: [all]",
            columns: ["Area", "Measures", "Share", "Progress"],
            rows: [
              { kind: "band", words: "=BAND()", level: 1 },
              rowOf('=HYPERLINK("http://example.org")', 7, { kind: "percent", percent: 28 }, { kind: "rating", rating: blue, words: "Blue" }),
              rowOf("+1", 0, { kind: "percent", percent: 0 }, "@SUM(A1)"),
            ],
          },
        },
        { kind: "chart", chart: { kind: "way", title: "The way", alt: "Half of it.", bars: [{ name: "1.1", percent: 50 }] } },
      ],
    },
  ],
};

async function parts(): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(await writeReportXlsx(report))).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
}

test("sentences stand on the first sheet, a table on its own with what belongs to it", async () => {
  const book = await readWorkbook(await writeReportXlsx(report), "report.xlsx");
  if (book.kind === "refused") throw new Error("refused");

  const about = ["A plan: Full report, as of 21 November 2022"];
  const words = book.sheets.map(({ name, rows }) => [name, rows.map(({ cells }) => cells.filter((cell) => cell !== ""))]);
  expect(words).toEqual([
    ["Report", [about, ["At a glance"], ["• One measure."]]],
    [
      "Summary all",
      [
        about,
        ["Summary"],
        ["Said above."],
        ["Area", "Measures", "Share", "Progress"],
        ["=BAND()"],
        ['=HYPERLINK("http://example.org")', "7", "28%", "Blue"],
        ["+1", "0", "0%", "@SUM(A1)"],
      ],
    ],
  ]);
});

test("nothing in it runs: no cell is a formula, and only counts and shares are numbers", async () => {
  const sheet = (await parts())["xl/worksheets/sheet2.xml"] ?? "";

  expect(sheet).not.toContain("<f>");
  const numbers = [...sheet.matchAll(/<c [^>]*?(t="\w+")?[^>]*><v>([^<]*)<\/v>/g)].filter(([cell]) => !cell.includes('t="s"')).map(([, , value]) => value);
  expect(numbers).toEqual(["7", "0.28", "0", "0"]);
});

test("the picture comes with its sentence for those who do not see it", async () => {
  const all = await parts();

  expect(Object.keys(all).filter((name) => name.endsWith(".png"))).toHaveLength(1);
  expect(Object.entries(all).some(([name, xml]) => name.startsWith("xl/drawings/") && xml.includes("Half of it."))).toBe(true);
});
