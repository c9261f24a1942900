import { randomUUID } from "node:crypto";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
import { nextUpdateId } from "../../src/domain/standing.ts";
import { planPartition, readRange } from "../../src/storage/planRows.ts";
import { tableNameOf } from "../../src/storage/tableNames.ts";
import { type Benchmark, storeOf, withParts } from "../bench.ts";
import { compare, rowOf } from "../compare.ts";
import { postAll } from "../load.ts";
import { activityOf, type Lead, openBenchStore, planId, storeSamplePlan } from "../samplePlan.ts";
import { isRead, type StoreCall } from "../storeCalls.ts";

const rating = bragScheme.ratings.find(({ kind }) => kind === "onTrack")?.label;

/** A lead saves an update from the list they were sent, against an echo with one plan read and one transaction of three rows. */
export const update: Benchmark = async (bench) => {
  const prefix = bench.newPrefix();
  const store = await openBenchStore(bench.connectionString, prefix);
  const leads = (await storeSamplePlan(store)).filter(({ refs }) => refs.length > 0);
  const { count, rounds } = bench.quick ? { count: 160, rounds: 3 } : { count: 400, rounds: 7 };
  const turns = count / 8;

  return withParts(async (start) => {
    const connector = await start("parts/connector.ts");
    const ours = await start("parts/drumbeat.ts", { env: storeOf(bench, prefix) });
    const bare = await start("parts/bareBot.ts", { env: storeOf(bench, prefix) });
    const { url } = connector.ready;

    // Each caller is one lead at one measure of theirs, so that no card is ever behind.
    const callers = firstMeasures(leads, 8);
    for (const { lead } of callers) await postAll(ours.ready.url, connector, 8, () => activityOf(lead, url, { text: "mine" }));
    const cards: string[] = await connector.call(
      "lastShown",
      callers.map(({ lead }) => lead.conversationId),
    );

    let saved = 0;
    const press = (basisOf: (turn: number) => string | undefined) => (caller: number, turn: number) => {
      const { lead, ref } = callers[caller] as (typeof callers)[number];
      const list = { kind: "mine", refs: lead.refs, since: "2022-11-20T09:00:00.000Z", page: 1 };
      const form = { verb: "saveUpdate", plan: planId, ref, list, nonce: randomUUID(), basis: basisOf(turn), rating, narrative: `Said ${turn} times by now.` };
      const value = { action: { type: "Action.Execute", data: form }, trigger: "manual" };
      return activityOf(lead, url, { type: "invoke", name: "adaptiveCard/action", value, replyToId: cards[caller] });
    };
    const ourTurns = async () => {
      const from = saved;
      saved += turns;
      return postAll(
        ours.ready.url,
        connector,
        count,
        press((turn) => (from + turn === 0 ? undefined : nextUpdateId(String(from + turn - 1)))),
      );
    };

    await ours.call("storeCalls");
    const filter = `PartitionKey eq '${planPartition(planId)}' and RowKey ge '${readRange.from}' and RowKey lt '${readRange.to}'`;
    await bare.call("asks", { calls: [{ method: "GET", table: tableNameOf(prefix, planPartition(planId)), filter }] satisfies StoreCall[], transaction: true });
    const compared = await compare(rounds, ourTurns, () =>
      postAll(
        bare.ready.url,
        connector,
        count,
        press(() => undefined),
      ),
    );

    const calls: StoreCall[] = await ours.call("storeCalls");
    for (const { ref } of callers) {
      const history = await store.plans.history(planId, ref);
      if (history.length !== saved) throw new Error(`${ref} has ${history.length} updates, not ${saved}`);
    }
    const each = (reads: boolean) => calls.filter((call) => isRead(call) === reads).length / (saved * 8);
    const note = `${each(true).toFixed(1)} table reads and ${each(false).toFixed(1)} transactions an update, 1 and 1 by the echo; every update was found in its history`;
    return [rowOf("an update by card, against an echo with one read and one transaction", compared, "/s", { wanted: { atLeast: 0.8 }, note })];
  });
};

function firstMeasures(leads: readonly Lead[], count: number): { lead: Lead; ref: string }[] {
  const taken = new Set<string>();
  return leads
    .flatMap((lead) => {
      const ref = lead.refs.find((one) => !taken.has(one));
      if (!ref) return [];
      taken.add(ref);
      return [{ lead, ref }];
    })
    .slice(0, count);
}
