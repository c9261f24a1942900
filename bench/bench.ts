import { type Part, startPart } from "./startPart.ts";
import type { Row } from "./table.ts";

/** What a benchmark is given. */
export interface Bench {
  /** Fewer messages, plans and rounds: minutes instead of the better part of an hour. */
  readonly quick: boolean;
  /** One emulator for all; each benchmark has its tables under a prefix of its own. */
  readonly connectionString: string;
  readonly tablePort: number;
  newPrefix(): string;
}

/** One or more rows of the table. @throws Error when the parts do not do what is to be timed */
export type Benchmark = (bench: Bench) => Promise<readonly Row[]>;

/** Starts parts for a benchmark and ends them after it, however it ends. */
export async function withParts<T>(work: (start: typeof startPart) => Promise<T>): Promise<T> {
  const parts: Part[] = [];
  try {
    return await work(async (...of) => {
      const part = await startPart(...of);
      parts.push(part);
      return part;
    });
  } finally {
    await Promise.all(parts.map((part) => part.stop()));
  }
}

/** What a part needs to find the store. */
export function storeOf({ connectionString, tablePort }: Bench, prefix: string): Record<string, string> {
  return { BENCH_STORE: connectionString, BENCH_PREFIX: prefix, BENCH_TABLE_PORT: String(tablePort) };
}
