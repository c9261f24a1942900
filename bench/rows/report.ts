import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { calendar } from "../../src/clock/calendar.ts";
import { day } from "../../src/domain/localDate.ts";
import { writeReport } from "../../src/flows/writeReport.ts";
import { readWorkbook } from "../../src/intake/readWorkbook.ts";
import type { Benchmark } from "../bench.ts";
import { compare, rowOf } from "../compare.ts";
import { generatedPlan, storePlan } from "../generatedPlan.ts";
import { openBenchStore } from "../samplePlan.ts";

const count = 500;
const today = day("2022-11-21");

/** A full report for Word of a large plan, from the store to the file, against its rows as bare tables by the same library. */
export const report: Benchmark = async (bench) => {
  const rounds = bench.quick ? 3 : 7;
  const store = await openBenchStore(bench.connectionString, bench.newPrefix());
  const { plans } = store;
  const leads = Array.from({ length: 20 }, (_, n) => `Lead ${n}`);
  await storePlan(store, generatedPlan("large", count, leads));
  const plan = await plans.read("large");
  if (plan?.measures.length !== count) throw new Error("the plan was not stored whole");

  const written = () => writeReport({ plans, calendar }, plan, { kind: "full", format: "docx", asOf: today });
  const { bytes, name } = await written();
  const book = await readWorkbook(bytes, name);
  if (book.kind === "refused") throw new Error("the report cannot be read");
  const tables = book.sheets.map(({ rows }) => rows.map(({ cells }) => cells));

  const compared = await compare(
    rounds,
    () => timed(written),
    () => timed(() => bareTables(tables)),
  );
  const rows = tables.reduce((sum, table) => sum + table.length, 0);
  const note = `${rows} rows in ${tables.length} tables, and a chart; the bare side gets them ready made and writes them without widths, colours or headings`;
  return [rowOf("full report of 500 measures as .docx, against its rows as bare tables", compared, " ms", { wanted: { atMost: 5 }, note })];
};

function bareTables(tables: readonly (readonly (readonly string[])[])[]): Promise<unknown> {
  const children = tables.map(
    (rows) => new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) })) }),
  );
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
