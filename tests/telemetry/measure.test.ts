import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import {
  AggregationTemporality,
  type DataPoint,
  type Histogram,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-node";
import { type Service, serve } from "../../src/app.ts";
import { instantOf } from "../../src/domain/localDate.ts";
import { linkLead } from "../../src/flows/knowPeople.ts";
import { openLog } from "../../src/log.ts";
import { measure } from "../../src/telemetry/measure.ts";
import { type StandInConnector, startStandInConnector } from "../support/standInConnector.ts";
import { actionsOf, aWhile, cardOf, eventually, importSample } from "../support/startBot.ts";
import { type TeamsPerson, teamsPerson } from "../support/teamsPerson.ts";
import { openTestStore } from "../support/testStore.ts";

const managerId = "33333333-3333-3333-3333-333333333333";
const narrative = "Waiting times are coming down.";

const exporter = new InMemoryMetricExporter(AggregationTemporality.DELTA);
const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
const meters = new MeterProvider({ readers: [reader] });
const spans = new InMemorySpanExporter();
const tracers = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] });

let connector: StandInConnector;
let service: Service;

beforeAll(async () => {
  tracers.register();
  const measures = measure(meters.getMeter("drumbeat"), tracers.getTracer("drumbeat"));
  connector = await startStandInConnector();
  service = await serve(
    {
      port: 0,
      mode: "local",
      store: { kind: "azure", connection: { account: "unused" } },
      admins: [managerId],
      clockStart: instantOf("2022-11-21T08:00:00Z"),
      tickSeconds: 0.3,
      sendsPerSecond: 50,
    },
    await openTestStore(),
    openLog("silent"),
    measures.ports,
    measures.front,
  );
  await importSample({ service });
});
afterAll(async () => {
  await service.close();
  await connector.close();
  await meters.shutdown();
  await tracers.shutdown();
});
beforeEach(() => measured());

const person = (objectId: string, name: string) => teamsPerson({ connector, botUrl: service.url, objectId, name });
const manager = () => person(managerId, "Programme Manager");
const reminders = (lead: TeamsPerson) => connector.shown(lead.conversationId).filter(({ activity }) => activity.summary?.startsWith("Your updates"));

async function link(lead: TeamsPerson, written: string): Promise<void> {
  const plan = await service.ports.plans.read("warwickshire");
  if (plan) await linkLead(service.ports, plan, { lead: written, objectId: lead.objectId });
}

/** What was counted since this was last asked: `name kind` and how much. */
async function measured(): Promise<Record<string, number>> {
  await reader.forceFlush();
  const metrics = exporter.getMetrics().flatMap((resource) => resource.scopeMetrics.flatMap((scope) => scope.metrics));
  exporter.reset();
  return Object.fromEntries(
    metrics.flatMap(({ descriptor, dataPoints }) =>
      (dataPoints as DataPoint<number | Histogram>[]).map(({ attributes, value }) => [
        [descriptor.name, attributes.kind ?? attributes.via].filter(Boolean).join(" "),
        typeof value === "number" ? value : value.count,
      ]),
    ),
  );
}

test("a posted and delivered notice counts once as each, and nothing else", async () => {
  const lead = person("11111111-1111-1111-1111-111111111111", "Priya Example");
  await lead.install();
  await link(lead, "RISE Head of Service");
  await manager().say("clock 2022-11-22");
  await eventually(() => reminders(lead).length === 1);
  await aWhile();

  const counts = await measured();
  expect(counts).toMatchObject({ "drumbeat.notices.owed reminder": 1, "drumbeat.notices.delivered reminder": 1 });
  expect(Object.keys(counts).filter((name) => /refused|unknown|answers|thank/.test(name))).toEqual([]);
});

test("a stored answer counts once, however often it is sent, and the thanks for it are timed", async () => {
  const lead = person("11111111-1111-1111-1111-111111111111", "Priya Example");
  const [reminder] = reminders(lead);
  const [open] = actionsOf(cardOf(reminder), "openForm");
  const form = await lead.press(reminder?.id ?? "", open);
  const [save] = actionsOf(form.body.value, "saveUpdate");
  const filled = { ...save, rating: "Green", narrative };
  await lead.press(reminder?.id ?? "", filled);
  await lead.press(reminder?.id ?? "", filled);

  expect(await measured()).toMatchObject({ "drumbeat.answers card": 1, "drumbeat.thank.duration": 1 });
});

test("what Teams refuses and what may have arrived are counted apart", async () => {
  const refused = person("22222222-2222-2222-2222-222222222222", "Second Example");
  const unsure = person("44444444-4444-4444-4444-444444444444", "Third Example");
  for (const one of [refused, unsure]) await one.install();
  connector.fail(refused.conversationId, { status: 403, code: "ConversationBlockedByUser" });
  connector.fail(unsure.conversationId, { status: 502 });
  for (const one of [refused, unsure]) await link(one, "Voice Influence and Change Development Officer");
  const inState = async (kind: string) => (await service.ports.notices.open("warwickshire")).filter(({ state }) => state.kind === kind).length;
  await manager().say("clock 2022-12-16");
  await eventually(async () => (await inState("refused")) > 0 && (await inState("unknown")) > 0);
  await aWhile();

  const [refusals, doubts] = [await inState("refused"), await inState("unknown")];
  expect(await measured()).toMatchObject({ "drumbeat.notices.refused reminder": refusals, "drumbeat.notices.unknown reminder": doubts });
});

test("the age of the oldest notice still owed is told", async () => {
  const late = person("55555555-5555-5555-5555-555555555555", "Fourth Example");
  await late.install();
  connector.fail(late.conversationId, { status: 429, retryAfter: "600" });
  await link(late, "Voice Influence and Change Development Officer");
  await eventually(async () => (await service.ports.notices.open("warwickshire")).some(({ state }) => state.kind === "owed" && state.notBefore));
  await service.ports.plans.readWithNoticed("warwickshire");

  const counts = await measured();
  expect(counts["drumbeat.notices.oldest_owed"]).toBeGreaterThan(0);
  expect(counts["drumbeat.notices.oldest_owed"]).toBeLessThan(60);
});

test("a press is one trace down to the stored update, and nothing measured names anybody or quotes them", async () => {
  const finished = spans.getFinishedSpans();
  const record = finished.find(({ name }) => name === "record update");
  const press = finished.find((span) => span.spanContext().spanId === record?.parentSpanContext?.spanId);

  expect(press?.name).toBe("press");
  const attributes = JSON.stringify(finished.map((span) => [span.name, span.attributes, span.status, span.events]));
  expect(attributes).toContain("warwickshire");
  for (const secret of [narrative, "Example", "11111111", "a:", "RISE"]) expect(attributes).not.toContain(secret);
});
