import { standInsOf } from "./arrangement.ts";
import type { LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";
import type { ObjectId, Plan, Role, RoleHeld } from "./plan.ts";
import type { Decider, SignOffDecider } from "./planSettings.ts";

/** What somebody may do with a plan. */
export type Deed = "read" | "answer" | "answerForOthers" | "signOff" | "oversee" | "decideDates" | "confide" | "manage";

/** What somebody can be to a plan. A person may be several of them; nobody is none. */
export type Part = "lead" | "deputy" | Role;

/**
 * Who may do what. What is bound to a measure is finer still: a lead answers for their own (`mayAnswer`), and of those who
 * may decide on dates and completions only whom the plan names does (`mayDecideDate`, `maySignOff`).
 */
const deedsOf: Readonly<Record<Part, readonly Deed[]>> = {
  lead: ["read", "answer"],
  deputy: ["read", "answer"],
  sro: ["read", "answer", "decideDates"],
  manager: ["read", "answer", "answerForOthers", "signOff", "oversee", "decideDates", "confide", "manage"],
  chair: ["read", "signOff", "oversee", "decideDates", "confide"],
  "vice chair": ["read", "signOff", "oversee", "decideDates", "confide"],
  member: ["read", "signOff", "oversee", "decideDates"],
  substitute: ["read", "signOff", "oversee", "decideDates"],
  reader: ["read"],
};

/** Roles that are given by their name alone, in the order people name them; a substitute's needs whom they stand for. */
export const roleNames = ["chair", "vice chair", "member", "sro", "manager", "reader"] as const satisfies readonly Role[];

/** Those whom a substitute can stand for. */
export const boardRoles: readonly Role[] = ["chair", "vice chair", "member"];

/** Whose decision it is where a plan names a role for it. */
const rolesThatDecide: Readonly<Record<Decider, readonly Role[]>> = {
  chair: ["chair", "vice chair"],
  board: [...boardRoles, "substitute"],
  sro: ["sro"],
  manager: ["manager"],
};

/** A person as a plan knows them on a day. */
export interface Standpoint {
  readonly objectId: ObjectId;
  /** Leads, as written, they are linked to. */
  readonly leads: readonly string[];
  readonly roles: readonly Role[];
  /** Refs of measures that were given to them. */
  readonly given: readonly string[];
  /** Refs of measures that somebody else answers for, though they are linked to a lead. */
  readonly relieved: readonly string[];
  /** Refs of the areas they are senior responsible officer of. */
  readonly areas: readonly string[];
  /** Those who are away that day and are stood in for by them, as they stand themselves. */
  readonly standsInFor: readonly Standpoint[];
}

/**
 * @param admins - programme managers of every plan, by configuration
 * @param today - the plan's own day: a deputy is one on some days only
 */
export function standpointOf(plan: Pick<Plan, "links" | "roles" | "matters">, objectId: ObjectId, admins: readonly ObjectId[], today: LocalDate): Standpoint {
  const away = Object.keys(plan.matters.arrangements).filter((one) => one !== objectId && standInsOf(plan.matters.arrangements, one, today).includes(objectId));
  return { ...ownStandpoint(plan, objectId, admins), standsInFor: away.map((one) => ownStandpoint(plan, one, [])) };
}

function ownStandpoint(plan: Pick<Plan, "links" | "roles" | "matters">, objectId: ObjectId, admins: readonly ObjectId[]): Standpoint {
  const held = rolesInForce(plan).filter((one) => one.objectId === objectId);
  const roles = held.map(({ role }) => role);
  const areas = held.flatMap(({ role, area }) => (role === "sro" && area !== undefined ? [area] : []));
  const leads = plan.links.filter((link) => link.objectId === objectId).map((link) => link.lead);
  const assignments = Object.entries(plan.matters.assignments);
  const given = assignments.flatMap(([ref, one]) => (one.given.includes(objectId) ? [ref] : []));
  const relieved = assignments.flatMap(([ref, one]) => (one.relieved.includes(objectId) || (one.alone && !one.given.includes(objectId)) ? [ref] : []));
  return { objectId, leads, given, relieved, roles: admins.includes(objectId) ? [...roles, "manager"] : roles, areas, standsInFor: [] };
}

/** Roles as they count: a substitute's only while whom they stand for is on the board. */
export function rolesInForce({ roles }: Pick<Plan, "roles">): RoleHeld[] {
  const board = new Set(roles.filter(({ role }) => boardRoles.includes(role)).map(({ objectId }) => objectId));
  return roles.filter(({ role, standsFor }) => role !== "substitute" || (standsFor !== undefined && board.has(standsFor)));
}

function partsOf(person: Standpoint): Part[] {
  const deputises = person.standsInFor.some(answersForSome);
  return [...person.roles, ...(isLead(person) ? (["lead"] as const) : []), ...(deputises ? (["deputy"] as const) : [])];
}

function isLead({ leads, given }: Standpoint): boolean {
  return leads.length > 0 || given.length > 0;
}

/** Whether somebody answers for measures by themselves, so that a deputy has something to answer in their place. */
export function answersForSome(person: Standpoint): boolean {
  return isLead(person) || person.areas.length > 0;
}

/** Permission comes from the plan, never from card data (law 5). */
export function may(person: Standpoint, deed: Deed): boolean {
  return partsOf(person).some((part) => deedsOf[part].includes(deed));
}

/** A lead answers for their own measures, an SRO for those of the area, a deputy for whom they stand in for, a programme manager for anybody's; history says on whose behalf. */
export function mayAnswer(person: Standpoint, measure: Measure): boolean {
  return (
    may(person, "answerForOthers") || leadsOrStandsIn(person, measure) || [person, ...person.standsInFor].some(({ areas }) => areas.includes(measure.area))
  );
}

/** As linked, or by an assignment. */
export function leadsOn({ leads, given, relieved }: Standpoint, measure: Measure): boolean {
  return given.includes(measure.ref) || (!relieved.includes(measure.ref) && measure.leads.some((lead) => leads.includes(lead)));
}

/** Of somebody who is away, too. */
export function leadsOrStandsIn(person: Standpoint, measure: Measure): boolean {
  return [person, ...person.standsInFor].some((one) => leadsOn(one, measure));
}

/** Whether anything in a plan is theirs to answer for as a lead, or for whom they stand in. */
export function leadsAnything({ measures }: Pick<Plan, "measures">, person: Standpoint): boolean {
  return measures.some((measure) => leadsOrStandsIn(person, measure));
}

/** Those told what needs a programme manager. */
export function managersOf(plan: Pick<Plan, "roles">, admins: readonly ObjectId[]): ObjectId[] {
  return [...new Set([...plan.roles.filter((held) => held.role === "manager").map((held) => held.objectId), ...admins])];
}

/** Who hold a part in deciding on what is of an area, each once. @param admins - managers of every plan, by configuration */
export function holdersOf(plan: Pick<Plan, "roles">, decider: Decider, area: string, admins: readonly ObjectId[]): ObjectId[] {
  if (decider === "manager") return managersOf(plan, admins);
  const theirs = rolesInForce(plan).filter((held) => rolesThatDecide[decider].includes(held.role) && (held.role !== "sro" || held.area === area));
  return [...new Set(theirs.map(({ objectId }) => objectId))];
}

function isOne(person: Standpoint, decider: Decider, area: string): boolean {
  return person.roles.some((role) => rolesThatDecide[decider].includes(role)) && (decider !== "sro" || person.areas.includes(area));
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
