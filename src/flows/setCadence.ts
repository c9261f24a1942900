import type { CardAction } from "../cards/cardAction.ts";
import { cardButton } from "../cards/cardButton.ts";
import { replyCard } from "../cards/replyCard.ts";
import { cadenceInWords, cadenceName, type DigestDay, nextDigests } from "../domain/cadence.ts";
import { nextDigest } from "../domain/digestsOwed.ts";
import { inWords, type LocalDate } from "../domain/localDate.ts";
import type { ObjectId, Plan } from "../domain/plan.ts";
import type { BoundChannel, Cadence } from "../domain/planSettings.ts";
import { type CadenceSaid, readCadence } from "../domain/readCadence.ts";
import { UserError } from "../domain/userError.ts";
import type { Asker, Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";

type Calendars = Pick<Ports, "calendar">;

/** So many days are shown before somebody says yes. */
const daysShown = 5;

/**
 * Shows what a cadence in words would mean, with the next days it falls on; nothing is set before Save is pressed.
 *
 * @param words - after the command: `exception every six weeks from 9 January`
 * @throws UserError naming what could not be read
 */
export function offerCadence(ports: Calendars, asker: Asker, { plan, today }: AtPlan, words: string, people: readonly ObjectId[]): Message {
  const said = readWords(plan, today, asker, words, people);
  const save = (title: string) => [cardButton(title, { verb: "saveCadence", plan: plan.id, words, people: [...people] })];
  if (said.kind === "off") {
    const heading = `Take away the ${cadenceInWords(cadenceCalled(plan, said.name))}?`;
    return {
      card: replyCard({ planTitle: plan.title, heading, lines: ["It is not posted any more. Those already posted stay."], buttons: save("Take it away") }),
      alert: heading,
    };
  }
  if (said.kind === "preset") {
    const lines = said.cadences.map((cadence) => lineOf(ports, plan, cadence, today));
    const heading = "Take these in place of all digests there are?";
    return { card: replyCard({ planTitle: plan.title, heading, lines, buttons: save("Save") }), alert: heading };
  }
  const { cadence } = said;
  const days = daysOf(ports, plan, cadence, today);
  const before = plan.settings.cadences.find((one) => cadenceName(one) === cadenceName(cadence));
  const lines = [
    `${capital(cadenceInWords(cadence))}.`,
    days.length === 0 ? "No day of it is still to come." : `It would come on: ${days.map(dayInWords).join("; ")}.`,
    ...(before ? [`Until now: ${cadenceInWords(before)}.`] : []),
    ...(cadence.to?.people ? ["Whoever you mention gets it as long as they have a part in this plan; “role @PERSON reader” gives them one."] : []),
    ...(needsChannel(plan, cadence) ? ["No channel is bound yet: write “use this channel” to me in the one it belongs in."] : []),
  ];
  const card = replyCard({ planTitle: plan.title, heading: "Is this right?", lines, buttons: days.length === 0 ? [] : save("Save") });
  return { card, alert: `When the ${cadenceName(cadence)} digest falls` };
}

/** Sets what `offerCadence` showed. @throws UserError as it does */
export async function saveCadence(
  ports: Pick<Ports, "plans" | "calendar">,
  asker: Asker,
  { plan, today }: AtPlan,
  { words, people = [] }: Extract<CardAction, { verb: "saveCadence" }>,
): Promise<Message> {
  const said = readWords(plan, today, asker, words, people);
  const settings = await ports.plans.saveSettings(plan.id, (before) => ({
    ...before,
    cadences: cadencesAfter(ports, { ...plan, settings: before }, today, said),
  }));
  return showCadences(ports, { ...plan, settings }, today, said.kind === "off" ? "Taken away" : "Saved");
}

function cadencesAfter(ports: Calendars, plan: Plan, today: LocalDate, said: Understood): readonly Cadence[] {
  if (said.kind === "preset") return said.cadences;
  const name = cadenceName(said.kind === "off" ? cadenceCalled(plan, said.name) : said.cadence);
  const others = plan.settings.cadences.filter((one) => cadenceName(one) !== name);
  if (said.kind === "off") return others;
  daysOf(ports, plan, said.cadence, today);
  return [...others, said.cadence];
}

/** Every digest of the plan with the days it falls on next. */
export function showCadences(ports: Calendars, plan: Plan, today: LocalDate, heading = "When digests fall"): Message {
  const lines = plan.settings.cadences.map((cadence) => lineOf(ports, plan, cadence, today));
  const none = ["No digest is planned. Write for example “cadence exception every six weeks from 9 January”."];
  const bind = plan.settings.cadences.some((cadence) => needsChannel(plan, cadence))
    ? ["No channel is bound yet: write “use this channel” to me in the one they belong in."]
    : [];
  const how =
    "To change one, write for example “cadence full on the first Monday of each month, sent 5 working days before”, or “cadence full off”; “cadence preset walsall” and others begin with what councils have.";
  return { card: replyCard({ planTitle: plan.title, heading, lines: [...(lines.length > 0 ? lines : none), ...bind, how], buttons: [] }), alert: heading };
}

function lineOf(ports: Calendars, plan: Plan, cadence: Cadence, today: LocalDate): string {
  const days = daysOf(ports, plan, cadence, today);
  return `${capital(cadenceInWords(cadence))}. ${days.length === 0 ? "None is to come." : `Next: ${days.map(dayInWords).join("; ")}.`}`;
}

/** When each digest falls next: `exception digest every six weeks, to the plan's channel, next on 28 November 2022`. */
export function cadencesInWords(ports: Calendars, plan: Plan, after: LocalDate): string[] {
  return plan.settings.cadences.map((cadence) => {
    const next = nextDigest(plan, cadenceName(cadence), after, ports.calendar.occurrences, workingDays(ports, plan));
    return `${cadenceInWords(cadence)}, ${next ? `next on ${inWords(next.postOn)}` : "none to come"}`;
  });
}

type Understood = Exclude<CadenceSaid, { kind: "fault" }>;

function readWords(plan: Plan, today: LocalDate, asker: Asker, words: string, people: readonly ObjectId[]): Understood {
  const channel = channelOf(asker, today);
  const said = readCadence(words, plan, today, { people, ...(channel && { channel }) });
  if (said.kind === "fault") throw new UserError(said.sentence);
  return said;
}

function channelOf({ where, address }: Asker, today: LocalDate): BoundChannel | undefined {
  if (where.kind !== "channel") return undefined;
  const { serviceUrl, tenantId, botId } = address;
  return { teamId: where.teamId, conversationId: where.channelId, serviceUrl, tenantId, botId, ...(where.name && { name: where.name }), boundOn: today };
}

function cadenceCalled(plan: Plan, name: string): Cadence {
  const found = plan.settings.cadences.find((one) => cadenceName(one) === name || one.kind === name);
  if (found) return found;
  const names = plan.settings.cadences.map((one) => `“${cadenceName(one)}”`).join(", ");
  throw new UserError(`There is no digest “${name}”. ${names === "" ? "None is planned." : `There are ${names}.`}`);
}

/** @throws UserError for a rule that cannot be read, in the words of who reads it */
function daysOf(ports: Calendars, plan: Plan, cadence: Cadence, today: LocalDate): DigestDay[] {
  try {
    return nextDigests(cadence, today, daysShown, ports.calendar.occurrences, workingDays(ports, plan));
  } catch (error) {
    if (error instanceof RangeError)
      throw new UserError(`I can't read that rule: ${error.message}. A rule looks like FREQ=WEEKLY;INTERVAL=6 or FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO.`);
    throw error;
  }
}

function dayInWords({ on, postOn, roundOn }: DigestDay): string {
  const sent = postOn === on ? inWords(on) : `${inWords(postOn)} (for ${inWords(on)})`;
  return roundOn ? `${sent}, leads asked from ${inWords(roundOn)}` : sent;
}

function workingDays({ calendar }: Calendars, { settings }: Plan) {
  return (day: LocalDate) => calendar.isWorkingDay(day, settings.holidays);
}

function needsChannel(plan: Plan, { to }: Cadence): boolean {
  return !plan.channel && (!to || to.channel === true);
}

function capital(words: string): string {
  return words.replace(/^./, (first) => first.toUpperCase());
}
