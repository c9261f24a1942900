import assert from "node:assert/strict";
import type { Checks } from "./checks.ts";
import type { PlaygroundPage } from "./playgroundPage.ts";
import type { TrialPlace, TrialProcess } from "./trialProcess.ts";

/** What the chapters of the story share. */
export interface Scene extends Pick<Checks, "check" | "picture"> {
  readonly bot: PlaygroundPage;
  readonly place: TrialPlace;
  /** Another folder and other ports, for those that must not come up. */
  readonly elsewhere: TrialPlace;
  /** The one address to open. */
  readonly address: string;
  start(where: TrialPlace): TrialProcess;
}

/** The measures answered, and what is said of the first: every letter of it is to come back. */
export const [first, second] = ["2.3.1-4", "2.2.1-6"] as const;
export const typed =
  "154 of c.250 staff are trained; the *only* trainer left. New_dates are in the [action log](https://example.org) & on the <b>intranet</b>.";

/** Asks for the history of a measure in the personal chat. @throws AssertionError when it lacks one of the words */
export async function historyHolds({ bot }: Scene, ref: string, expected: readonly string[]): Promise<void> {
  await bot.say(`history ${ref}`);
  const history = bot.cards(`${ref}: what was said`);
  await history.waitFor();
  const words = await bot.words(history);
  for (const one of expected) assert.ok(words.includes(one), `${one} in ${words}`);
}

/** @param began - by `performance.now()` */
export function since(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}
