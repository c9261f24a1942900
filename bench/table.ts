/** A line of the benchmark table. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  /** The bare counterpart, measured in the same run. */
  readonly bare: string;
  readonly ratio: number;
  /** Smallest and largest ratio of a round. */
  readonly spread?: readonly [number, number];
  readonly wanted?: { readonly atLeast: number } | { readonly atMost: number };
  /** What a reader should know about how it was measured. */
  readonly note?: string;
}

const heading = ["what", "ours", "bare", "ratio", "rounds", "wanted", ""];

export function isMet({ ratio, wanted }: Row): boolean {
  if (!wanted) return true;
  return "atLeast" in wanted ? ratio >= wanted.atLeast : ratio <= wanted.atMost;
}

/** As plain text for the screen. */
export function asText(rows: readonly Row[]): string {
  const lines = [heading, ...rows.map(cells)];
  const widths = heading.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const table = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [...table, ...notes(rows).map((note) => `\n${note}`)].join("\n");
}

export function asMarkdown(rows: readonly Row[]): string {
  const line = (parts: readonly string[]) => `| ${parts.join(" | ")} |`;
  return [line(heading), line(heading.map(() => "---")), ...rows.map((row) => line(cells(row))), "", ...notes(rows).map((note) => `- ${note}`)].join("\n");
}

function notes(rows: readonly Row[]): string[] {
  return rows.flatMap(({ what, note }) => (note ? [`${what}: ${note}`] : []));
}

function cells(row: Row): string[] {
  const { what, ours, bare, ratio, spread, wanted } = row;
  const asked = !wanted ? "–" : "atLeast" in wanted ? `at least ${wanted.atLeast}` : `at most ${wanted.atMost}`;
  const rounds = spread ? `${spread[0].toFixed(2)} to ${spread[1].toFixed(2)}` : "";
  return [what, ours, bare, ratio.toFixed(2), rounds, asked, wanted ? (isMet(row) ? "ok" : "below") : ""];
}
