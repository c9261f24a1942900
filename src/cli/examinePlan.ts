import { cadenceName } from "../domain/cadence.ts";
import type { Delivery } from "../domain/delivery.ts";
import { nextDigest } from "../domain/digestsOwed.ts";
import { inWords, type LocalDate } from "../domain/localDate.ts";
import { managersOf } from "../domain/permission.ts";
import type { ObjectId, Plan, PlanId } from "../domain/plan.ts";
import { leadsOf } from "../flows/knowPeople.ts";
import { counted, type Finding, finding } from "./finding.ts";
import type { CliPorts } from "./readPlan.ts";

/** Real time after which a delivery that nothing holds back should have gone. */
const stuckAfterMs = 15 * 60_000;

/** What keeps a plan's notices from reaching people. */
export async function examinePlan(ports: CliPorts, id: PlanId, admins: readonly ObjectId[]): Promise<Finding[]> {
  const plan = await ports.plans.read(id);
  if (!plan) return [];
  const open = await ports.notices.open(id);
  return [...examinePeople(plan, admins), examineChannel(ports, plan), ...examineDeliveries(plan, open, Date.parse(ports.clock.realNow()))];
}

function examinePeople(plan: Plan, admins: readonly ObjectId[]): Finding[] {
  const linked = new Set(plan.links.map(({ lead }) => lead));
  const leads = leadsOf(plan).map(({ lead }) => lead);
  const unlinked = leads.filter((lead) => !linked.has(lead));
  const leaderless = plan.measures.filter((measure) => measure.leads.length === 0).map(({ ref }) => ref);
  const managers = managersOf(plan, admins);
  return [
    finding(
      `${plan.id}: people`,
      `Every one of ${counted(leads.length, "lead")} is linked.`,
      unlinked.length > 0 && {
        level: "warn",
        says: `${counted(unlinked.length, "lead is", "leads are")} linked to nobody: ${someOf(unlinked, "; ")}.`,
        todo: `npm run drumbeat -- link "LEAD AS WRITTEN" OBJECT_ID --plan ${plan.id}`,
      },
    ),
    finding(
      `${plan.id}: measures`,
      `Every one of ${counted(plan.measures.length, "measure")} names a lead.`,
      leaderless.length > 0 && {
        level: "warn",
        says: `${counted(leaderless.length, "measure names", "measures name")} no lead: ${someOf(leaderless, ", ")}.`,
        todo: "Name a lead in the file and import it again.",
      },
    ),
    finding(
      `${plan.id}: programme manager`,
      `${counted(managers.length, "programme manager")}.`,
      managers.length === 0 && {
        level: "fault",
        says: "Nobody is programme manager, so nobody hears of what could not be delivered.",
        todo: `npm run drumbeat -- role OBJECT_ID manager --plan ${plan.id}`,
      },
    ),
  ];
}

function examineChannel({ calendar, clock }: CliPorts, plan: Plan): Finding {
  const { timeZone, holidays, cadences } = plan.settings;
  const today = calendar.localTime(clock.now(), timeZone).day;
  const isWorkingDay = (one: LocalDate) => calendar.isWorkingDay(one, holidays);
  const next = cadences.flatMap((cadence) => {
    const name = cadenceName(cadence);
    const digest = nextDigest(plan, name, today, calendar.occurrences, isWorkingDay);
    return digest ? [`${name} on ${inWords(digest.postOn)}`] : [];
  });
  return finding(
    `${plan.id}: channel`,
    next.length > 0 ? `The next digests: ${next.join(", ")}.` : "A channel is bound; no digest is to come.",
    !plan.channel && {
      level: "warn",
      says: "No channel is bound, so no digest is posted.",
      todo: "In the steering group's channel, write: @Drumbeat use this channel",
    },
  );
}

function examineDeliveries({ id }: Plan, open: readonly Delivery[], now: number): Finding[] {
  const inState = (...kinds: Delivery["state"]["kind"][]) => open.filter(({ state }) => kinds.includes(state.kind)).length;
  const [failed, waiting] = [inState("refused", "unknown"), inState("waiting")];
  const stuck = open.filter((delivery) => now - dueSince(delivery) > stuckAfterMs).length;
  return [
    finding(
      `${id}: deliveries`,
      "Nothing is refused or in doubt.",
      failed > 0 && {
        level: "warn",
        says: `${inState("refused")} refused, ${inState("unknown")} that may have arrived.`,
        todo: "A programme manager sees them, and decides, by writing: undelivered",
      },
    ),
    finding(
      `${id}: waiting`,
      "Nobody has to be heard of first.",
      waiting > 0 && {
        level: "warn",
        says: `${counted(waiting, "delivery waits", "deliveries wait")} for people Drumbeat has no way to.`,
        todo: "Ask them to open Drumbeat in Teams, or add it to a team they belong to.",
      },
    ),
    finding(
      `${id}: stuck`,
      "Nothing owed is late.",
      stuck > 0 && {
        level: "fault",
        says: `${counted(stuck, "delivery has", "deliveries have")} been on the way for more than 15 minutes.`,
        todo: "Is the service running? Look at its /readyz, then at its log for “delivery failed”.",
      },
    ),
  ];
}

/** Since when it should have gone, in milliseconds; never for one that is not on its way or was told to wait. */
function dueSince({ state, postedAt }: Delivery): number {
  if (state.kind === "attempting") return Date.parse(state.attemptingSince);
  if (state.kind !== "owed") return Number.POSITIVE_INFINITY;
  return Date.parse(state.notBefore ?? postedAt ?? "1970-01-01T00:00:00Z");
}

function someOf(all: readonly string[], separator: string): string {
  const shown = all.slice(0, 5).join(separator);
  return all.length > 5 ? `${shown}${separator}and ${all.length - 5} more` : shown;
}
