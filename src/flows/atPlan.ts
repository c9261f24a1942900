import { asSeenBy, maySeeConfidential } from "../domain/confidential.ts";
import type { LocalDate } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import { may, type Standpoint, standpointOf } from "../domain/permission.ts";
import type { ObjectId, Plan, PlanId } from "../domain/plan.ts";
import { UserError } from "../domain/userError.ts";
import type { Asker, Ports } from "../ports.ts";

/** Somebody at a plan they may read, on the plan's own day: what most stories begin with. */
export interface AtPlan {
  /** As they may see it here. */
  readonly plan: Plan;
  readonly person: Standpoint;
  /** As Teams knows them. */
  readonly name: string;
  readonly today: LocalDate;
  /** Others see what is answered. */
  readonly openly?: true;
}

/**
 * Reads the plan (one query) and finds what the person is to it.
 *
 * @throws UserError when there is no such plan or it is not theirs to read; the sentence is the same, so that nobody
 *   learns which plans exist
 *
 * @param anywhere - in a channel that is not the plan's too
 */
export async function atPlan(ports: Ports, asker: Asker, id: PlanId, admins: readonly ObjectId[], anywhere = false): Promise<AtPlan> {
  const plan = await ports.plans.read(id);
  // A card that found its way among others is not to show them the plan.
  const isHere = anywhere || asker.where.kind === "personal" || (plan && speaksInChannelOf(plan, asker));
  return placeAt(ports, asker, isHere ? plan : undefined, admins);
}

/** As `atPlan`, of a plan that was read a moment ago. @throws UserError when it is not there or not theirs to read */
export function placeAt(ports: Pick<Ports, "clock" | "calendar">, asker: Asker, plan: Plan | undefined, admins: readonly ObjectId[]): AtPlan {
  const person = plan && standpointNow(ports, plan, asker.objectId, admins);
  const entitled = plan && person && (may(person, "read") || speaksInChannelOf(plan, asker));
  if (!entitled) throw new UserError("I have no plan I may show you here. If you expected one, ask your programme manager to link you to it.");
  const openly = asker.where.kind !== "personal";
  return { plan: asSeenBy(plan, openly ? undefined : person), person, name: asker.name, today: dayIn(ports, plan), ...(openly && { openly }) };
}

/** The same place, at the plan as it stands by now. */
export async function readAgainAt(ports: Pick<Ports, "plans">, at: AtPlan): Promise<AtPlan> {
  const plan = await ports.plans.read(at.plan.id);
  return { ...at, plan: plan ? asSeenBy(plan, at.openly ? undefined : at.person) : at.plan };
}

/** Whether what is confidential of a measure may be told here, where others may see it. */
export function mayTellConfidential({ person, openly }: AtPlan, measure: Measure): boolean {
  return !openly && maySeeConfidential(person, measure);
}

/** What somebody is to a plan today. */
export function standpointNow(ports: Pick<Ports, "clock" | "calendar">, plan: Plan, objectId: ObjectId, admins: readonly ObjectId[]): Standpoint {
  return standpointOf(plan, objectId, admins, dayIn(ports, plan));
}

function dayIn({ clock, calendar }: Pick<Ports, "clock" | "calendar">, { settings }: Plan): LocalDate {
  return calendar.localTime(clock.now(), settings.timeZone).day;
}

/** What a plan holds is shown to its people and in its own bound channel (law 5). */
export function speaksInChannelOf(plan: Plan, asker: Asker): boolean {
  return asker.where.kind === "channel" && asker.where.channelId === plan.channel?.conversationId;
}
