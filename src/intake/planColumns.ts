import type { Problem } from "../domain/problem.ts";

/** The columns Drumbeat knows, each with the headings it goes by, in any capitals and spacing. Ours comes first. */
const knownColumns = {
  area: { headings: ["Area"], required: true },
  areaTitle: { headings: ["Area title"], required: false },
  sro: { headings: ["Senior Responsible Officer"], required: false },
  section: { headings: ["Section"], required: false },
  iStatement: { headings: ["I statement"], required: false },
  actionRef: { headings: ["Action Ref"], required: true },
  action: { headings: ["Action"], required: true },
  lead: { headings: ["Lead"], required: true },
  resources: { headings: ["Resources"], required: false },
  evidence: { headings: ["Evidence of success"], required: false },
  measureNo: { headings: ["Measure No"], required: false },
  measure: { headings: ["Impact measure"], required: true },
  due: { headings: ["Completion date"], required: true },
  rating: { headings: ["Progress rating"], required: true },
  narrative: { headings: ["Progress narrative"], required: false },
} as const satisfies Readonly<Record<string, { headings: readonly [string, ...string[]]; required: boolean }>>;

export type PlanField = keyof typeof knownColumns;
const fields = Object.keys(knownColumns) as PlanField[];

/** Where each field stands in a file. */
export interface PlanColumns {
  readonly at: Readonly<Partial<Record<PlanField, number>>>;
  /** Columns Drumbeat has no word for, by their own headings. */
  readonly others: readonly { readonly heading: string; readonly at: number }[];
  /** As the file writes them, and as we would where it has none. */
  readonly heading: Readonly<Record<PlanField, string>>;
}

/** @returns every fault of the heading row; with one, the rows cannot be understood */
export function recogniseColumns(headings: readonly string[]): { columns: PlanColumns; faults: Problem[] } {
  const at: Partial<Record<PlanField, number>> = {};
  const heading = Object.fromEntries(fields.map((field) => [field, knownColumns[field].headings[0]])) as Record<PlanField, string>;
  const others: { heading: string; at: number }[] = [];
  const faults: Problem[] = [];
  const seen = new Set<string>();

  for (const [index, written] of headings.entries()) {
    const name = written.trim();
    if (name === "") continue;
    const field = fields.find((one) => knownColumns[one].headings.some((known) => fold(known) === fold(name)));
    if (seen.has(field ?? fold(name))) faults.push({ row: 1, column: name, asWritten: written, problem: `The column “${name}” is there twice.` });
    seen.add(field ?? fold(name));
    if (field) {
      at[field] = index;
      heading[field] = name;
    } else others.push({ heading: name, at: index });
  }

  for (const field of fields) {
    if (!knownColumns[field].required || at[field] !== undefined) continue;
    faults.push({ row: 1, column: heading[field], asWritten: "", problem: `The column “${heading[field]}” is missing.` });
  }
  return { columns: { at, others, heading }, faults };
}

function fold(heading: string): string {
  return heading.toLowerCase().replace(/\s+/g, "");
}
