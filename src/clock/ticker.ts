import type { Log } from "../ports.ts";

export interface Ticker {
  /**
   * Runs now instead of at the next tick. While a run is in hand another follows it, one for however many asked.
   * @returns when the run asked for has ended, well or badly
   */
  poke(): Promise<void>;
  /** No run begins any more; resolves when the one in hand has ended. */
  stop(): Promise<void>;
  /** False when no run has ended for two intervals and a minute: one hangs, or the ticker was stopped. A failed run counts as ended. */
  alive(): boolean;
}

const graceSeconds = 60;

/**
 * Calls `run` at once and then again and again, `everySeconds` of real time after each run has ended, so that runs
 * never overlap. An error of a run is logged and the next run tries again.
 *
 * @param run - told by its signal when the ticker was stopped, so that a long run can end early
 * @param now - milliseconds of a clock nobody sets back
 */
export function startTicker(
  run: (stopping: AbortSignal) => Promise<void>,
  everySeconds: number,
  log: Log,
  now: () => number = () => performance.now(),
): Ticker {
  const stopping = new AbortController();
  let inHand: Promise<void> | undefined;
  let following: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let lastEnded = now();

  begin();

  return {
    poke() {
      if (stopping.signal.aborted) return Promise.resolve();
      if (!inHand) return begin();
      following ??= inHand.then(() => (stopping.signal.aborted ? undefined : (inHand ?? begin())));
      return following;
    },
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await inHand;
    },
    alive: () => !stopping.signal.aborted && now() - lastEnded <= (2 * everySeconds + graceSeconds) * 1000,
  };

  function begin(): Promise<void> {
    clearTimeout(timer);
    following = undefined;
    inHand = runOnce().finally(() => {
      inHand = undefined;
      if (!stopping.signal.aborted) timer = setTimeout(begin, everySeconds * 1000);
    });
    return inHand;
  }

  async function runOnce(): Promise<void> {
    try {
      await run(stopping.signal);
    } catch (error) {
      log.error("tick failed", error);
    }
    lastEnded = now();
  }
}
