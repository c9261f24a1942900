import { setImmediate } from "node:timers/promises";

interface Asked<T, R> {
  readonly one: T;
  resolve(answer: R | Promise<R>): void;
  reject(fault: unknown): void;
}

/**
 * Sends one request for many: what is asked for at the same moment goes out together, and what is asked for while a
 * request is on its way goes out together in the next.
 *
 * @param send - answers for each, in order, of which some may still be on their way; when it fails, all of them failed
 * @param fits - whether one more can go with those before it; the first always goes
 */
export function gathering<T, R>(
  send: (together: readonly T[]) => Promise<readonly (R | Promise<R>)[]>,
  fits: (together: readonly T[], next: T) => boolean,
): (one: T) => Promise<R> {
  const asked: Asked<T, R>[] = [];
  let isSending = false;

  return (one) =>
    new Promise((resolve, reject) => {
      asked.push({ one, resolve, reject });
      if (!isSending) void sendAll();
    });

  async function sendAll(): Promise<void> {
    isSending = true;
    await setImmediate();
    while (asked.length > 0) await sendTogether(asked.splice(0, howManyFit()));
    isSending = false;
  }

  async function sendTogether(some: readonly Asked<T, R>[]): Promise<void> {
    try {
      const answers = await send(some.map(({ one }) => one));
      for (const [n, { resolve }] of some.entries()) resolve(answers[n] as R | Promise<R>);
    } catch (fault) {
      for (const { reject } of some) reject(fault);
    }
  }

  function howManyFit(): number {
    const together: T[] = [];
    for (const { one } of asked) {
      if (together.length > 0 && !fits(together, one)) break;
      together.push(one);
    }
    return together.length;
  }
}
