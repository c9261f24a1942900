import type { Decider, Measure, ObjectId, Plan, Role, SignOffDecider } from "./plan.ts";

/** What somebody may do with a plan. */
export type Deed = "read" | "answer" | "answerForOthers" | "signOff" | "oversee" | "decideDates" | "manage";

/** A person as a plan knows them. */
export interface Standpoint {
  readonly objectId: ObjectId;
  /** Leads, as written, they are linked to. */
  readonly leads: readonly string[];
  readonly roles: readonly Role[];
  /** Refs of the areas they are senior responsible officer of. */
  readonly areas: readonly string[];
}

/** Of the decisions a role may take, it takes those the plan names it for. */
const byRole: Readonly<Record<Role, readonly Deed[]>> = {
  manager: ["read", "answer", "answerForOthers", "signOff", "oversee", "decideDates", "manage"],
  chair: ["read", "signOff", "oversee", "decideDates"],
  member: ["read", "signOff", "oversee", "decideDates"],
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

const deciding: Readonly<Record<Decider, readonly Role[]>> = { chair: ["chair"], board: ["chair", "member"], sro: ["sro"], manager: ["manager"] };

/** Who hold a part in deciding on what is of an area, each once. @param admins - managers of every plan, by configuration */
function holdersOf(plan: Pick<Plan, "roles">, decider: Decider, area: string, admins: readonly ObjectId[]): ObjectId[] {
  if (decider === "manager") return managersOf(plan, admins);
  const theirs = plan.roles.filter((held) => deciding[decider].includes(held.role) && (held.role !== "sro" || held.area === area));
  return [...new Set(theirs.map(({ objectId }) => objectId))];
}

function isOne(person: Standpoint, decider: Decider, area: string): boolean {
  return person.roles.some((role) => deciding[decider].includes(role)) && (decider !== "sro" || person.areas.includes(area));
}

/**
 * Who decides on new dates of a measure: those the plan names, else the chair; a programme manager where nobody holds that role.
 */
export function dateDeciderOf(plan: Pick<Plan, "roles" | "settings">, { area }: Pick<Measure, "area">): Decider {
  const named = plan.settings.datesDecidedBy ?? "chair";
  return holdersOf(plan, named, area, []).length > 0 ? named : "manager";
}

/** @returns object ids, each once */
export function dateDecidersOf(plan: Pick<Plan, "roles" | "settings">, measure: Pick<Measure, "area">, admins: readonly ObjectId[]): ObjectId[] {
  return holdersOf(plan, dateDeciderOf(plan, measure), measure.area, admins);
}

export function mayDecideDate(plan: Pick<Plan, "roles" | "settings">, person: Standpoint, measure: Pick<Measure, "area">): boolean {
  return may(person, "decideDates") && isOne(person, dateDeciderOf(plan, measure), measure.area);
}

/** Who accepts measures as complete. Nobody stands in for them: a programme manager signs off only where the plan names one. */
export function signOffDeciderOf({ settings }: Pick<Plan, "settings">): SignOffDecider {
  return settings.signedOffBy ?? "chair";
}

/** @returns object ids, each once; none where nobody holds the role */
export function signOffDecidersOf(plan: Pick<Plan, "roles" | "settings">, admins: readonly ObjectId[]): ObjectId[] {
  return holdersOf(plan, signOffDeciderOf(plan), "", admins);
}

export function maySignOff(plan: Pick<Plan, "settings">, person: Standpoint): boolean {
  return may(person, "signOff") && isOne(person, signOffDeciderOf(plan), "");
}

/** Those who sign off, and a programme manager, reopen what was complete and say what the board monitors. */
export function mayOversee(plan: Pick<Plan, "settings">, person: Standpoint): boolean {
  return may(person, "oversee") && (maySignOff(plan, person) || may(person, "manage"));
}
