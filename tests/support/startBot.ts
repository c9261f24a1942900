import { readFile } from "node:fs/promises";
import { type Service, serve } from "../../src/app.ts";
import type { Config } from "../../src/config.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { importPlan } from "../../src/flows/importPlan.ts";
import { openLog } from "../../src/log.ts";
import type { Store } from "../../src/storage/openStore.ts";
import { type Card, type Shown, type StandInConnector, startStandInConnector } from "./standInConnector.ts";
import { type Channel, type TeamsPerson, teamsPerson } from "./teamsPerson.ts";
import { openTestStore } from "./testStore.ts";

/** The bot as it is served, over real HTTP and a real store, with a stand-in for Teams' connector. */
export interface RunningBot {
  readonly service: Service;
  readonly connector: StandInConnector;
  readonly store: Store;
  person(objectId: string, name: string): TeamsPerson;
  /** A new process on the same store: what was in memory is gone. */
  restart(): Promise<void>;
  /** One more process on the same store. */
  replica(): Promise<Service>;
  close(): Promise<void>;
}

export const steeringGroup: Channel = { teamId: "19:team@thread.tacv2", channelId: "19:steering@thread.tacv2", name: "Steering group" };

export interface BotOptions {
  /** Plan time at the first start. */
  readonly at?: string;
  readonly admins?: readonly string[];
  /** The stand-in holds the bot to what Teams allows in a conversation. */
  readonly limits?: boolean;
}

export async function startBot({ at = "2022-11-21T10:00:00Z", admins = [], limits = false }: BotOptions = {}): Promise<RunningBot> {
  const store = await openTestStore();
  const connector = await startStandInConnector({ limits });
  const log = openLog(process.env.LOG_LEVEL ?? "silent");
  const config: Config = {
    port: 0,
    mode: "local",
    store: { kind: "azure", connection: { account: "unused" } },
    admins,
    clockStart: instantOf(at),
    tickSeconds: 0.3,
    sendsPerSecond: 50,
  };
  let service = await serve(config, store, log);
  return {
    get service() {
      return service;
    },
    connector,
    store,
    person: (objectId, name) => teamsPerson({ connector, botUrl: service.url, objectId, name }),
    replica: () => serve(config, store, log),
    async restart() {
      await service.close();
      service = await serve({ ...config, port: service.port }, store, log);
    },
    async close() {
      await service.close();
      await connector.close();
    },
  };
}

/** The sample plan, its ratings as of 21 November 2022. */
export async function importSample(bot: Pick<RunningBot, "service">, plan = "warwickshire"): Promise<void> {
  const bytes = await readFile(new URL("../../samples/warwickshire-wsoa-2022-11.csv", import.meta.url));
  const outcome = await importPlan(bot.service.ports, {
    files: [{ name: "plan.csv", bytes }],
    plan,
    title: "Warwickshire Written Statement of Action",
    asOf: day("2022-11-21"),
  });
  if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.problems));
}

/** A plan as it stands now. @throws where there is none */
export async function storedPlan(bot: Pick<RunningBot, "service">, id = "warwickshire"): Promise<Plan> {
  const plan = await bot.service.ports.plans.read(id);
  if (!plan) throw new Error(`no plan ${id}`);
  return plan;
}

/** Waits until something is so. @throws what it last threw, or says what it waited for */
export async function eventually<T>(look: () => T | Promise<T>, seconds = 10): Promise<NonNullable<T>> {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found) return found as NonNullable<T>;
    if (Date.now() > until) throw new Error(`waited ${seconds} s in vain for: ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Long enough for two ticks and a look at the queue: what has not come by then is not coming. */
export function aWhile(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2_600));
}

export function cardOf(shown: Shown | undefined): Card {
  const card = shown?.activity.attachments?.[0]?.content;
  if (!card) throw new Error(`no card in ${JSON.stringify(shown?.activity)}`);
  return card;
}

/** Everything a card says, in order, and what its inputs are called. */
export function wordsOf(card: Card): string {
  const words: string[] = [];
  walk(card, (node) => words.push(...["text", "label", "title", "placeholder", "value"].flatMap((key) => (typeof node[key] === "string" ? [node[key]] : []))));
  return words.join("\n");
}

/** What messages say, text or card, in order. @throws for one that has neither */
export function said(messages: readonly Shown[]): string {
  return messages.map((message) => message.activity.text ?? wordsOf(cardOf(message))).join("\n");
}

/** The data of every action of a card with a verb, in order. */
export function actionsOf(card: Card, verb: string): Card[] {
  const found: Card[] = [];
  walk(card, (node) => {
    if (typeof node.type === "string" && node.type === "Action.Execute" && node.data?.verb === verb) found.push(node.data);
  });
  return found;
}

function walk(node: unknown, visit: (node: Card) => void): void {
  if (Array.isArray(node)) for (const one of node) walk(one, visit);
  else if (typeof node === "object" && node !== null) {
    visit(node as Card);
    for (const [key, value] of Object.entries(node)) if (key !== "data" && key !== "fallback") walk(value, visit);
  }
}
