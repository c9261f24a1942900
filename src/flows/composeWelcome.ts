import { welcomeCard } from "../cards/welcomeCard.ts";
import { leadsOn, may, type Standpoint } from "../domain/permission.ts";
import type { ObjectId, Plan, PlanId } from "../domain/plan.ts";
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
  const nobody =
    "I keep councils' improvement plans: I ask action leads where their measures stand before dates fall due, and tell the board. You are not linked to a plan yet; its programme manager can do that.";
  return {
    card: welcomeCard({ planTitle: theirs.map(({ plan }) => plan.title).join(" and ") || undefined, about: about || nobody }),
    alert: "Drumbeat is here",
  };
}

function partIn(plan: Plan, person: Standpoint, named: boolean): string {
  const measures = plan.measures.filter((measure) => leadsOn(person, measure)).length;
  const where = named ? ` in ${plan.title}` : "";
  const lead =
    measures > 0 &&
    `You lead ${measures} ${measures === 1 ? "measure" : "measures"}${where}, so I will ask you where they stand before each date falls due. You answer in the card, in about a minute.`;
  const roles = [...new Set(person.roles)];
  const role = roles.length > 0 && `You are ${roles.join(" and ")}${measures > 0 ? " too" : where}: ask me for the summary at any time.`;
  return [lead, role].filter(Boolean).join(" ");
}
