import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runBatch } from "./batch.ts";
import { createChance } from "./chance.ts";
import { openEmulator } from "./emulator.ts";
import { type PlantedFault, plantedFaults } from "./plantedFaults.ts";
import { openReplicas } from "./replicas.ts";
import { nothing, sum, type Tally, table, tableOfPlayed } from "./tally.ts";

/*
 * `npm run test:faults [-- --short] [--seed N] [--rounds N] [--minutes N] [--planted]`: replicas of the bot are killed, refused and
 * robbed of their store while small plans are run, and then everything is counted. docs/faults.md tells how to read it.
 */
const { values } = parseArgs({
  options: { short: { type: "boolean" }, planted: { type: "boolean" }, seed: { type: "string" }, rounds: { type: "string" }, minutes: { type: "string" } },
});
const short = values.short ?? false;
const firstSeed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
const roundsAtOnce = 20;

const folder = mkdtempSync(join(tmpdir(), "drumbeat-faults-"));
const emulator = await openEmulator(folder);
const replicas = openReplicas();
await emulator.start();
const began = performance.now();
let ok: readonly boolean[] = [];
try {
  ok = values.planted ? await runPlanted() : [await runCampaign()];
} finally {
  replicas.close();
  await emulator.stop();
  rmSync(folder, { recursive: true, force: true });
}
mkdirSync("build", { recursive: true });
const results = { passed: ok.filter(Boolean).length, failed: ok.filter((one) => !one).length };
writeFileSync(values.planted ? "build/planted-results.json" : "build/faults-results.json", JSON.stringify(results));
process.exit(results.failed > 0 ? 1 : 0);

/** @returns whether nothing was lost, doubled or orphaned */
async function runCampaign(): Promise<boolean> {
  const wanted = Number(values.rounds ?? (short ? 100 : 3_000));
  console.log(`seed ${firstSeed}, ${wanted} rounds`);
  let tally = nothing;
  const endsAfterMs = Number(values.minutes ?? Number.POSITIVE_INFINITY) * 60_000;
  for (let seed = firstSeed; tally.rounds < wanted && performance.now() - began < endsAfterMs; seed++) {
    const batch = await play(seed, Math.min(roundsAtOnce, wanted - tally.rounds), undefined);
    for (const fault of batch.faults) console.log(`  seed ${seed}: ${fault}`);
    tally = sum(tally, batch);
    if (short || (seed - firstSeed) % 5 === 4) console.log(`  ${tally.rounds} rounds, ${seconds()} s, ${tally.faults.length} faults`);
  }
  console.log(`\n${tableOfPlayed(tally)}\n\n${table(tally)}\n`);
  console.log(tally.faults.length === 0 ? `nothing lost, nothing doubled (${seconds()} s)` : `FAILED with seed ${firstSeed} (${seconds()} s)`);
  return tally.faults.length === 0;
}

/** Each planted fault must be found out. */
async function runPlanted(): Promise<boolean[]> {
  const found: boolean[] = [];
  const most = 12;
  for (const planted of Object.keys(plantedFaults) as PlantedFault[]) {
    let faults: readonly string[] = [];
    let batches = 0;
    while (faults.length === 0 && batches < most) faults = (await play(firstSeed + batches++, roundsAtOnce, planted)).faults;
    console.log(
      faults.length > 0 ? `found out after ${batches * roundsAtOnce} rounds: ${planted}\n  ${faults[0]}` : `NOT FOUND OUT: ${planted}, seed ${firstSeed}`,
    );
    found.push(faults.length > 0);
  }
  console.log(`${found.filter(Boolean).length} of ${found.length} planted faults found out (${seconds()} s)`);
  return found;
}

function play(seed: number, rounds: number, planted: PlantedFault | undefined): Promise<Tally> {
  return runBatch({ chance: createChance(seed), emulator, replicas, rounds, steps: 20, patient: !short && !planted, planted });
}

function seconds(): string {
  return ((performance.now() - began) / 1000).toFixed(0);
}
