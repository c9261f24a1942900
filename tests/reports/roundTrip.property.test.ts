import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { contentOf } from "../../src/domain/contentOf.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { mergePlan } from "../../src/domain/mergePlan.ts";
import type { Plan, PlanContent } from "../../src/domain/plan.ts";
import { countChanges } from "../../src/domain/planChanges.ts";
import { standingWith } from "../../src/domain/standing.ts";
import { readPlan } from "../../src/intake/readPlan.ts";
import { readWorkbook } from "../../src/intake/readWorkbook.ts";
import type { Sheet } from "../../src/intake/workbook.ts";
import { planTables } from "../../src/reports/planTables.ts";
import { writeCsv } from "../../src/reports/writeCsv.ts";
import { writeXlsx } from "../../src/reports/writeXlsx.ts";
import { makePlan, makeUpdate } from "../support/makePlan.ts";
import { storeImport } from "../support/storeImport.ts";

const about = { id: "any", title: "Any plan", importedAsOf: day("2022-11-21"), importedAt: instantOf("2022-11-21T09:00:00Z") };

/** Words as people paste them: signs a spreadsheet would run, quotes, lists, other scripts. A control character is no word. */
const pieces = fc.constantFrom(
  "=1+1",
  "+44",
  "-",
  "@lead",
  "'",
  "''=",
  '"',
  ",",
  ";",
  "\n",
  "- a list",
  "Ü",
  "–",
  "🙂",
  "_x000D_",
  "&amp;",
  "<b>",
  "word",
  " ",
  "1.10",
  "0123",
);
const words = fc.array(pieces, { maxLength: 6 }).map((all) => all.join(""));
const row = fc.record({
  action: fc.tuple(fc.constantFrom("Train staff", "=Ask families", "- Publish"), words).map((all) => all.join(" ")),
  lead: fc.constantFrom("Head of SEND", "DCO / Head of SEND", "SEND & Inclusion, DCO", ""),
  when: fc.constantFrom("March 2023", "31/09/2020", "Ongoing", "", "- TBC"),
  rating: fc.constantFrom("Green", "AMBER", "Red", ""),
  impact: fc.constantFrom("Green", "amber", ""),
  narrative: words,
  notes: words,
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

function sheetOf(rows: readonly Row[]): Sheet {
  const headings = ["Ref", "Action", "Lead", "Completion date", "RAG", "Progress narrative", "=Notes", "Impact rating"];
  const cells = rows.map(({ action, lead, when, rating, narrative, notes, impact }, n) => [`1.${n + 1}`, action, lead, when, rating, narrative, notes, impact]);
  return { name: "Plan", headings: [], rows: [headings, ...cells].map((one, n) => ({ row: n + 1, cells: one })) };
}

function read(sheets: readonly Sheet[], before?: Plan): PlanContent {
  const reading = readPlan(sheets, {
    ...about,
    ...(before && { storedScheme: before.scheme, keptRefs: contentOf(before), importedAt: instantOf("2023-01-01T09:00:00Z") }),
  });
  if (reading.kind === "refused") throw new Error(JSON.stringify(reading.problems));
  return reading.content;
}

test("whatever its cells hold and chat said, a plan written to CSV or a workbook and read again is the same plan", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), words, fc.boolean(), async (rows, said, asCsv) => {
      const content = read([sheetOf(rows)]);
      const imported = storeImport({ ...makePlan([]), areas: [] }, content);
      const plan = withReport(imported, said);
      const tables = planTables(plan, content.file ?? { tables: [] });

      const bytes = asCsv ? writeCsv(tables[0] ?? { rows: [] }) : await writeXlsx(tables);
      const book = await readWorkbook(bytes, asCsv ? "Plan.csv" : "plan.xlsx");
      const merged = mergePlan(plan, read(book.kind === "read" ? book.sheets : [], plan), { on: day("2023-01-01") });

      expect(merged.changes.changed).toEqual([]);
      expect(countChanges(merged.changes)).toBe(0);
      expect(merged.keptFromChat).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 60_000);

function withReport(plan: Plan, narrative: string): Plan {
  const [measure, ...others] = plan.measures;
  if (!measure) return plan;
  const update = makeUpdate("000001", { ref: measure.ref, rating: "Red", impact: "Amber", narrative });
  return { ...plan, measures: [{ ...measure, standing: standingWith(measure, update, plan.scheme) }, ...others] };
}
