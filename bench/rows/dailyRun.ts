import { calendar } from "../../src/clock/calendar.ts";
import { systemClock } from "../../src/clock/systemClock.ts";
import { instantOf } from "../../src/domain/localDate.ts";
import { noticesOwed } from "../../src/domain/noticesOwed.ts";
import { makeRunPlans } from "../../src/flows/runPlans.ts";
import { sideBySide } from "../../src/flows/sideBySide.ts";
import type { Ports } from "../../src/ports.ts";
import { connect } from "../../src/storage/connection.ts";
import type { Store } from "../../src/storage/openStore.ts";
import { planPartition, readWithNoticedRange } from "../../src/storage/planRows.ts";
import { tableNameOf } from "../../src/storage/tableNames.ts";
import { openTeams } from "../../src/teams/openTeams.ts";
import type { Bench, Benchmark } from "../bench.ts";
import { type Compared, compare, comparedOf, rowOf } from "../compare.ts";
import { generatedPlan, storePlan } from "../generatedPlan.ts";
import { openBenchStore, personNumber, quietLog } from "../samplePlan.ts";

const nine = instantOf("2022-11-21T09:30:00Z");
const measures = 100;
const leads = ["Lead 0", "Lead 1", "Lead 2", "Lead 3", "Lead 4"];

/** A run of every plan on a day whose notices have their marks, as most runs are, against reading the same partitions. */
export const dailyRun: Benchmark = async (bench) => {
  const { small, large } = bench.quick ? { small: 20, large: 100 } : { small: 100, large: 1_000 };
  // A fifth of a second a side: many rounds cost little.
  const few = await runs(bench, small, bench.quick ? 3 : 20);
  const many = await runs(bench, large, 3);
  const growth = (side: "ours" | "bare") => few[side] / many[side];
  const perPlan = comparedOf([{ ours: growth("ours"), bare: growth("bare") }]);
  return [
    rowOf(`daily run of ${small} plans of ${measures} measures, against reading their partitions`, few, " plans/s", { wanted: { atLeast: 0.7 } }),
    rowOf(`daily run of ${large} plans of ${measures} measures, against reading their partitions`, many, " plans/s", { wanted: { atLeast: 0.7 } }),
    {
      ...rowOf(`cost of a plan among ${large}, against among ${small}`, perPlan, " times", { wanted: { atMost: 1.15 } }),
      // The growth itself is judged, not its share of the bare reads' growth: that would excuse it by the emulator.
      ratio: growth("ours"),
      spread: undefined,
      note: "ours by itself is judged, whatever the bare reads do",
    },
  ];
};

async function runs(bench: Bench, count: number, rounds: number): Promise<Compared> {
  const prefix = bench.newPrefix();
  const store = await openBenchStore(bench.connectionString, prefix);
  const ids = Array.from({ length: count }, (_, n) => `plan-${n}`);
  await sideBySide(ids, 8, (id) => storePlanWithMarks(store, id));
  const connection = await connect({ connectionString: bench.connectionString });
  const tables = new Map(ids.map((id) => [id, connection.table(tableNameOf(prefix, planPartition(id)))]));
  const { messenger } = openTeams({ identity: undefined, log: quietLog });
  const ports: Ports = { ...store, messenger, clock: { ...systemClock, now: () => nine }, calendar, log: quietLog };

  return compare(
    rounds,
    () => perSecond(count, makeRunPlans(ports, [])),
    () =>
      // As many side by side as Drumbeat.
      perSecond(count, () =>
        sideBySide([...tables], 4, async ([id, table]) => {
          const filter = `PartitionKey eq '${planPartition(id)}' and RowKey ge '${readWithNoticedRange.from}' and RowKey lt '${readWithNoticedRange.to}'`;
          const entities = [];
          for await (const entity of table.listEntities({ queryOptions: { filter } })) entities.push(entity);
          if (entities.length <= measures) throw new Error(`${id} has only ${entities.length} rows`);
        }),
      ),
  );
}

async function storePlanWithMarks(store: Store, id: string): Promise<void> {
  await storePlan(store, generatedPlan(id, measures, leads));
  for (const [n, lead] of leads.entries()) await store.plans.link(id, { lead, objectId: personNumber(n).objectId });
  const read = await store.plans.readWithNoticed(id);
  if (!read) throw new Error(`${id} was not stored`);
  const { day } = calendar.localTime(nine, read.plan.settings.timeZone);
  const owed = noticesOwed(read.plan, read.noticed.marks, day, (one) => calendar.isWorkingDay(one, read.plan.settings.holidays), []);
  if (owed.length === 0) throw new Error(`${id} owes nothing`);
  for (const { marks } of owed) await store.notices.post(undefined, { plan: id, marks, digests: [] });
}

async function perSecond(count: number, work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (count * 1_000) / (performance.now() - began);
}
