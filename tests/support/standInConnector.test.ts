import { expect, test } from "@jest/globals";
import { createSendingLimits } from "./sendingLimits.ts";
import { startStandInConnector } from "./standInConnector.ts";

test("the stand-in holds a conversation to 7 in 1 s, 8 in 2 s and 60 in 30 s", () => {
  let now = 0;
  const take = createSendingLimits(() => now);
  const taken = [];
  for (; now < 30_000; now += 100) if (take("a:1") === undefined) taken.push(now);

  expect(taken.filter((at) => at < 1_000)).toHaveLength(7);
  expect(taken.filter((at) => at < 2_000)).toHaveLength(8);
  expect(taken).toHaveLength(60);
  expect(take("a:2")).toBeUndefined();
});

test("the stand-in answers what is too many with 429 and a time, when it is told to", async () => {
  const connector = await startStandInConnector({ limits: true });
  const post = () => fetch(`${connector.url}/v3/conversations/a%3A1/activities`, { method: "POST", body: '{"type":"message"}' });

  const answers = [];
  for (let i = 0; i < 8; i++) answers.push(await post());
  await connector.close();

  expect(answers.map(({ status }) => status)).toEqual([...Array(7).fill(201), 429]);
  expect(Number(answers[7]?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(connector.shown("a:1")).toHaveLength(7);
});

test("the stand-in takes nothing over 28 KB", async () => {
  const connector = await startStandInConnector();
  const response = await fetch(`${connector.url}/v3/conversations/a/activities`, {
    method: "POST",
    body: JSON.stringify({ type: "message", text: "x".repeat(28 * 1024) }),
  });
  await connector.close();

  expect(response.status).toBe(413);
  expect(connector.shown("a")).toHaveLength(0);
});
