import type { Ports } from "../ports.ts";

/**
 * Once a day of plan time, and at each start, forgets files nobody said yes to. Any number of processes may do it.
 */
export function makeSweepImports({ pendingImports, clock, log }: Pick<Ports, "pendingImports" | "clock" | "log">): () => Promise<void> {
  let sweptOn = "";
  return async () => {
    const now = clock.now();
    const today = now.slice(0, 10);
    if (today === sweptOn) return;
    const forgotten = await pendingImports.sweep(now);
    sweptOn = today;
    if (forgotten > 0) log.info("files forgotten", { imports: forgotten });
  };
}
