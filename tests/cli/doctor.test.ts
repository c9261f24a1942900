import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Configuration, doctorCommand, type Patient } from "../../src/cli/doctorCommand.ts";
import type { Finding } from "../../src/cli/finding.ts";
import type { CliPorts } from "../../src/cli/readPlan.ts";
import { calendar } from "../../src/clock/calendar.ts";
import type { Delivery } from "../../src/domain/delivery.ts";
import { day, dayOfWeek, instantOf, type LocalDate } from "../../src/domain/localDate.ts";
import { openLog } from "../../src/log.ts";
import { stopEmbeddedStore } from "../../src/storage/embeddedStore.ts";
import { journalRow } from "../../src/storage/planRows.ts";
import { planContent, settings } from "../storage/planContent.ts";
import { openTestStoreWithTable } from "../support/testStore.ts";

interface Seen {
  readonly code: number;
  readonly checks: readonly Finding[];
}

const find = ({ checks }: Pick<Seen, "checks">, name: string) => checks.find((check) => check.name === name);

describe("the command, in a process of its own", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "drumbeat-doctor-"));
  });
  afterAll(async () => {
    await stopEmbeddedStore(folder);
    await rm(folder, { recursive: true, force: true });
  });

  function run(words: readonly string[], more: Record<string, string> = {}): Promise<Seen> {
    const env = { ...process.env, DRUMBEAT_DATA_DIR: folder, MicrosoftAppId: "", AZURE_STORAGE_CONNECTION_STRING: "", NODE_OPTIONS: "", ...more };
    const args = ["--disable-warning=ExperimentalWarning", "src/cli/main.ts", ...words, "--json"];
    return new Promise((resolve) => {
      execFile(process.execPath, args, { env }, (error, stdout) => {
        resolve({ code: typeof error?.code === "number" ? error.code : 0, ...JSON.parse(stdout) });
      });
    });
  }

  test("says that a store was never used, then what a new plan needs, then that all is well", async () => {
    const unused = await run(["doctor"]);
    expect(unused.code).toBe(1);
    expect(find(unused, "table")).toMatchObject({ level: "fault", todo: "Start the service once: it makes what is missing." });
    expect(find(unused, "configuration")?.says).toContain("local mode");

    await run(["import", "samples/warwickshire-wsoa-2022-11.csv", "--plan", "warwickshire", "--as-of", "2022-11-21"]);
    const imported = await run(["doctor"]);
    expect(imported.code).toBe(1);
    expect(imported.checks.filter(({ level }) => level === "fault").map(({ name }) => name)).toEqual(["warwickshire: programme manager"]);
    expect(find(imported, "warwickshire: people")?.says).toMatch(/^16 leads are linked to nobody: .* and 11 more\.$/);
    expect(find(imported, "warwickshire: channel")?.level).toBe("warn");

    const managed = await run(["doctor"], { DRUMBEAT_ADMINS: "33333333-3333-3333-3333-333333333333" });
    expect(managed.code).toBe(0);
    expect(managed.checks.every(({ level, todo }) => level === "ok" || todo)).toBe(true);
  }, 60_000);

  test("names every fault of the configuration", async () => {
    const { code, checks } = await run(["doctor"], { PORT: "high", MicrosoftAppId: "me" });

    expect(code).toBe(1);
    expect(checks.map(({ says }) => says.split(":")[0])).toEqual(["PORT", "MicrosoftAppId"]);
  });

  test("says which store does not answer", async () => {
    const endpoint = "http://127.0.0.1:9/gone";
    const connection = `DefaultEndpointsProtocol=http;AccountName=gone;AccountKey=Eby8;TableEndpoint=${endpoint};QueueEndpoint=${endpoint};`;
    const { code, checks } = await run(["doctor"], { AZURE_STORAGE_CONNECTION_STRING: connection });

    expect(code).toBe(1);
    expect(checks.at(-1)?.says).toMatch(/^gone does not answer: .*ECONNREFUSED/);
  });
});

describe("of a store and a clock", () => {
  const realNow = instantOf(new Date());
  const configuration: Configuration = { mode: "teams", store: { kind: "azure", place: "council" }, admins: ["33333333-3333-3333-3333-333333333333"] };

  async function openPatient(change: Partial<CliPorts> = {}) {
    const store = await openTestStoreWithTable();
    const clock = { now: () => realNow, realNow: () => realNow };
    const ports: CliPorts = { ...store, calendar, clock, log: openLog("silent"), ...change };
    const patient: Patient = { configuration: () => configuration, store: store.examine, ports: async () => ports };
    return { store, look: async () => (await doctorCommand(patient)).json as Seen };
  }

  test("a delivery is stuck when it has been owed for more than 15 minutes and nothing told it to wait", async () => {
    const { store, look } = await openPatient();
    await store.plans.import(planContent("p", 2), settings, undefined);
    const post = async (key: string, more: Partial<Delivery>) => {
      const notice = { kind: "reminder", to: key, refs: ["1.1-1"] } as const;
      const delivery: Delivery = { plan: "p", key, notice, owedOn: day("2022-11-21"), state: { kind: "owed" }, attempts: 0, ...more };
      await store.notices.post(delivery, { plan: "p", marks: [], digests: [] });
    };
    const minutesAgo = (minutes: number) => instantOf(Date.parse(realNow) - minutes * 60_000);
    await post("new", { postedAt: minutesAgo(14) });
    await post("told to wait", { postedAt: minutesAgo(60), state: { kind: "owed", notBefore: minutesAgo(-5) } });
    await post("refused", { postedAt: minutesAgo(60), state: { kind: "refused", at: realNow, why: "blocked" } });
    await post("unknown", { postedAt: minutesAgo(60), state: { kind: "unknown", at: realNow, why: "reset" } });
    await post("waiting", { postedAt: minutesAgo(60), state: { kind: "waiting" } });
    const before = await look();
    await post("old", { postedAt: minutesAgo(16) });
    const after = await look();

    expect(find(before, "p: stuck")?.level).toBe("ok");
    expect(find(before, "p: deliveries")?.says).toBe("1 refused, 1 that may have arrived.");
    expect(find(before, "p: waiting")?.says).toMatch(/^1 delivery waits/);
    expect(find(after, "p: stuck")).toMatchObject({ level: "fault", says: expect.stringContaining("1 delivery has") });
  });

  test("without the address of SharePoint no file can be sent in chat, which is said", async () => {
    const { store } = await openPatient();
    const look = async (change: Partial<Configuration>) => {
      const ports = { ...store, calendar, clock: { now: () => realNow, realNow: () => realNow }, log: openLog("silent") };
      const patient: Patient = { configuration: () => ({ ...configuration, ...change }), store: store.examine, ports: async () => ports };
      return find((await doctorCommand(patient)).json as Seen, "files in chat");
    };

    expect(await look({})).toMatchObject({ level: "warn", todo: expect.stringContaining("DRUMBEAT_SHAREPOINT_HOST") });
    expect(await look({ sharePoint: ["contoso.sharepoint.com"] })).toMatchObject({ level: "ok", says: expect.stringContaining("contoso.sharepoint.com") });
    expect((await look({ mode: "local" }))?.level).toBe("ok");
  });

  test("an import that broke off is a fault, one under way is not", async () => {
    const { store, look } = await openPatient();
    await store.plans.import(planContent("p", 2), settings, undefined);
    const begun = (minutesAgo: number) => {
      const startedAt = instantOf(Date.parse(realNow) - minutesAgo * 60_000);
      return store.table.write([{ kind: "put", row: journalRow("p", { generation: 9, startedAt, done: false }) }]);
    };

    await begun(1);
    expect(find(await look(), "imports")).toMatchObject({ level: "ok", says: "1 import is under way." });
    await begun(11);
    expect(find(await look(), "imports")).toMatchObject({ level: "fault", says: expect.stringContaining("(p)") });
  });

  test("a machine's clock that is minutes off the store's is noticed", async () => {
    const [off, farOff] = [2, 6].map((minutes) => instantOf(Date.now() + minutes * 60_000));
    const levelAt = async (now = instantOf(Date.now())) =>
      find(await (await openPatient({ clock: { now: () => now, realNow: () => now } })).look(), "real time")?.level;

    expect([await levelAt(), await levelAt(off), await levelAt(farOff)]).toEqual(["ok", "warn", "fault"]);
  });

  test("time zone data without British Summer Time and a calendar without bank holidays are faults", async () => {
    const winterOnly = { ...calendar, localTime: (at: typeof realNow) => calendar.localTime(at, "UTC") };
    const noHolidays = { ...calendar, isWorkingDay: (one: LocalDate) => dayOfWeek(one) <= 5 };

    expect(find(await (await openPatient()).look(), "time zone data")?.level).toBe("ok");
    expect(find(await (await openPatient({ calendar: winterOnly })).look(), "time zone data")?.level).toBe("fault");
    expect(find(await (await openPatient({ calendar: noHolidays })).look(), "bank holidays")?.level).toBe("fault");
  });

  test("the next digests are told once a channel is bound", async () => {
    const { store, look } = await openPatient();
    await store.plans.import(planContent("p", 2), settings, undefined);
    const channel = { teamId: "t", conversationId: "c", serviceUrl: "https://x", tenantId: "t", botId: "b", boundOn: day("2022-11-21") };
    await store.plans.bindChannel("p", channel);

    expect(find(await look(), "p: channel")).toMatchObject({ level: "ok", says: expect.stringMatching(/^The next digests: \w+ on \d+ \w+ \d{4}/) });
  });
});
