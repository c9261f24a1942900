import type { DateDecider, Measure, ObjectId, Plan, Role } from "./plan.ts";

/** What somebody may do with a plan. */
export type Deed = "read" | "answer" | "answerForOthers" | "signOff" | "decideDates" | "manage";

/** A person as a plan knows them. */
export interface Standpoint {
  readonly objectId: ObjectId;
  /** Leads, as written, they are linked to. */
  readonly leads: readonly string[];
  readonly roles: readonly Role[];
  /** Refs of the areas they are senior responsible officer of. */
  readonly areas: readonly string[];
}

const byRole: Readonly<Record<Role, readonly Deed[]>> = {
  manager: ["read", "answer", "answerForOthers", "decideDates", "manage"],
  chair: ["read", "signOff", "decideDates"],
  member: ["read"],
  sro: ["read", "answer", "decideDates"],
  reader: ["read"],
};
/** Roles that can be given, in the order people name them. */
export const roleNames: readonly Role[] = ["chair", "member", "sro", "manager", "reader"];
const byLead: readonly Deed[] = ["read", "answer"];

/** @param admins - programme managers of every plan, by configuration */
export function standpointOf(plan: Pick<Plan, "links" | "roles">, objectId: ObjectId, admins: readonly ObjectId[]): Standpoint {
  const held = plan.roles.filter((one) => one.objectId === objectId);
  const roles = held.map(({ role }) => role);
  const areas = held.flatMap(({ role, area }) => (role === "sro" && area !== undefined ? [area] : []));
  const leads = plan.links.filter((link) => link.objectId === objectId).map((link) => link.lead);
  return { objectId, leads, roles: admins.includes(objectId) ? [...roles, "manager"] : roles, areas };
}

/** Permission comes from the plan, never from card data (law 5). */
export function may(person: Standpoint, deed: Deed): boolean {
  return (person.leads.length > 0 && byLead.includes(deed)) || person.roles.some((role) => byRole[role].includes(deed));
}

/** A lead answers for their own measures, an SRO for those of the area, a programme manager for anybody's; history says on whose behalf. */
export function mayAnswer(person: Standpoint, measure: Measure): boolean {
  return may(person, "answerForOthers") || leadsOn(person, measure) || person.areas.includes(measure.area);
}

export function leadsOn(person: Standpoint, measure: Measure): boolean {
  return measure.leads.some((lead) => person.leads.includes(lead));
}

/** Those told what needs a programme manager. */
export function managersOf(plan: Pick<Plan, "roles">, admins: readonly ObjectId[]): ObjectId[] {
  return [...new Set([...plan.roles.filter((held) => held.role === "manager").map((held) => held.objectId), ...admins])];
}

/**
 * Who decides on new dates of a measure: those the plan names, else the chair; a programme manager where nobody holds that role.
 */
export function dateDeciderOf(plan: Pick<Plan, "roles" | "settings">, measure: Pick<Measure, "area">): DateDecider {
  const named = plan.settings.datesDecidedBy ?? "chair";
  return plan.roles.some(({ role, area }) => role === named && (role !== "sro" || area === measure.area)) ? named : "manager";
}

/** @returns object ids, each once */
export function dateDecidersOf(plan: Pick<Plan, "roles" | "settings">, measure: Pick<Measure, "area">, admins: readonly ObjectId[]): ObjectId[] {
  const decider = dateDeciderOf(plan, measure);
  if (decider === "manager") return managersOf(plan, admins);
  const theirs = plan.roles.filter(({ role, area }) => role === decider && (role !== "sro" || area === measure.area));
  return [...new Set(theirs.map(({ objectId }) => objectId))];
}

export function mayDecideDate(plan: Pick<Plan, "roles" | "settings">, person: Standpoint, measure: Pick<Measure, "area">): boolean {
  const decider = dateDeciderOf(plan, measure);
  return may(person, "decideDates") && person.roles.includes(decider) && (decider !== "sro" || person.areas.includes(measure.area));
}
