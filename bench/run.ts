import { writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import type { Bench, Benchmark } from "./bench.ts";
import { help, questions } from "./rows/answers.ts";
import { dailyRun } from "./rows/dailyRun.ts";
import { deliveries } from "./rows/deliveries.ts";
import { intake } from "./rows/intake.ts";
import { memoryGrowth } from "./rows/memoryGrowth.ts";
import { replicas } from "./rows/replicas.ts";
import { report } from "./rows/report.ts";
import { startUp } from "./rows/startUp.ts";
import { successors } from "./rows/successors.ts";
import { update } from "./rows/update.ts";
import { startPart } from "./startPart.ts";
import { asMarkdown, asText, isMet, type Row } from "./table.ts";

/*
 * npm run bench -- [--only NAME] [--quick] [--write]
 *
 * Every figure is measured in this run beside its counterpart; nothing is compared to a number written down before.
 * Exits 1 when a row is below what is wanted or could not be measured. BENCH_PROFILE=drumbeat, or another of the parts,
 * leaves its CPU profile in build/profiles.
 */
const benchmarks: Readonly<Record<string, Benchmark>> = {
  help,
  questions,
  update,
  "daily-run": dailyRun,
  deliveries,
  replicas,
  start: startUp,
  memory: memoryGrowth,
  successors,
  intake,
  report,
};

const { values: options } = parseArgs({
  options: { only: { type: "string", multiple: true }, quick: { type: "boolean", default: false }, write: { type: "boolean", default: false } },
});
if (options.only && options.write) {
  console.error("docs/benchmarks.md holds the whole table: leave out --only, or --write.");
  process.exit(2);
}
const unknown = options.only?.find((name) => !(name in benchmarks));
if (unknown !== undefined) {
  console.error(`There is no benchmark “${unknown}”. There are: ${Object.keys(benchmarks).join(", ")}.`);
  process.exit(2);
}

const store = await startPart("parts/store.ts", { node: ["--max-old-space-size=8192"] });
let prefixes = 0;
const bench: Bench = {
  quick: options.quick,
  connectionString: store.ready.connectionString,
  tablePort: store.ready.tablePort,
  newPrefix: () => `b${prefixes++}`,
};

const rows: Row[] = [];
const failed: string[] = [];
for (const [name, run] of Object.entries(benchmarks)) {
  if (options.only && !options.only.includes(name)) continue;
  const began = performance.now();
  process.stderr.write(`${name} … `);
  try {
    rows.push(...(await run(bench)));
  } catch (error) {
    failed.push(`${name} could not be measured: ${error instanceof Error ? error.message : error}`);
  }
  process.stderr.write(`${((performance.now() - began) / 1_000).toFixed(0)} s\n`);
}
await store.stop();

const about = `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model}), ${Math.round(totalmem() / 2 ** 30)} GiB${options.quick ? ", the quick form" : ""}`;
console.log([about, asText(rows), ...failed].join("\n\n"));
if (options.write) await writeFile(new URL("../docs/benchmarks.md", import.meta.url), document());
process.exitCode = rows.every(isMet) && failed.length === 0 ? 0 : 1;

function document(): string {
  return `# What it costs, measured

Written by \`npm run bench -- --write\` on ${about}. Each row sets Drumbeat beside a bare counterpart measured in the same
run, round by round in turn; the ratio is the middle one of the rounds, and the column after it says how far they lay
apart. Servers, the stand-in for Teams' connector and one emulator of Azure Storage (azurite, in memory) are processes of
their own and share the machine's cores; eight callers post as fast as they are answered.

${asMarkdown(rows)}${failed.map((sentence) => `\n- ${sentence}`).join("")}
`;
}
