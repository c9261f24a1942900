import { welcomeCard } from "../cards/welcomeCard.ts";
import { leadsOrStandsIn, may, type Standpoint } from "../domain/permission.ts";
import type { ObjectId, Plan, PlanId, Role } from "../domain/plan.ts";
import type { Message, Ports } from "../ports.ts";
import { standpointNow } from "./atPlan.ts";

/**
 * The first thing somebody hears: what this is, why it came to them and what to do next. Nobody outside a plan
 * learns that there is one.
 *
 * @param plans - those that may know the person
 */
export async function composeWelcome(
  ports: Pick<Ports, "plans" | "clock" | "calendar">,
  objectId: ObjectId,
  plans: readonly PlanId[],
  admins: readonly ObjectId[],
): Promise<Message> {
  const ids = admins.includes(objectId) ? (await ports.plans.list()).map(({ id }) => id) : plans;
  const read = await Promise.all(ids.map((id) => ports.plans.read(id)));
  const theirs = read.flatMap((plan) => {
    const person = plan && standpointNow(ports, plan, objectId, admins);
    return plan && person && may(person, "read") ? [{ plan, person }] : [];
  });
  const about = theirs.map(({ plan, person }) => partIn(plan, person, theirs.length > 1)).join(" ");
  return {
    card: welcomeCard({
      planTitle: theirs.map(({ plan }) => plan.title).join(" and ") || undefined,
      about: about || (admins.includes(objectId) ? noPlan : nobody),
    }),
    alert: "Drumbeat is here",
  };
}

const does = "I keep councils' improvement plans: I ask action leads where their measures stand before dates fall due, and tell the board.";
const nobody = `${does} Nobody has linked you to a plan yet, so I have nothing to ask or show you. If you lead part of one, tell its programme manager this: “Please link me to my lead in Drumbeat.”`;
const noPlan = `${does} You may bring one in: send me its file here, .xlsx, .docx or .csv. Nothing is stored until you have seen what I read and pressed Import.`;

/** Why somebody hears from the plan, and what to type. */
function partIn(plan: Plan, person: Standpoint, named: boolean): string {
  const [first, ...others] = plan.measures.filter((measure) => leadsOrStandsIn(person, measure));
  const where = named ? ` in ${plan.title}` : "";
  const roles = [...new Set(person.roles)];
  return [
    person.leads.length > 0 && `You are linked${where} as ${person.leads.join(" and as ")}.`,
    first &&
      `You lead ${others.length === 0 ? "one measure" : `${others.length + 1} measures`}, so I will ask you how it is going before a date falls due. Answer in the card, or simply write, such as “${first.ref} green, all staff trained”. “mine” shows all that is yours.`,
    roles.length > 0 && `You are ${roles.map((role) => inWords[role]).join(" and ")}${where}: “summary” shows where things stand at any time.`,
    roles.includes("manager") && "“people” shows who is linked to each lead, and who is not.",
  ]
    .filter(Boolean)
    .join(" ");
}

const inWords: Readonly<Record<Role, string>> = {
  chair: "the chair",
  "vice chair": "the vice chair",
  member: "a member of the board",
  substitute: "a substitute on the board",
  sro: "a senior responsible officer",
  manager: "a programme manager",
  reader: "a reader",
};
