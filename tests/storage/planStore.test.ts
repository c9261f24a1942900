import { expect, test } from "@jest/globals";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { ConflictError } from "../../src/ports.ts";
import { openTestStore } from "../support/testStore.ts";
import { planContent, settings, standingAfter, updateOf } from "./planContent.ts";

const { plans } = await openTestStore();

test("a plan of 72 measures comes back as it was imported, in the order of its refs", async () => {
  const content = planContent("whole", 72);

  await plans.import(content, settings, undefined);

  const plan = await plans.read("whole");
  expect(plan).toMatchObject({ id: "whole", title: "Plan first", settings, scheme: content.scheme, areas: content.areas, actions: content.actions });
  expect(plan?.measures).toHaveLength(72);
  expect(plan?.measures.map(({ ref }) => ref).slice(0, 3)).toEqual(["1.1-1", "1.1-2", "1.1-3"]);
  expect(plan?.measures.at(-1)?.ref).toBe("2.10-18");
  expect(plan?.measures).toEqual(expect.arrayContaining(content.measures.map((measure) => expect.objectContaining(measure))));
});

test("a narrative of 200 KiB is kept whole", async () => {
  const narrative = "Überblick über die Lage 🙂\n".repeat(8_000);
  await plans.import(planContent("long", 4), settings, undefined);
  const update = updateOf("1.1-1", "000001", "nonce-long", narrative);

  await plans.record("long", update, standingAfter(update));

  expect((await plans.history("long", "1.1-1"))[0]?.narrative).toBe(narrative);
  expect((await plans.read("long"))?.measures[0]?.standing?.latest?.narrative).toBe(narrative);
});

test("a plan nobody imported is not there", async () => {
  expect(await plans.read("nobody")).toBeUndefined();
  expect(await plans.readWithNoticed("nobody")).toBeUndefined();
  await expect(plans.saveSettings("nobody", () => settings)).rejects.toThrow("there is no plan nobody");
});

test("of two settings changed at the same moment neither is lost", async () => {
  await plans.import(planContent("settings", 4), settings, undefined);

  await Promise.all([
    plans.saveSettings("settings", (now) => ({ ...now, patience: 15 })),
    plans.saveSettings("settings", (now) => ({ ...now, cadences: [] })),
    plans.saveSettings("settings", (now) => ({ ...now, speaksAt: "08:45" })),
  ]);

  expect((await plans.read("settings"))?.settings).toEqual({ ...settings, patience: 15, cadences: [], speaksAt: "08:45" });
});

test("links, roles, channel and settings are kept, each change is seen in the directory", async () => {
  await plans.import(planContent("people", 4), settings, undefined);
  const link = { lead: "SEND lead / Autism #2?", objectId: "p1" };
  const address = { serviceUrl: "https://smba.trafficmanager.net/uk/", tenantId: "local", botId: "28:bot" };
  const channel = { ...address, teamId: "t", conversationId: "c", boundOn: day("2022-11-21") };
  const changes: (() => Promise<unknown>)[] = [
    () => plans.link("people", link),
    () => plans.link("people", { ...link, objectId: "p2" }),
    () => plans.unlink("people", { ...link, objectId: "p2" }),
    () => plans.giveRole("people", { objectId: "p1", role: "sro", area: "1" }),
    () => plans.giveRole("people", { objectId: "p1", role: "chair" }),
    () => plans.giveRole("people", { objectId: "p11", role: "manager" }),
    () => plans.takeRoles("people", "p1"),
    () => plans.bindChannel("people", channel),
    () => plans.saveSettings("people", (now) => ({ ...now, speaksAt: "08:30" })),
  ];

  const seen = new Set<string | undefined>();
  for (const change of changes) {
    await change();
    await new Promise((resolve) => setTimeout(resolve, 2));
    seen.add((await plans.list()).find(({ id }) => id === "people")?.changedAt);
  }

  const plan = await plans.read("people");
  expect(plan?.links).toEqual([link]);
  expect(plan?.roles).toEqual([{ objectId: "p11", role: "manager" }]);
  expect(plan?.channel?.conversationId).toBe("c");
  expect(plan?.settings.speaksAt).toBe("08:30");
  expect(seen.size).toBe(changes.length);
  expect((await plans.list()).find(({ id }) => id === "people")).toMatchObject({ title: "Plan first", channel: "c" });
});

test("law 4: of many answers to one measure at once exactly one is stored, the others are told they are behind", async () => {
  await plans.import(planContent("race", 4), settings, undefined);

  const outcomes = await Promise.all(
    Array.from({ length: 12 }, (_, n) => {
      const update = updateOf("1.1-1", "000001", `nonce-race-${n}`, `Answer ${n}`);
      return plans.record("race", update, standingAfter(update));
    }),
  );

  expect(outcomes.map(({ kind }) => kind).sort()).toEqual([...Array(11).fill("behind"), "stored"]);
  const history = await plans.history("race", "1.1-1");
  expect(history).toHaveLength(1);
  expect((await plans.read("race"))?.measures[0]?.standing?.latest?.narrative).toBe(history[0]?.narrative);
});

test("law 4: answers to different measures at once are all stored", async () => {
  await plans.import(planContent("many", 40), settings, undefined);
  const refs = (await plans.read("many"))?.measures.map(({ ref }) => ref) ?? [];

  const outcomes = await Promise.all(
    refs.map((ref) => {
      const update = updateOf(ref, "000001", `nonce-${ref}`);
      return plans.record("many", update, standingAfter(update));
    }),
  );

  expect(outcomes.every(({ kind }) => kind === "stored")).toBe(true);
  expect(await plans.wholeHistory("many")).toHaveLength(40);
});

test("law 4: the same nonce again gives the same row, even when somebody has answered since", async () => {
  await plans.import(planContent("nonce", 4), settings, undefined);
  const [first, second] = [updateOf("1.1-1", "000001", "nonce-a"), updateOf("1.1-1", "000002", "nonce-b")];
  await plans.record("nonce", first, standingAfter(first));

  const atOnce = await plans.record("nonce", first, standingAfter(first));
  await plans.record("nonce", second, standingAfter(second));
  const later = await plans.record("nonce", { ...first, id: "000003" }, standingAfter(first));

  expect(atOnce).toEqual({ kind: "repeated", earlier: first });
  expect(later).toEqual({ kind: "repeated", earlier: first });
  expect((await plans.history("nonce", "1.1-1")).map(({ id }) => id)).toEqual(["000001", "000002"]);
});

test("an answer to a card that is behind is not stored", async () => {
  await plans.import(planContent("behind", 4), settings, undefined);
  const [first, second] = [updateOf("1.1-1", "000001", "nonce-c"), updateOf("1.1-1", "000001", "nonce-d")];
  await plans.record("behind", first, standingAfter(first));

  expect(await plans.record("behind", second, standingAfter(second))).toEqual({ kind: "behind" });
  expect(await plans.history("behind", "1.1-1")).toEqual([first]);
});

test("the whole history is by ref and then oldest first, 2.1 before 2.10", async () => {
  await plans.import(planContent("history", 8), settings, undefined);
  for (const [ref, id] of [
    ["2.10-1", "000001"],
    ["2.1-2", "000001"],
    ["2.1-2", "000002"],
  ] as const) {
    const update = updateOf(ref, id, `nonce-${ref}-${id}`);
    await plans.record("history", update, standingAfter(update));
  }

  expect((await plans.wholeHistory("history")).map(({ ref, id }) => `${ref} ${id}`)).toEqual(["2.1-2 000001", "2.1-2 000002", "2.10-1 000001"]);
});

test("an import that rests on a plan somebody replaced since is refused", async () => {
  await plans.import(planContent("stale", 4), settings, undefined);
  const before = await plans.read("stale");
  await plans.import(planContent("stale", 4, "second", "2022-11-22T09:00:00.000Z"), settings, before);

  await expect(plans.import(planContent("stale", 4, "third"), settings, before)).rejects.toThrow(ConflictError);
  await expect(plans.import(planContent("stale", 4, "third"), settings, undefined)).rejects.toThrow(ConflictError);
  expect((await plans.read("stale"))?.importedAt).toBe(instantOf("2022-11-22T09:00:00.000Z"));
});

test("of two first imports at the same moment one lands, and the other is told so", async () => {
  for (const round of [1, 2, 3, 4]) {
    const id = `twins-${round}`;
    const ended = await Promise.allSettled([plans.import(planContent(id, 4), settings, undefined), plans.import(planContent(id, 8), settings, undefined)]);

    const refused = ended.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    for (const reason of refused) expect(reason).toBeInstanceOf(ConflictError);
    expect(refused.length).toBeLessThan(2);
    expect((await plans.read(id))?.measures.length).toBeGreaterThan(0);
  }
});
