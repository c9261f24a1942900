/** What rounds came to, and every fault found in them. */
export interface Tally {
  readonly rounds: number;
  /** Presses of a form, however answered; those answered by a receipt; those of them in the history. */
  readonly pressed: number;
  readonly thanked: number;
  readonly found: number;
  /** The same of what was said of dates. */
  readonly datesPressed: number;
  readonly datesThanked: number;
  readonly datesFound: number;
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
  /** What was done to the replicas and by people, and how often. */
  readonly played: Readonly<Record<string, number>>;
}

export const nothing: Tally = {
  ...{
    rounds: 0,
    pressed: 0,
    thanked: 0,
    found: 0,
    datesPressed: 0,
    datesThanked: 0,
    datesFound: 0,
    owed: 0,
    delivered: 0,
    listed: 0,
    overtaken: 0,
    thresholds: 0,
    lost: 0,
    doubled: 0,
    orphans: 0,
  },
  faults: [],
  played: {},
};

export function sum(a: Tally, b: Tally): Tally {
  const counts = Object.entries(b).map(([name, value]) => [name, typeof value === "number" ? value + (a[name as keyof Tally] as number) : value]);
  const played = { ...a.played };
  for (const [what, times] of Object.entries(b.played)) played[what] = (played[what] ?? 0) + times;
  return { ...(Object.fromEntries(counts) as Omit<Tally, "faults" | "played">), faults: [...a.faults, ...b.faults], played };
}

/** What the campaign promises, a line each, and after it what it lives on. */
export function table(tally: Tally): string {
  const { rounds, pressed, thanked, found, datesPressed, datesThanked, datesFound, owed, delivered, listed, overtaken, thresholds, lost, doubled, orphans } =
    tally;
  const ended = delivered + listed + overtaken;
  return [
    `| after ${count(rounds)} rounds | count | must be |`,
    "|---|---|---|",
    `| updates thanked for and found (of ${count(pressed)} sent) | ${count(found)} of ${count(thanked)} | all |`,
    `| dates asked for, taken back and decided, and found (of ${count(datesPressed)} sent) | ${count(datesFound)} of ${count(datesThanked)} | all |`,
    `| notices owed on days waited for, and noticed | ${count(thresholds - Math.min(lost, thresholds))} of ${count(thresholds)} | all |`,
    `| notices delivered (${count(delivered)}), listed as unknown or undelivered (${count(listed)}), overtaken (${count(overtaken)}) | ${count(ended)} of ${count(owed)} | all |`,
    `| doubled | ${count(doubled)} | none |`,
    `| orphans | ${count(orphans)} | none |`,
  ].join("\n");
}

export function tableOfPlayed({ played }: Tally): string {
  const rows = Object.entries(played).sort(([a], [b]) => (a < b ? -1 : 1));
  return ["| played | times |", "|---|---|", ...rows.map(([what, times]) => `| ${what} | ${count(times)} |`)].join("\n");
}

function count(n: number): string {
  return n.toLocaleString("en-GB");
}
