/** What rounds came to, and every fault found in them. */
export interface Tally {
  readonly rounds: number;
  /** Presses of a form, however answered; those answered by a receipt; those of them in the history. */
  readonly pressed: number;
  readonly thanked: number;
  readonly found: number;
  /** Deliveries by what became of them. */
  readonly owed: number;
  readonly delivered: number;
  readonly listed: number;
  readonly overtaken: number;
  /** Marks the domain said were owed on days that were waited for. */
  readonly thresholds: number;
  readonly lost: number;
  readonly doubled: number;
  readonly orphans: number;
  readonly faults: readonly string[];
}

export const nothing: Tally = {
  ...{ rounds: 0, pressed: 0, thanked: 0, found: 0, owed: 0, delivered: 0, listed: 0, overtaken: 0, thresholds: 0, lost: 0, doubled: 0, orphans: 0 },
  faults: [],
};

export function sum(a: Tally, b: Tally): Tally {
  const counts = Object.entries(b).map(([name, value]) => [name, typeof value === "number" ? value + (a[name as keyof Tally] as number) : value]);
  return { ...(Object.fromEntries(counts) as Omit<Tally, "faults">), faults: [...a.faults, ...b.faults] };
}

export function table(tally: Tally): string {
  const { rounds, pressed, thanked, found, owed, delivered, listed, overtaken, thresholds, lost, doubled, orphans } = tally;
  return [
    "| what | count |",
    "|---|---|",
    `| rounds | ${rounds} |`,
    `| forms pressed | ${pressed} |`,
    `| updates thanked for / found in the history | ${thanked} / ${found} |`,
    `| thresholds the domain owed, each noticed once | ${thresholds} |`,
    `| notices owed | ${owed} |`,
    `| … delivered | ${delivered} |`,
    `| … listed as unknown, refused or waiting | ${listed} |`,
    `| … overtaken by a later one, or nothing left to say | ${overtaken} |`,
    `| lost | ${lost} |`,
    `| doubled | ${doubled} |`,
    `| orphans | ${orphans} |`,
  ].join("\n");
}
