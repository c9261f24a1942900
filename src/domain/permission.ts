import type { Measure, ObjectId, Plan, Role } from "./plan.ts";

/** What somebody may do with a plan. */
export type Deed = "read" | "answer" | "answerForOthers" | "signOff" | "manage";

/** A person as a plan knows them. */
export interface Standpoint {
  readonly objectId: ObjectId;
  /** Leads, as written, they are linked to. */
  readonly leads: readonly string[];
  readonly roles: readonly Role[];
}

const byRole: Readonly<Record<Role, readonly Deed[]>> = {
  manager: ["read", "answer", "answerForOthers", "manage"],
  chair: ["read", "signOff"],
  member: ["read"],
  sro: ["read"],
  reader: ["read"],
};
/** Roles that can be given, in the order people name them. */
export const roleNames: readonly Role[] = ["chair", "member", "sro", "manager", "reader"];
const byLead: readonly Deed[] = ["read", "answer"];

/** @param admins - programme managers of every plan, by configuration */
export function standpointOf(plan: Pick<Plan, "links" | "roles">, objectId: ObjectId, admins: readonly ObjectId[]): Standpoint {
  const roles = plan.roles.filter((held) => held.objectId === objectId).map((held) => held.role);
  const leads = plan.links.filter((link) => link.objectId === objectId).map((link) => link.lead);
  return { objectId, leads, roles: admins.includes(objectId) ? [...roles, "manager"] : roles };
}

/** Permission comes from the plan, never from card data (law 5). */
export function may(person: Standpoint, deed: Deed): boolean {
  return (person.leads.length > 0 && byLead.includes(deed)) || person.roles.some((role) => byRole[role].includes(deed));
}

/** A lead answers for their own measures, a programme manager for anybody's; history says on whose behalf. */
export function mayAnswer(person: Standpoint, measure: Measure): boolean {
  return may(person, "answerForOthers") || leadsOn(person, measure);
}

export function leadsOn(person: Standpoint, measure: Measure): boolean {
  return measure.leads.some((lead) => person.leads.includes(lead));
}

/** Those told what needs a programme manager. */
export function managersOf(plan: Pick<Plan, "roles">, admins: readonly ObjectId[]): ObjectId[] {
  return [...new Set([...plan.roles.filter((held) => held.role === "manager").map((held) => held.objectId), ...admins])];
}
