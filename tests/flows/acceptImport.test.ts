import { expect, test } from "@jest/globals";
import { calendar } from "../../src/clock/calendar.ts";
import { instantOf } from "../../src/domain/localDate.ts";
import { acceptImport } from "../../src/flows/acceptImport.ts";
import { openLog } from "../../src/log.ts";
import type { Asker, PendingImport, Ports } from "../../src/ports.ts";
import { openTestStore } from "../support/testStore.ts";

const now = instantOf("2022-11-28T10:00:00Z");
const asker: Asker = {
  objectId: "anna",
  name: "Anna",
  where: { kind: "personal" },
  address: { serviceUrl: "http://127.0.0.1", conversationId: "a:anna", tenantId: "local", botId: "28:bot" },
};

test("a file refused when Import is pressed may be pressed again at once", async () => {
  const ports = { ...(await openTestStore()), clock: { now: () => now, realNow: () => now }, calendar, log: openLog("silent") } as unknown as Ports;
  const pending: PendingImport = {
    id: "5b8c1f0a-6a39-4a43-9d0c-1f0f4b1f6f11",
    by: "anna",
    fileNames: ["plan.csv"],
    expiresAt: instantOf("2022-12-05T10:00:00Z"),
    plan: "send-plan",
    title: "SEND plan",
    state: "waiting",
  };
  await ports.pendingImports.keep(pending, [Buffer.from("nothing of a plan")]);

  const refused = await acceptImport(ports, { asker, plans: [], isAdmin: true }, { pending: pending.id, plan: "send-plan", takeFile: false }, ["anna"]);

  expect(JSON.stringify(refused.card)).toContain("plan.csv");
  expect(await ports.pendingImports.find(pending.id)).toEqual(pending);
});
