import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bench, type Benchmark, storeOf, withParts } from "../bench.ts";
import { compare, median, rowOf } from "../compare.ts";
import { generatedFile } from "../generatedFile.ts";
import { openBenchStore } from "../samplePlan.ts";
import type { Row } from "../table.ts";

const count = 10_000;
const mostMegabytes = 400;

/** A large workbook: how fast it comes in against a bare loop, and how much memory that takes, the first time and again. */
export const intake: Benchmark = async (bench) => {
  const folder = await mkdtemp(join(tmpdir(), "drumbeat-bench-"));
  try {
    const files = await Promise.all(
      [0, 1].map(async (round) => {
        const file = join(folder, `${round}.xlsx`);
        await writeFile(file, await generatedFile(count, round));
        return file;
      }),
    );
    const [first = "", again = ""] = files;
    return [await speed(bench, first), ...(await memory(bench, first, again))];
  } finally {
    await rm(folder, { recursive: true });
  }
};

async function speed(bench: Bench, file: string): Promise<Row> {
  const rounds = bench.quick ? 3 : 7;
  const prefix = bench.newPrefix();
  await openBenchStore(bench.connectionString, prefix);
  return withParts(async (start) => {
    const ours = await start("parts/importing.ts", { env: storeOf(bench, prefix) });
    const bare = await start("parts/importing.ts", { env: storeOf(bench, prefix) });
    const transactions: number = await bare.call("prepare", file);

    let round = 0;
    const perSecond = (ms: number) => (count * 1_000) / ms;
    const compared = await compare(
      rounds,
      async () => {
        const { ms, measures } = await ours.call("import", { file, plan: `plan-${round++}` });
        if (measures !== count) throw new Error(`${measures} measures were imported, not ${count}`);
        return perSecond(ms);
      },
      async () => perSecond(await bare.call("bare", { file, table: `${prefix}bare${round++}` })),
    );
    const note = `the bare loop reads the cells with the same reader and writes the same rows, made ready before, in ${transactions} transactions, to the same store`;
    return rowOf("10,000 rows of .xlsx imported, against a bare loop", compared, " rows/s", { wanted: { atLeast: 0.5 }, note });
  });
}

/** Each import in a service of its own, which does nothing else: what the whole process held at its peak. */
async function memory(bench: Bench, first: string, again: string): Promise<Row[]> {
  const rounds = bench.quick ? 1 : 3;
  const node = await servedWith();
  const plan = "memory";
  const peaks: { first: number; again: number }[] = [];
  const peak = (prefix: string, file: string) =>
    withParts(async (start) => {
      const service = await start("parts/drumbeat.ts", { env: storeOf(bench, prefix), node });
      await service.call("import", { file, plan });
      return (await service.call("peak")) / 2 ** 20;
    });
  for (let round = 0; round < rounds; round++) {
    // A store of its own: a service that starts runs the day of every plan it finds, and other rounds' plans are as large.
    const prefix = bench.newPrefix();
    const store = await openBenchStore(bench.connectionString, prefix);
    peaks.push({ first: await peak(prefix, first), again: await peak(prefix, again) });
    if ((await store.plans.read(plan))?.measures.length !== count) throw new Error("the plan was not stored whole");
  }
  const row = (what: string, megabytes: readonly number[], note: string): Row => ({
    what,
    ours: `${median(megabytes).toFixed(0)} MB`,
    bare: `${mostMegabytes} MB allowed`,
    ratio: median(megabytes) / mostMegabytes,
    spread: [Math.min(...megabytes) / mostMegabytes, Math.max(...megabytes) / mostMegabytes],
    wanted: { atMost: 1 },
    note,
  });
  const ofFirst = peaks.map((peak) => peak.first);
  const ofAgain = peaks.map((peak) => peak.again);
  return [
    row("peak memory of a service that imports them", ofFirst, "resident memory of the whole process, libraries and all"),
    row("peak memory of one that imports them again", ofAgain, "a tenth of the narratives and a hundredth of the dates differ, and everything is written anew"),
  ];
}

/** What `npm run serve` tells Node of memory. */
async function servedWith(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
  return scripts.serve.split(" ").filter((word: string) => word.startsWith("--max"));
}
