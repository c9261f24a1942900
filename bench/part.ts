/** What a part, a process of its own, lets the benchmark call. */
// biome-ignore lint/suspicious/noExplicitAny: each part knows its own arguments
export type Calls = Readonly<Record<string, (argument: any) => unknown>>;

/** In the part: says it is ready, answers calls, and ends when the benchmark does, however that ends. */
export function answerCalls(calls: Calls, ready: object = {}): void {
  process.on("message", async ({ id, name, argument }: { id: number; name: string; argument: unknown }) => {
    try {
      process.send?.({ id, value: await calls[name]?.(argument) });
    } catch (error) {
      process.send?.({ id, fault: error instanceof Error ? error.stack : String(error) });
    }
  });
  process.on("disconnect", () => process.exit());
  process.send?.({ ready });
}

/** Memory of this part once nothing is left to collect, in bytes; needs `--expose-gc`. */
export async function memory(): Promise<{ rss: number; heap: number }> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heap: heapUsed };
}
