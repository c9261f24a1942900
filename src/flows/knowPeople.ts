import { areaMeant } from "../domain/areaMeant.ts";
import { managersOf } from "../domain/permission.ts";
import type { Link, ObjectId, Plan, PlanId, Role, RoleHeld } from "../domain/plan.ts";
import { compareRefs } from "../domain/ref.ts";
import { UserError } from "../domain/userError.ts";
import type { Ports } from "../ports.ts";

/** Every lead of a plan as written, after splitting the cell, with the measures that name it. */
export function leadsOf(plan: Plan): { lead: string; refs: string[] }[] {
  const refs = new Map<string, string[]>();
  for (const measure of plan.measures) {
    for (const lead of measure.leads) refs.set(lead, [...(refs.get(lead) ?? []), measure.ref]);
  }
  return [...refs].map(([lead, all]) => ({ lead, refs: all.sort(compareRefs) })).sort((a, b) => (a.lead < b.lead ? -1 : 1));
}

/** Finds a lead by what was typed: as written in any capitals, or an unambiguous part of it. @throws UserError naming the ones it could be */
export function findLead(plan: Plan, typed: string): string {
  const wanted = typed.trim().toLowerCase();
  const leads = leadsOf(plan).map(({ lead }) => lead);
  const exact = leads.find((lead) => lead.toLowerCase() === wanted);
  if (exact) return exact;
  const near = wanted ? leads.filter((lead) => lead.toLowerCase().includes(wanted)) : [];
  if (near.length === 1 && near[0]) return near[0];
  if (near.length > 1) throw new UserError(`“${typed.trim()}” could be ${listed(near)}. Write the whole of it.`);
  throw new UserError(`No measure of ${plan.title} is led by “${typed.trim()}”. Type “people” for the leads as the plan writes them.`);
}

/** Ties a lead as written to a person; what is owed to that lead is then owed to them. */
export async function linkLead(ports: Pick<Ports, "plans" | "people">, plan: Plan, link: Link, about: { name?: string; email?: string } = {}): Promise<void> {
  await ports.plans.link(plan.id, link);
  await remember(ports, plan.id, link.objectId, about);
}

/** Unties a lead from everybody; what is owed to it is then listed for the programme manager. @returns how many were tied to it */
export async function unlinkLead(ports: Pick<Ports, "plans">, plan: Plan, lead: string): Promise<number> {
  const links = plan.links.filter((link) => link.lead === lead);
  for (const link of links) await ports.plans.unlink(plan.id, link);
  return links.length;
}

/**
 * Gives a role.
 *
 * @param of - the area of an SRO; whom a substitute stands for
 * @returns it as stored, with the area as the plan writes it
 * @throws UserError for an area the plan has not
 */
export async function setRole(
  ports: Pick<Ports, "plans" | "people">,
  plan: Plan,
  objectId: ObjectId,
  role: Role,
  of?: string,
  name?: string,
): Promise<RoleHeld> {
  const bound = of === undefined ? {} : role === "substitute" ? { standsFor: of } : { area: findArea(plan, of).ref };
  const held: RoleHeld = { objectId, role, ...bound };
  await ports.plans.giveRole(plan.id, held);
  await remember(ports, plan.id, objectId, { name });
  return held;
}

/**
 * Takes all of a person's roles in the plan.
 *
 * @param admins - programme managers of every plan, by configuration
 * @throws UserError where nobody would be left to manage it
 */
export async function takeRoles(ports: Pick<Ports, "plans">, plan: Plan, objectId: ObjectId, admins: readonly ObjectId[]): Promise<void> {
  const managers = managersOf(plan, admins);
  if (managers.length === 1 && managers[0] === objectId)
    throw new UserError("They are the plan's only programme manager. Name another first: role @PERSON manager.");
  await ports.plans.takeRoles(plan.id, objectId);
}

/** As `areaMeant`. @throws UserError naming the areas there are */
export function findArea(plan: Plan, typed: string) {
  const area = areaMeant(plan, typed);
  if (area) return area;
  throw new UserError(`${plan.title} has no area “${typed.trim()}”. It has ${listed(plan.areas.map((one) => `${one.ref} (${one.title})`))}.`);
}

/** Keeps what is new about a person, and that the plan may know them. */
export async function remember(ports: Pick<Ports, "people">, plan: PlanId, objectId: ObjectId, about: { name?: string; email?: string }): Promise<void> {
  const { name, email } = about;
  await ports.people.save({ objectId, name: name || undefined, email: email || undefined, plans: [plan] });
}

function listed(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join("; ")} or ${words.at(-1)}` : (words[0] ?? "none");
}
