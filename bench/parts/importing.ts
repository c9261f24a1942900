import { readFile } from "node:fs/promises";
import { calendar } from "../../src/clock/calendar.ts";
import { systemClock } from "../../src/clock/systemClock.ts";
import { day } from "../../src/domain/localDate.ts";
import { importPlan } from "../../src/flows/importPlan.ts";
import { readPlanFiles } from "../../src/flows/readPlanFiles.ts";
import { readWorkbook } from "../../src/intake/readWorkbook.ts";
import { openLog } from "../../src/log.ts";
import { connect } from "../../src/storage/connection.ts";
import { fileRows } from "../../src/storage/fileRows.ts";
import { batches } from "../../src/storage/importRows.ts";
import { openStore } from "../../src/storage/openStore.ts";
import { contentRows } from "../../src/storage/planRows.ts";
import { encodeRow } from "../../src/storage/rows.ts";
import { answerCalls } from "../part.ts";

/* Imports a file as Drumbeat does; or reads it with the same reader and writes the same rows in the same batches, and no more. */
const storage = { connectionString: process.env.BENCH_STORE ?? "" };
const prefix = process.env.BENCH_PREFIX ?? "";
const store = await openStore(storage, { prefix });
const connection = await connect(storage);
const ports = { ...store, clock: systemClock, calendar, log: openLog("silent") };
const name = "plan.xlsx";
const asOf = day("2022-11-21");

let ready: ReturnType<typeof encodeRow>[][] = [];

answerCalls({
  /** @returns milliseconds */
  async import({ file, plan }: { file: string; plan: string }) {
    const bytes = await readFile(file);
    const began = performance.now();
    const outcome = await importPlan(ports, { files: [{ name, bytes }], plan, asOf });
    if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.problems.slice(0, 3)));
    return { ms: performance.now() - began, measures: outcome.report.measures, changed: outcome.report.changed };
  },

  /** Works out beforehand what an import of the file writes. @returns how many transactions */
  async prepare(file: string) {
    const about = { id: "bare", title: "Bare", importedAsOf: asOf, importedAt: systemClock.now() };
    const read = await readPlanFiles([{ name, bytes: await readFile(file) }], about);
    if (read.kind === "refused") throw new Error(JSON.stringify(read.problems.slice(0, 3)));
    const rows = [...fileRows("bare", read.content.file, 1), ...contentRows(read.content, 1)];
    ready = [...batches(rows)].map((batch) => batch.map((row) => encodeRow(row)));
    return ready.length;
  },

  /** @param table - a new one each time, as each plan has its own */
  async bare({ file, table: tableName }: { file: string; table: string }) {
    const bytes = await readFile(file);
    const table = connection.table(tableName);
    const began = performance.now();
    const read = await readWorkbook(bytes, name);
    if (read.kind === "refused") throw new Error("the file was refused");
    await table.createTable();
    for (const batch of ready) await table.submitTransaction(batch.map((entity) => ["upsert", entity, "Replace"]));
    return performance.now() - began;
  },

  /** The most memory this process ever held, in bytes. */
  peak: () => process.resourceUsage().maxRSS * 1024,
});
