import { foldHeading } from "./planFields.ts";
import type { Sheet, Workbook } from "./workbook.ts";

/** What a column of a list of people may be. */
const fields = {
  part: /^lead or role$/,
  role: /^(?:board |plan )?roles?$/,
  lead: /^(?:action )?leads?(?: as written| officer)?$/,
  name: /^(?:full |display )?names?$|^person$/,
  email: /^e ?mail(?: address)?$|^upn$|^user ?principal ?name$/,
  objectId: /^(?:entra |azure ad |aad )?object ?id$|^entra id$/,
  area: /^(?:area|priority|workstream)(?: ref)?$/,
  standsFor: /^(?:substitute |stands )?for$/,
} as const;

export type PersonField = keyof typeof fields;

/** One row of a list of people. */
export interface PersonRow {
  /** As a spreadsheet numbers it. */
  readonly row: number;
  /** As written; empty where there is none. */
  readonly cells: Readonly<Record<PersonField, string>>;
}

export interface PeopleList {
  /** Headings as written. */
  readonly headings: Readonly<Partial<Record<PersonField, string>>>;
  readonly rows: readonly PersonRow[];
}

/**
 * Finds a list of people in a file: a table whose headings name a role or a lead, and an e-mail or object id. A plan has
 * leads, but nobody's object id.
 *
 * @returns undefined where there is none
 */
export function readPeople({ sheets }: Pick<Workbook, "sheets">): PeopleList | undefined {
  // A plan's own export has its people on a sheet of their own, beside the plan.
  const [only, ...others] = sheets;
  return only && others.length === 0 ? peopleOf(only) : undefined;
}

function peopleOf({ rows }: Sheet): PeopleList | undefined {
  const [heading, ...others] = rows;
  if (!heading) return undefined;
  const at = new Map<PersonField, number>();
  heading.cells.forEach((cell, n) => {
    const field = (Object.keys(fields) as PersonField[]).find((one) => !at.has(one) && fields[one].test(foldHeading(cell)));
    if (field) at.set(field, n);
  });
  const isList = (at.has("email") || at.has("objectId")) && (at.has("part") || at.has("role") || at.has("lead"));
  if (!isList) return undefined;
  const cellsOf = (cells: readonly string[]) =>
    Object.fromEntries((Object.keys(fields) as PersonField[]).map((field) => [field, (cells[at.get(field) ?? -1] ?? "").trim()])) as PersonRow["cells"];
  return {
    headings: Object.fromEntries([...at].map(([field, n]) => [field, heading.cells[n] ?? ""])),
    rows: others.map(({ row, cells }) => ({ row, cells: cellsOf(cells) })),
  };
}
