import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Benchmark, storeOf, withParts } from "../bench.ts";
import { compare, rowOf } from "../compare.ts";
import { postAll } from "../load.ts";
import { activityOf, openBenchStore, storeSamplePlan } from "../samplePlan.ts";
import type { Row } from "../table.ts";

const folder = fileURLToPath(new URL("../successors/", import.meta.url));
const echoes = { "@microsoft/agents-hosting": "agentsHosting.js", "@microsoft/teams.apps": "teamsApps.js" };

/** Echo bots on the libraries that follow botbuilder, beside Drumbeat's `help` and beside botbuilder's own echo. */
export const successors: Benchmark = async (bench) => {
  if (!areInstalled()) {
    process.stderr.write("left out, for the successors of botbuilder could not be installed … ");
    return [];
  }
  const { count, rounds } = bench.quick ? { count: 240, rounds: 3 } : { count: 800, rounds: 7 };
  const prefix = bench.newPrefix();
  const leads = await storeSamplePlan(await openBenchStore(bench.connectionString, prefix));

  const rows: Row[] = [];
  for (const [library, file] of Object.entries(echoes)) {
    await withParts(async (start) => {
      const connector = await start("parts/connector.ts");
      const say = (caller: number, turn: number) => {
        const lead = leads[(caller + turn * 8) % leads.length];
        return lead ? activityOf(lead, connector.ready.url, { text: "help" }) : {};
      };
      const drumbeat = await start("parts/drumbeat.ts", { env: storeOf(bench, prefix) });
      const botbuilder = await start("parts/bareBot.ts");
      const successor = await start(`successors/${file}`);
      const rate = (url: string) => () => postAll(url, connector, count, say);

      const { version } = JSON.parse(readFileSync(`${folder}node_modules/${library}/package.json`, "utf8"));
      const ofDrumbeat = await compare(rounds, rate(drumbeat.ready.url), rate(successor.ready.url));
      rows.push(rowOf(`“help”, against the echo of ${library} ${version}`, ofDrumbeat, "/s"));
      const ofBotbuilder = await compare(rounds, rate(botbuilder.ready.url), rate(successor.ready.url));
      rows.push(rowOf(`botbuilder's echo, against that of ${library} ${version}`, ofBotbuilder, "/s"));
    });
  }
  return rows;
};

/** They are nobody's dependency but the benchmark's, so they are installed when it first wants them. */
function areInstalled(): boolean {
  if (Object.keys(echoes).every((library) => existsSync(`${folder}node_modules/${library}/package.json`))) return true;
  return spawnSync("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"], { cwd: folder, stdio: "ignore" }).status === 0;
}
