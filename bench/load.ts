import { Agent, request } from "node:http";
import type { Part } from "./startPart.ts";

/** Callers at once, each on a connection of its own that it keeps. */
export const concurrency = 8;

/** The next activity of a caller. @param caller - from 0 @param turn - how many it has sent before, in this load */
export type NextActivity = (caller: number, turn: number) => object;

/**
 * Posts activities to a bot as fast as it answers, and waits until all it sends back has arrived.
 *
 * @param sends - what the bot posts to the connector for each
 * @returns messages a second
 * @throws Error when the bot answers with other than 2xx
 */
export async function postAll(botUrl: string, connector: Part, count: number, next: NextActivity, sends = 1): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const before: number = await connector.call("received");
  const turns = Math.ceil(count / concurrency);
  const began = performance.now();
  const callers = Array.from({ length: concurrency }, async (_, caller) => {
    for (let turn = 0; turn < turns; turn++) await post(agent, botUrl, next(caller, turn));
  });
  await Promise.all(callers);
  await arrivals(connector, before + turns * concurrency * sends);
  agent.destroy();
  return (turns * concurrency * 1_000) / (performance.now() - began);
}

async function arrivals(connector: Part, expected: number): Promise<void> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const received: number = await connector.call("received");
    if (received >= expected) return;
    if (performance.now() > deadline) throw new Error(`only ${received} of ${expected} answers came to the connector`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

function post(agent: Agent, botUrl: string, activity: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify(activity);
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const sent = request(`${botUrl}/api/messages`, { method: "POST", agent, headers }, (response) => {
      response.resume();
      response.once("end", () => ((response.statusCode ?? 500) < 300 ? resolve() : reject(new Error(`the bot answered ${response.statusCode}`))));
    });
    sent.once("error", reject);
    sent.end(body);
  });
}
