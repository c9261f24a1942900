import { basename } from "node:path";
import { peopleOf } from "../domain/askedFor.ts";
import { roleNames } from "../domain/permission.ts";
import type { ObjectId, Plan } from "../domain/plan.ts";
import { UserError } from "../domain/userError.ts";
import { importPeople } from "../flows/importPeople.ts";
import { findLead, leadsOf, linkLead, setRole, takeRoles, unlinkLead } from "../flows/knowPeople.ts";
import { peopleIn, peopleInWords } from "../flows/takePeople.ts";
import { readFileOrRefuse } from "./readFileOrRefuse.ts";
import { type CliPorts, onlyPlan, readPlan } from "./readPlan.ts";
import type { Result } from "./result.ts";

/** Who is linked and who is not, of one plan or of all. */
export async function peopleCommand(ports: CliPorts, id: string | undefined): Promise<Result> {
  const ids = id === undefined ? (await ports.plans.list()).map((entry) => entry.id) : [id];
  const plans = await Promise.all(ids.map((one) => readPlan(ports, one)));
  const known = await ports.people.all();
  const about = (objectId: ObjectId) => {
    const person = known.find((one) => one.objectId === objectId);
    const leads = plans.flatMap((plan) => plan.links.filter((link) => link.objectId === objectId).map(({ lead }) => ({ plan: plan.id, lead })));
    const roles = plans.flatMap((plan) =>
      plan.roles
        .filter((held) => held.objectId === objectId)
        .map(({ role, area, standsFor }) => ({ plan: plan.id, role, ...(area && { area }), ...(standsFor && { standsFor }) })),
    );
    return { objectId, name: person?.name ?? null, email: person?.email ?? null, reached: person?.address !== undefined, leads, roles };
  };
  const everybody = new Set([...plans.flatMap(peopleOf), ...(id === undefined ? known.map((one) => one.objectId) : [])]);
  const people = [...everybody].map(about);
  const unlinked = [...new Set(plans.flatMap(unlinkedLeads))];
  const lines = people.map(
    (one) =>
      `${one.name ?? one.email ?? one.objectId}: ${[...one.leads.map(({ lead }) => lead), ...one.roles.map(({ role }) => role)].join(", ") || "no part in a plan"}`,
  );
  return { json: { people, unlinked }, text: [...lines, `Not linked (${unlinked.length}):`, ...unlinked.map((lead) => `  ${lead}`)].join("\n") };
}

/** Links and roles by a list. @throws UserError for a file that is none */
export async function importPeopleCommand(ports: CliPorts, file: string, options: { plan?: string }, admins: readonly ObjectId[]): Promise<Result> {
  const plan = await onlyPlan(ports, options.plan);
  const list = await peopleIn(await readFileOrRefuse(file), basename(file));
  if (!list)
    throw new UserError(`${file} is no list of people. It needs a row of headings: Role or Lead, and Object ID or E-mail; besides Name, Area and For.`);
  const imported = await importPeople(ports, plan, list, admins);
  return { json: { plan: plan.id, ...imported }, text: peopleInWords(plan, imported).join("\n"), refused: imported.problems.length > 0 };
}

/** @param objectId - or `none`, to untie the lead @throws UserError for a lead no measure names, or an object id that is none */
export async function linkCommand(ports: CliPorts, lead: string, objectId: string, options: { plan?: string; email?: string }): Promise<Result> {
  const plan = await onlyPlan(ports, options.plan);
  const named = findLead(plan, lead);
  if (objectId.toLowerCase() === "none") {
    await unlinkLead(ports, plan, named);
    return { json: { plan: plan.id, lead: named, objectId: null }, text: `${named} is linked to nobody in ${plan.title}.` };
  }
  const link = { lead: named, objectId: readObjectId(objectId) };
  await linkLead(ports, plan, link, { email: options.email });
  return { json: { plan: plan.id, ...link }, text: `${link.lead} is linked to ${link.objectId} in ${plan.title}.` };
}

/** @throws UserError for a role, area or object id there is not */
export async function roleCommand(
  ports: CliPorts,
  objectId: string,
  role: string,
  options: { plan: string; area?: string; for?: string },
  admins: readonly ObjectId[],
): Promise<Result> {
  const plan = await readPlan(ports, options.plan);
  const named = [...roleNames, "substitute" as const, "none" as const].find((one) => one === role.toLowerCase().replace("-", " "));
  if (!named) throw new UserError(`“${role}” is no role. Roles are ${roleNames.join(", ")}, substitute and none.`);
  if (named === "sro" && !options.area) throw new UserError("An SRO answers for an area: add --area REF.");
  if (named === "substitute" && !options.for) throw new UserError("A substitute takes a member's place: add --for OBJECT_ID.");
  const id = readObjectId(objectId);
  if (named === "none") await takeRoles(ports, plan, id, admins);
  else {
    const of = named === "sro" ? options.area : named === "substitute" ? readObjectId(options.for ?? "") : undefined;
    await setRole(ports, plan, id, named, of);
  }
  return { json: { plan: plan.id, objectId: id, role: named }, text: `${id} is now ${named} in ${plan.title}.` };
}

function unlinkedLeads(plan: Plan): string[] {
  const linked = new Set(plan.links.map((link) => link.lead));
  return leadsOf(plan)
    .map(({ lead }) => lead)
    .filter((lead) => !linked.has(lead));
}

function readObjectId(words: string): ObjectId {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(words))
    throw new UserError(`“${words}” is no Entra object id (such as 00000000-0000-0000-0000-000000000001).`);
  return words.toLowerCase();
}
