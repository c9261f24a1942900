import type { LocalDate } from "../domain/localDate.ts";
import { may, type Standpoint, standpointOf } from "../domain/permission.ts";
import type { ObjectId, Plan, PlanId } from "../domain/plan.ts";
import { UserError } from "../domain/userError.ts";
import type { Asker, Ports } from "../ports.ts";

/** Somebody at a plan they may read, on the plan's own day: what most stories begin with. */
export interface AtPlan {
  readonly plan: Plan;
  readonly person: Standpoint;
  /** As Teams knows them. */
  readonly name: string;
  readonly today: LocalDate;
}

/**
 * Reads the plan (one query) and finds what the person is to it.
 *
 * @throws UserError when there is no such plan or it is not theirs to read; the sentence is the same, so that nobody
 *   learns which plans exist
 */
export async function atPlan(ports: Ports, asker: Asker, id: PlanId, admins: readonly ObjectId[]): Promise<AtPlan> {
  return placeAt(ports, asker, await ports.plans.read(id), admins);
}

/** As `atPlan`, of a plan that was read a moment ago. @throws UserError when it is not there or not theirs to read */
export function placeAt(ports: Pick<Ports, "clock" | "calendar">, asker: Asker, plan: Plan | undefined, admins: readonly ObjectId[]): AtPlan {
  const person = plan && standpointNow(ports, plan, asker.objectId, admins);
  const entitled = plan && person && (may(person, "read") || speaksInChannelOf(plan, asker));
  if (!entitled) throw new UserError("I have no plan I may show you here. If you expected one, ask your programme manager to link you to it.");
  return { plan, person, name: asker.name, today: dayIn(ports, plan) };
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
