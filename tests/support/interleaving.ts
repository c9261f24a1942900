import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { openPorts } from "../../src/app.ts";
import { makeFront } from "../../src/commands/makeFront.ts";
import { datesAfter } from "../../src/domain/dateChange.ts";
import { type Instant, instantOf } from "../../src/domain/localDate.ts";
import type { MattersHistory } from "../../src/domain/matters.ts";
import type { Measure } from "../../src/domain/measure.ts";
import { monitoredPart, monitoringAfter } from "../../src/domain/monitoring.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { standingAfter } from "../../src/domain/standing.ts";
import type { Update } from "../../src/domain/update.ts";
import { importPlan } from "../../src/flows/importPlan.ts";
import { linkLead, setRole } from "../../src/flows/knowPeople.ts";
import { openLog } from "../../src/log.ts";
import { type Asker, ConflictError, type Messenger, type Ports } from "../../src/ports.ts";
import type { Store } from "../../src/storage/openStore.ts";
import { callOf, chair, type Deed, type Edit, measureIn, type PlayedCall, refs, type Seen } from "./interleavedCalls.ts";
import { wordsOf } from "./startBot.ts";
import { botId, tenantId } from "./teamsPerson.ts";

/** A call that was thanked for: the row it must have left, and none else. */
interface Thanked {
  readonly what: string;
  readonly left: PlayedCall["left"];
}

/** Another deed, the very same press or message, or the same press with other words typed. */
export type Second = Deed | "again" | "other words";

/** Of a held pair the first reads what it needs before the second begins to write, and writes when that is done. */
export const hows = ["at once", "held", "one after the other"] as const;
export type How = (typeof hows)[number];

/** One plan, two replicas, and everything that was thanked for or went wrong. */
export interface Trial {
  both(deeds: readonly [Deed, Second], how: How): Promise<void>;
  /** What was thanked for, by kind. */
  readonly thanked: ReadonlySet<Deed["do"]>;
  /** @returns what is wrong with what is stored, in words; empty where all is well */
  faults(): Promise<readonly string[]>;
}

type Wait = () => Promise<unknown>;
const noWait: Wait = async () => {};

const nothingIsSent = () => Promise.reject(new Error("nothing is sent here"));
const messenger: Messenger = { turn: nothingIsSent, send: nothingIsSent, update: nothingIsSent, openPersonal: nothingIsSent };

/** @param stores - two on the same rows, as two replicas have them */
export async function openTrial(stores: readonly [Store, Store], id: string): Promise<Trial> {
  let nowMs = Date.parse("2022-11-22T09:00:00Z");
  const now = (): Instant => {
    nowMs += 61_000; // longer than the same words count as told of again
    return instantOf(nowMs);
  };
  const config = {
    port: 0,
    mode: "local",
    store: { kind: "azure", connection: { account: "unused" } },
    admins: [],
    tickSeconds: 1,
    sendsPerSecond: 1,
  } as const;
  const open = async (store: Store): Promise<Ports> => ({
    ...(await openPorts({ ...config, mode: "teams" }, store, openLog("silent"))),
    messenger,
    clock: { now, realNow: now },
  });
  const [here, there] = [await open(stores[0]), await open(stores[1])];
  const ids = { "first lead": randomUUID(), "second lead": randomUUID(), [chair]: randomUUID() };
  const idOf = (name: string) => ids[name as keyof typeof ids];
  const seen: Seen[] = [];
  const thankedFor: Thanked[] = [];
  const thanked = new Set<Deed["do"]>();
  const wrong: string[] = [];
  let typed = 0;

  await importFile({ ref: "1.1", rating: "Green", due: "31 January 2023", news: false });
  const first = await look();
  await linkLead(here, first.plan, { lead: "Head of Inclusion", objectId: idOf("first lead") });
  await linkLead(here, first.plan, { lead: "Head of Health", objectId: idOf("second lead") });
  await setRole(here, first.plan, idOf(chair), chair);

  return {
    thanked,

    async both([one, other], how) {
      seen.push(await look());
      const nonce = `nonce-${typed}-of-it`;
      const first = acting(one, nonce);
      const then = other === "again" ? first : other === "other words" ? acting(one, nonce) : acting(other);
      const done = how === "one after the other" ? first(noWait) : undefined;
      await done?.catch(noWait);
      const second = then(noWait);
      const results = await Promise.allSettled([done ?? first(how === "held" ? () => second : noWait), second]);
      for (const result of results) if (result.status === "rejected") wrong.push(`${JSON.stringify([one, other])}: ${result.reason?.stack}`);
      nowMs += 12 * 3_600_000;
    },

    async faults() {
      const { plan, updates } = await look();
      const again = await stores[1].plans.read(id);
      const entries = await stores[0].plans.allEntries(id);
      const lost = thankedFor.flatMap(({ what, left }) => {
        const times = timesKept(left, updates, entries);
        return times === 1 ? [] : [`${what} is kept ${times} times`];
      });
      const differs = isDeepStrictEqual(plan, again) ? [] : ["the replicas read two plans"];
      return [...wrong, ...lost, ...differs, ...refs.flatMap((one) => faultsOf(measureIn(plan, one), plan, updates, entries))];
    },
  };

  async function look(): Promise<Seen> {
    const plan = await stores[0].plans.read(id);
    if (!plan) throw new Error("the plan is gone");
    return { plan, updates: await stores[0].plans.wholeHistory(id) };
  }

  function askerOf(name: string): Asker {
    const objectId = idOf(name);
    return { objectId, name, where: { kind: "personal" }, address: { serviceUrl: "http://127.0.0.1:9", conversationId: objectId, tenantId, botId } };
  }

  function seenBy(isStale: boolean): Seen {
    return seen.at(isStale ? -3 : -1) ?? (seen[0] as Seen);
  }

  /** One press or message, made now and done when it is called; called twice it is the very same. */
  function acting(one: Deed, nonce = `nonce-${typed}-of-its-own`): (until: Wait) => Promise<void> {
    const words = `Words number ${++typed} of this trial.`;
    if (one.do === "import") return (until) => importFile(one, words, until);
    const call = callOf(one, seenBy("stale" in one && one.stale), idOf, words, nonce);
    return async (until) => {
      if (!call) return;
      const { by, said } = call;
      const front = makeFront(writingAfter(by === "first lead" ? here : there, until), []);
      const answer = await ("press" in said ? front.press(askerOf(by), said.press) : front.message(askerOf(by), said.message, [], [], nonce));
      judge(one, call, answer?.card ? wordsOf(answer.card) : (answer?.text ?? ""));
    };
  }

  /** Thanked, it must be found; not thanked, everything typed must have come back. */
  function judge(one: Deed, { words = "", thanks, left }: PlayedCall, answer: string): void {
    if (answer.includes(thanks)) {
      thanked.add(one.do);
      thankedFor.push({ what: `${JSON.stringify(one)} ${words}`, left });
    } else if (!answer.includes(words)) wrong.push(`${JSON.stringify(one)}: “${words}” was lost. The answer was: ${answer}`);
  }

  /** Both measures; one of them edited. A file that meets another says so, and is sent again. */
  async function importFile(edit: Pick<Edit, "ref" | "rating" | "due" | "news"> & Partial<Edit>, words = "As it began.", until = noWait): Promise<void> {
    const rows = refs.map((one) => {
      const [rated, when, told] =
        one === edit.ref ? [edit.rating, edit.due, edit.news ? words : "As it began."] : ["Green", "31 December 2022", "As it began."];
      return `1 Waits,${one},Teams are set up ${one},Head of Inclusion / Head of Health,${when},${rated},${told}`;
    });
    const done = "1 Waits,1.3,A group is named,Head of Inclusion,30 June 2022,Blue,Named.";
    const bytes = Buffer.from(["Area,Ref,Action,Lead,Due,Rating,Update", ...rows, done].join("\n"));
    for (let tries = 1; ; tries++) {
      try {
        const outcome = await importPlan(writingAfter(here, until), { files: [{ name: "plan.csv", bytes }], plan: id, title: "Plan", takeFile: edit.takeFile });
        if (outcome.kind === "refused") wrong.push(`the file was refused: ${JSON.stringify(outcome.problems)}`);
        return;
      } catch (error) {
        if (!(error instanceof ConflictError) || tries === 5) throw error;
      }
    }
  }
}

/** Ports whose writes to plans wait for something first. */
function writingAfter(ports: Ports, until: Wait): Ports {
  const { plans } = ports;
  const { import: bring, record, append } = plans;
  const held = <A extends readonly unknown[], R>(write: (...of: A) => Promise<R>) => {
    return async (...of: A): Promise<R> => {
      await until().catch(() => {});
      return write(...of);
    };
  };
  return { ...ports, plans: { ...plans, import: held(bring), record: held(record), append: held(append) as typeof append } };
}

function timesKept(left: PlayedCall["left"], updates: readonly Update[], { dates = [], monitoring = [] }: MattersHistory): number {
  if ("update" in left) return updates.filter(left.update).length;
  if ("date" in left) return dates.filter(left.date).length;
  return monitoring.filter(({ reason }) => reason === left.monitoring).length;
}

function faultsOf(measure: Measure, plan: Plan, updates: readonly Update[], entries: MattersHistory): string[] {
  const rows = updates.filter((row) => row.ref === measure.ref);
  const dates = (entries.dates ?? []).filter((row) => row.ref === measure.ref);
  const monitoring = (entries.monitoring ?? []).filter((row) => row.ref === measure.ref);
  const accepted = new Set(dates.filter(({ kind }) => kind === "acceptance").map(({ id }) => id));
  const moves = (measure.dateMoves ?? []).flatMap(({ decision }) => decision ?? []);
  const inOrder = [rows, dates, monitoring].every((history) => history.every(({ id }, n) => Number(id) === n + 1));
  const same = (what: string, stored: unknown, told: unknown) =>
    isDeepStrictEqual(plain(stored), plain(told))
      ? []
      : [`${what} of ${measure.ref}: stored ${JSON.stringify(stored)}, by its history ${JSON.stringify(told)}`];
  return [
    ...(inOrder ? [] : [`a history of ${measure.ref} has gaps or repeats`]),
    ...same("the standing", measure.standing, standingAfter(measure, rows, plan.scheme)),
    ...same("the dates", plan.matters.dates[measure.ref], datesAfter(dates)),
    ...same("the monitoring", plan.matters.monitoring[monitoredPart({ part: "measure", ref: measure.ref })], monitoringAfter(monitoring)),
    ...(new Set(moves).size === moves.length && moves.every((one) => accepted.has(one)) ? [] : [`the date of ${measure.ref} moved by ${moves}`]),
  ];
}

/** An absent fact is no fact. */
function plain(value: unknown): unknown {
  return value && JSON.parse(JSON.stringify(value));
}
