import { randomUUID } from "node:crypto";
import type { CardAction } from "../cards/cardAction.ts";
import { cardButton } from "../cards/cardButton.ts";
import { measuresInWords } from "../cards/peopleCard.ts";
import { replyCard } from "../cards/replyCard.ts";
import { isQuiet } from "../domain/isQuiet.ts";
import { inWords } from "../domain/localDate.ts";
import { type PlannedRound, planRound } from "../domain/planRound.ts";
import { type RoundStart, roundSubject, roundWith } from "../domain/round.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import { type AtPlan, readAgainAt } from "./atPlan.ts";
import { composeRound } from "./composeRound.ts";
import { entryBase } from "./entryBase.ts";

/** Whose measures were answered within so many days are left out, where nobody says otherwise. */
export const usualDays = 7;

interface Wanted {
  readonly area?: string;
  readonly days: number;
}

/** Says whom a round would ask, before anybody is. */
export function offerRound({ plan, today }: AtPlan, wanted: Wanted): Message {
  const planned = planRound(plan, today, wanted);
  const { asked, refs } = planned;
  const isEmpty = asked.length === 0;
  const heading = isEmpty ? "Nobody is left to ask" : `Ask ${peopleInWords(asked.length)} about ${measuresInWords(refs.length)}?`;
  const start = cardButton("Start the round", { verb: "startRound", plan: plan.id, nonce: randomUUID(), ...wanted });
  const card = replyCard({
    planTitle: plan.title,
    heading,
    lines: [
      ...(wanted.area === undefined ? [] : [`Only ${wanted.area}.`]),
      ...(isEmpty ? [] : ["Each gets one card with all of theirs, today, once."]),
      ...leftOut(planned, wanted.days),
    ],
    buttons: [...(isEmpty ? [] : [start]), cardButton("The last round", { verb: "say", words: "round" })],
  });
  return { card, alert: heading };
}

/**
 * Starts a round: who is asked what is stored, and the daily run sends it as it sends every reminder. The same press again
 * shows the same round; two that are started at once ask nobody twice.
 *
 * @throws UserError when nobody is left to ask
 */
export async function startRound(ports: Ports, at: AtPlan, press: Extract<CardAction, { verb: "startRound" }>): Promise<Message> {
  const { plan, today } = at;
  const { area, days, nonce } = press;
  const before = plan.matters.rounds[roundSubject];
  const { asked } = planRound(plan, today, { area, days });
  const entry: RoundStart = {
    ...entryBase(ports, at, before?.last, { via: "card", nonce }),
    asked,
    ...(area !== undefined && { area }),
  };
  if (asked.length === 0) {
    const earlier = (await ports.plans.entries(plan.id, "rounds", roundSubject)).some((one) => one.nonce === nonce);
    if (!earlier) throw new UserError("Nobody is left to ask: everybody with open measures has answered, was asked today, or is away.");
    return composeRound(ports, at);
  }
  const outcome = await ports.plans.append(plan.id, "rounds", entry, roundWith(before, entry));
  if (outcome.kind === "behind") return startRound(ports, await readAgainAt(ports, at), press);
  const stored = outcome.kind === "stored";
  if (stored) ports.log.info("round started", { plan: plan.id, people: asked.length });
  return started(ports, at, outcome.kind === "repeated" ? outcome.earlier : entry);
}

function started(ports: Ports, { plan }: AtPlan, { asked, on }: RoundStart): Message {
  const heading = `The round of ${inWords(on)} has started`;
  const refs = new Set(asked.flatMap((one) => one.refs));
  const lines = [
    `${peopleInWords(asked.length)} ${asked.length === 1 ? "is" : "are"} asked about ${measuresInWords(refs.size)}, ${whenSent(ports, plan)}.`,
    "Type “round” to see who answered, who has seen it, who is silent and who could not be reached.",
  ];
  return {
    card: replyCard({ planTitle: plan.title, heading, lines, buttons: [cardButton("See the round", { verb: "say", words: "round" })] }),
    alert: heading,
  };
}

function whenSent({ clock, calendar }: Ports, { settings }: AtPlan["plan"]): string {
  const { day, time } = calendar.localTime(clock.now(), settings.timeZone);
  if (!calendar.isWorkingDay(day, settings.holidays)) return `on the next working day at ${settings.speaksAt}`;
  if (isQuiet(settings, time)) return "when the quiet hours are over";
  return time < settings.speaksAt ? `at ${settings.speaksAt}` : "within a minute or two";
}

function leftOut({ answered, askedToday, away, unlinked }: PlannedRound, days: number): string[] {
  return [
    ...(answered.length > 0 ? [`Left out: ${measuresInWords(answered.length)} answered in the last ${days === 1 ? "day" : `${days} days`}.`] : []),
    ...(askedToday.length > 0 ? [`Left out: ${measuresInWords(askedToday.length)} asked about in a round today.`] : []),
    ...(away.length > 0 ? [`Left out: ${measuresInWords(away.length)} whose leads are away, paused, or say that it is not theirs.`] : []),
    ...(unlinked.size > 0
      ? [
          `Cannot be asked: ${unlinked.size === 1 ? "1 lead" : `${unlinked.size} leads`} nobody is linked to. After the start “round” has a text to forward to each.`,
        ]
      : []),
  ];
}

function peopleInWords(count: number): string {
  return count === 1 ? "1 person" : `${count} people`;
}
