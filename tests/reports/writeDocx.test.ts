import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import { day } from "../../src/domain/localDate.ts";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
import { type Report, rowOf } from "../../src/domain/report/report.ts";
import { writeDocx } from "../../src/reports/writeDocx.ts";

const [blue] = bragScheme.ratings;
if (!blue) throw new Error("no ratings");
const report: Report = {
  kind: "full",
  planTitle: "A plan & its title",
  title: "Full report",
  asOf: day("2022-11-21"),
  parts: [
    { heading: "At a glance", level: 1, blocks: [{ kind: "points", points: ["One \u0007 measure."] }] },
    {
      heading: "Picture",
      level: 1,
      blocks: [
        { kind: "chart", chart: { kind: "ratings", title: "By area", alt: "Area 1: 2 Blue.", ratings: [blue], bars: [{ name: "Area 1", counts: [2] }] } },
      ],
    },
    {
      heading: "Wide",
      level: 1,
      blocks: [
        {
          kind: "table",
          table: {
            name: "Wide",
            columns: ["Ref", "Progress"],
            rows: [
              { kind: "band", words: "Area 1", level: 1 },
              ...Array.from({ length: 90 }, (_, n) => rowOf(`1.${n}`, { kind: "rating", rating: blue, words: "Blue" })),
            ],
            wide: true,
          },
        },
      ],
    },
  ],
};

async function parts(): Promise<Record<string, string>> {
  const files = unzipSync(await writeDocx(report));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
}

test("has Word's own headings, header rows that repeat, alt text and page numbers", async () => {
  const all = await parts();
  const document = all["word/document.xml"] ?? "";

  expect(document).toMatch(/<w:pStyle w:val="Heading1"\/>/);
  expect(document).toMatch(/<w:tblHeader\/>/);
  expect(document).toMatch(/descr="Area 1: 2 Blue\."/);
  expect(Object.entries(all).some(([name, xml]) => name.startsWith("word/footer") && xml.includes("NUMPAGES"))).toBe(true);
  expect(document).toContain("A plan &amp; its title");
  expect(document).not.toContain("\u0007");
});

test("keeps a small table on one page", async () => {
  const table = { name: "Glossary", columns: ["Short"], rows: ["ADHD", "CYP", "SEND"].map((short) => rowOf(short)) };
  const files = unzipSync(await writeDocx({ ...report, parts: [{ heading: "Glossary", level: 1, blocks: [{ kind: "table", table }] }] }));
  const [, ...rows] = Buffer.from(files["word/document.xml"] ?? [])
    .toString()
    .split("<w:tr>");

  expect(rows.map((row) => (row.split("</w:tr>")[0] ?? "").includes("<w:keepNext/>"))).toEqual([true, true, true, false]);
});

test("lays wide tables on pages on their side, and what comes before them upright", async () => {
  const document = (await parts())["word/document.xml"] ?? "";

  expect([...document.matchAll(/<w:pgSz[^>]*w:orient="(\w+)"/g)].map(([, way]) => way)).toEqual(["portrait", "landscape"]);
});

test("a rating has its colour and its word, in ink that can be read on it", async () => {
  const document = (await parts())["word/document.xml"] ?? "";

  expect(document).toMatch(/w:fill="1D70B8".*?<w:color w:val="FFFFFF"\/>.*?<w:t[^>]*>Blue<\/w:t>/);
});

/** Debian: apt-get install libreoffice-writer-nogui. Where it is not there this one test is left out. */
const hasOffice = spawnSync("soffice", ["--version"]).status === 0;
(hasOffice ? test : test.skip)(
  "LibreOffice opens it, with its headings, on several pages",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "drumbeat-report-"));
    try {
      await writeFile(join(folder, "report.docx"), await writeDocx(report));
      const convert = (format: string) =>
        promisify(execFile)("soffice", [
          `-env:UserInstallation=file://${folder}/profile`,
          "--headless",
          "--convert-to",
          format,
          "--outdir",
          folder,
          join(folder, "report.docx"),
        ]);
      await convert("pdf");
      await convert("html");

      const pages = (await readFile(join(folder, "report.pdf"), "latin1")).match(/\/Type\s*\/Page\b/g) ?? [];
      const headings = [...(await readFile(join(folder, "report.html"), "utf8")).matchAll(/<h1[^>]*>([\s\S]*?)<\/h1>/g)].map(([, words = ""]) =>
        words.replace(/<[^>]*>|\s+/g, " ").trim(),
      );
      expect(pages.length).toBeGreaterThan(2);
      expect(headings).toEqual(expect.arrayContaining(["At a glance", "Picture", "Wide"]));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  180_000,
);
