import type { ObjectId, Plan } from "../domain/plan.ts";
import type { Problem } from "../domain/problem.ts";
import { roleSaid } from "../domain/said/roleSaid.ts";
import { UserError } from "../domain/userError.ts";
import type { PeopleList, PersonField, PersonRow } from "../intake/readPeople.ts";
import type { Ports } from "../ports.ts";
import { findPerson, type Named } from "./findPerson.ts";
import { findArea, findLead, linkLead, remember, setRole, takeRoles } from "./knowPeople.ts";

/** What a list of people did. */
export interface PeopleImported {
  /** One line for each link and role: `Priya Shah: vice chair`. */
  readonly done: readonly string[];
  /** Rows that were left out, and why; everything else was stored. */
  readonly problems: readonly Problem[];
}

/** A fault of one cell. */
class CellFault extends UserError {
  readonly field: PersonField;
  constructor(field: PersonField, message: string) {
    super(message);
    this.field = field;
  }
}

/**
 * Links leads and gives roles as a list says, row by row. A row at fault is left out and told; sent again, what was stored
 * stays as it is.
 */
export async function importPeople(
  ports: Pick<Ports, "plans" | "people">,
  plan: Plan,
  { headings, rows }: PeopleList,
  admins: readonly ObjectId[],
): Promise<PeopleImported> {
  const done: string[] = [];
  const problems: Problem[] = [];
  for (const { row, cells } of rows) {
    // A lead nobody is linked to is a row of an exported list.
    if (!cells.objectId && !cells.email && !cells.name) continue;
    try {
      const now = (await ports.plans.read(plan.id)) ?? plan;
      done.push(...(await takeRow(ports, now, cells, admins)));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const field = error instanceof CellFault ? error.field : undefined;
      problems.push({ row, column: (field && headings[field]) ?? null, asWritten: field ? cells[field] : "", problem: error.message });
    }
  }
  return { done, problems };
}

async function takeRow(ports: Pick<Ports, "plans" | "people">, plan: Plan, cells: PersonRow["cells"], admins: readonly ObjectId[]): Promise<string[]> {
  const partly = roleOf(cells.part);
  const roleWritten = cells.role || (partly ? cells.part : "");
  const lead = cells.lead || (partly ? "" : cells.part);
  if (!roleWritten && !lead) throw new UserError("This row gives neither a role nor a lead.");
  const said = roleWritten ? roleIn(cells.role ? "role" : "part", roleWritten) : undefined;
  const named = lead ? await inCell(cells.lead ? "lead" : "part", () => findLead(plan, lead)) : undefined;
  const person = await personIn(ports, plan, cells);
  const who = person.name ?? (cells.email || person.objectId);
  const of = said === "sro" ? await areaIn(plan, cells) : said === "substitute" ? await memberIn(ports, plan, cells) : undefined;
  // Whatever can be at fault comes before what is stored, so that a row is taken whole or not at all.
  if (said === "none") await takeRoles(ports, plan, person.objectId, admins);
  else if (said) await setRole(ports, plan, person.objectId, said, of, person.name);
  if (named) await linkLead(ports, plan, { lead: named, objectId: person.objectId }, { name: person.name });
  await remember(ports, plan.id, person.objectId, { name: person.name, email: cells.email });
  const role = said === "none" ? "no role any more" : said === "sro" ? `sro of ${of}` : said;
  return [named, role].filter((one) => one !== undefined).map((one) => `${who}: ${one}`);
}

function roleOf(words: string) {
  return /^substitute$/i.test(words) ? "substitute" : roleSaid(words)?.role;
}

function roleIn(field: PersonField, words: string) {
  const role = roleOf(words);
  if (role) return role;
  throw new CellFault(field, "This is no role. Write chair, vice chair, member, substitute, sro, manager, reader or none.");
}

async function areaIn(plan: Plan, { area }: PersonRow["cells"]): Promise<string> {
  if (!area) throw new CellFault("area", "An SRO answers for an area: write its reference here.");
  return (await inCell("area", () => findArea(plan, area))).ref;
}

async function memberIn(ports: Pick<Ports, "people">, plan: Plan, { standsFor, area }: PersonRow["cells"]): Promise<ObjectId> {
  const field = standsFor ? "standsFor" : "area";
  if (!standsFor && !area) throw new CellFault("standsFor", "Write whose substitute they are, in a column “For”.");
  return (await inCell(field, () => findPerson(ports, plan, standsFor || area))).objectId;
}

/** By object id; else by e-mail or name, of somebody I have heard of. */
async function personIn(ports: Pick<Ports, "people">, plan: Plan, { objectId, email, name }: PersonRow["cells"]): Promise<Named> {
  if (objectId && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(objectId))
    throw new CellFault("objectId", "This is no Entra object id, such as 00000000-0000-0000-0000-000000000001.");
  const field = objectId ? "objectId" : email ? "email" : "name";
  const found = await inCell(field, () => findPerson(ports, plan, objectId || email || name));
  return { ...found, ...(name && { name }) };
}

async function inCell<T>(field: PersonField, work: () => T): Promise<Awaited<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) throw new CellFault(field, error.message);
    throw error;
  }
}
