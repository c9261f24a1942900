import { mkdirSync, rmSync, writeFileSync } from "node:fs";

export interface Checks {
  /** Does one named check. One that fails is told, looked into and counted, and the next goes on. */
  check(name: string, work: () => Promise<void>): Promise<void>;
  /** Where a picture of this name goes. */
  picture(name: string): string;
  /** Writes the counts for `.ci/run` and prints them as the last line. */
  finish(): void;
}

const pictures = "build/e2e";

/** @param lookInto - saves what can be seen when a check fails, under a path without extension */
export function openChecks(lookInto: (path: string) => Promise<void>): Checks {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const counts = { passed: 0, failed: 0 };

  return {
    async check(name, work) {
      const began = performance.now();
      const took = () => `(${((performance.now() - began) / 1000).toFixed(1)} s)`;
      try {
        await work();
        counts.passed++;
        console.log(`passed ${name} ${took()}`);
      } catch (error) {
        counts.failed++;
        console.log(`FAILED ${name} ${took()}\n${error instanceof Error ? error.stack : error}`);
        await lookInto(`${pictures}/failed-${counts.failed}`).catch((reason) => console.log(`nothing could be seen: ${reason}`));
      }
    },

    picture: (name) => `${pictures}/${name}.png`,

    finish() {
      writeFileSync("build/e2e-results.json", JSON.stringify(counts));
      console.log(`${counts.passed} passed, ${counts.failed} failed`);
      process.exitCode = counts.failed > 0 ? 1 : 0;
    },
  };
}
