import { calendar } from "../../src/clock/calendar.ts";
import type { Delivery } from "../../src/domain/delivery.ts";
import { addDays, type Instant, inWords, type LocalDate } from "../../src/domain/localDate.ts";
import type { Address } from "../../src/domain/person.ts";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
import { importPlan } from "../../src/flows/importPlan.ts";
import { linkLead, setRole } from "../../src/flows/knowPeople.ts";
import { openLog } from "../../src/log.ts";
import type { Store } from "../../src/storage/openStore.ts";
import { personalConversationOf } from "../support/standInConnector.ts";
import { botId, tenantId } from "../support/teamsPerson.ts";
import type { Chance } from "./chance.ts";

/** A lead of a small plan, as written in it. */
export interface Lead {
  readonly lead: string;
  readonly objectId: string;
  /** Whether Drumbeat had heard of the person when the round began. */
  readonly known: boolean;
}

/** What one press of a form, or one message, said. */
export interface Given {
  /** Absent for what was typed: the same message is to be known again by another id too. */
  readonly nonce?: string;
  readonly ref: string;
  readonly narrative: string;
  /** The answer was a receipt. */
  thanked: boolean;
  /** How often it may rightly be stored, where that is not once. */
  readonly most?: number;
}

/** What the person who gave an update asked to be taken back. */
export interface TakenBack {
  readonly ref: string;
  /** Id of the update. */
  readonly update: string;
  thanked: boolean;
}

/** What somebody said of a measure's date: asked for another, took that back, or decided it. */
export interface SaidOfDate {
  readonly kind: "request" | "withdrawal" | "decision";
  readonly ref: string;
  /** Nobody says the same words twice; a withdrawal has none. */
  readonly reason: string;
  /** Id of the request that was taken back or decided. */
  readonly answers?: string;
  thanked: boolean;
  /** As for what was given. */
  readonly most?: number;
}

/** What the programme manager decided about a delivery. */
export interface Decided {
  readonly key: string;
  readonly how: "sendAgain" | "arrived" | "leave";
  /** As it was before. */
  readonly before: Delivery;
  answered: boolean;
}

/** One import of the plan after its first; its words tell it from the others. */
export interface Import {
  readonly version: number;
  /** Whoever gave it was told that it is done. */
  told: boolean;
}

/** One small plan with its own people, and what happened to it. Many share the replicas, and so their faults. */
export interface Round {
  readonly plan: string;
  readonly refs: readonly string[];
  readonly leads: readonly Lead[];
  readonly manager: string;
  readonly chair: string;
  readonly asOf: LocalDate;
  /** The plan's file, the same in each version but for the words of measures. */
  csv(version: number): string;
  readonly channel: string;
  readonly given: Given[];
  readonly takenBack: TakenBack[];
  readonly saidOfDates: SaidOfDate[];
  readonly decided: Decided[];
  /** One after another. */
  readonly imports: Import[];
  /** Measures that the chair said were signed off, as often as it was said. */
  readonly signedOff: string[];
  /** Marks that the domain said were owed on a day somebody waited for. */
  readonly expected: Set<string>;
  linksChanged: boolean;
  importing: boolean;
}

const heading = "Area,Action Ref,Action,Lead,Impact measure,Completion date,Progress rating,Progress narrative";

/** Chooses a plan of a few measures whose dates lie about a day, stores it and introduces some of its people. */
export async function startRound(store: Store, chance: Chance, today: LocalDate, now: Instant, serviceUrl: string): Promise<Round> {
  const plan = `plan-${chance.hex(8)}`;
  const leads = Array.from({ length: 1 + chance.below(3) }, (_, i) => ({ lead: `Lead ${i + 1}`, objectId: chance.guid(), known: chance.happens(0.75) }));
  const refs = Array.from({ length: 1 + chance.below(4) }, (_, i) => `1.${i + 1}`);
  const rows = refs.map((ref) => {
    const named = [chance.oneOf(leads), chance.oneOf(leads)].map(({ lead }) => lead);
    const lead = chance.happens(0.1) ? "" : [...new Set(named)].join("\n");
    const due = chooseDue(chance, today);
    return (version: number) => `Area 1,${ref},Do ${ref},"${lead}",${measureWords(ref, version)},"${due}",Green,`;
  });
  const csv = (version: number) => [heading, ...rows.map((row) => row(version))].join("\n");
  const round: Round = {
    ...{ plan, refs, leads, csv, asOf: today, manager: chance.guid(), chair: chance.guid(), channel: `19:${plan}@thread.tacv2` },
    ...{
      given: [],
      takenBack: [],
      saidOfDates: [],
      decided: [],
      imports: [],
      signedOff: [],
      expected: new Set<string>(),
      linksChanged: false,
      importing: false,
    },
  };

  const ports = { ...store, calendar, log: openLog("silent"), clock: { now: () => now, realNow: () => now } };
  const outcome = await importPlan(ports, { files: [{ name: "plan.csv", bytes: Buffer.from(csv(0)) }], plan, scheme: bragScheme, asOf: today });
  if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.problems));
  const stored = await store.plans.read(plan);
  if (!stored) throw new Error(`no plan ${plan} after its import`);

  await setRole(ports, stored, round.manager, "manager");
  await setRole(ports, stored, round.chair, "chair");
  await introduce(store, round.manager, serviceUrl);
  if (chance.happens(0.75)) await introduce(store, round.chair, serviceUrl);
  for (const link of leads) {
    if (chance.happens(0.85)) await linkLead(ports, stored, link);
    if (link.known) await introduce(store, link.objectId, serviceUrl);
  }
  if (chance.happens(0.5)) {
    const { serviceUrl: _, ...address } = addressIn(round.channel, serviceUrl);
    await store.plans.bindChannel(plan, { ...address, serviceUrl, teamId: `19:team-${plan}@thread.tacv2`, boundOn: today });
  }
  return round;
}

/** What a version of the file calls a measure. */
export function measureWords(ref: string, version: number): string {
  return `Measure ${ref} in version ${version}`;
}

/** Everywhere its notices go. */
export function conversationsOf({ leads, manager, chair, channel }: Round): string[] {
  return [...leads.map(({ objectId }) => objectId), manager, chair].map(personalConversationOf).concat(channel);
}

function chooseDue(chance: Chance, today: LocalDate): string {
  const near = () => addDays(today, chance.below(50) - 12);
  if (chance.happens(0.3))
    return [...new Set([near(), near(), near()])]
      .sort()
      .map((day, i) => `${inWords(day)}: step ${i + 1}`)
      .join("; ");
  return chance.happens(0.1) ? "Ongoing" : inWords(near());
}

function introduce(store: Store, objectId: string, serviceUrl: string): Promise<void> {
  return store.people.save({ objectId, address: addressIn(personalConversationOf(objectId), serviceUrl) });
}

function addressIn(conversationId: string, serviceUrl: string): Address {
  return { serviceUrl, conversationId, tenantId, botId };
}
