import { NewerRowError } from "../ports.ts";

/**
 * Does the work for each, though what a newer release wrote of some cannot be read here (law 6).
 *
 * @returns what could not be read, a sentence each
 * @throws whatever else goes wrong, at once
 */
export async function eachAlone<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<string[]> {
  const newer: string[] = [];
  for (const thing of things) {
    try {
      await work(thing);
    } catch (error) {
      if (!(error instanceof NewerRowError)) throw error;
      newer.push(error.message);
    }
  }
  return newer;
}
