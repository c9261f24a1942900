import { randomUUID } from "node:crypto";
import type { CardAction } from "../cards/cardAction.ts";
import { cardButton } from "../cards/cardButton.ts";
import { cutAtWord } from "../cards/cutAtWord.ts";
import { laterCard } from "../cards/laterCard.ts";
import type { ListToken } from "../cards/listToken.ts";
import { replyCard } from "../cards/replyCard.ts";
import { type AskingWish, wishesWith } from "../domain/askingWish.ts";
import { isAnsweredSince, measuresOf } from "../domain/askLine.ts";
import { dayOfWeek, instantOf, inWords, type LocalDate } from "../domain/localDate.ts";
import { mayAnswer } from "../domain/permission.ts";
import { readRemindDay } from "../domain/readRemindDay.ts";
import type { Said } from "../domain/said/said.ts";
import { isSettled } from "../domain/standing.ts";
import { UserError } from "../domain/userError.ts";
import { weekdayName } from "../domain/weekdayNames.ts";
import type { Message, Ports } from "../ports.ts";
import { type AtPlan, readAgainAt } from "./atPlan.ts";
import { listOf, measuresIn } from "./composeList.ts";
import { entryBase } from "./entryBase.ts";

interface Meant {
  readonly list?: ListToken;
  readonly ref?: string;
}

/** Asks when somebody wants to be asked again. @throws UserError when nothing of theirs is open in it */
export function openLater(at: AtPlan, meant: Meant): Message {
  return ask(at, meant, refsMeant(at, meant));
}

/** Stores what was pressed; a day that cannot be read comes back with a sentence. @throws UserError as `openLater` does */
export async function askLater(ports: Ports, at: AtPlan, press: Extract<CardAction, { verb: "askLater" }>): Promise<Message> {
  const { how, date = "", nonce, list, ref } = press;
  const meant = { list, ref };
  const refs = refsMeant(at, meant);
  if (how === "seen") return store(ports, at, { refs, wish: { kind: "seen" }, nonce, via: "card", list });
  const words = how === "day" ? date : how;
  const day = readRemindDay(words, at.plan, at.today, isWorkingDayOf(ports, at));
  if (day.kind === "unsaid") return ask(at, meant, refs, { nonce, date, fault: "Write the day, such as 9 January, next week or in ten days." });
  if (day.kind === "fault") return ask(at, meant, refs, { nonce, date, fault: day.sentence });
  return store(ports, at, { refs, wish: { kind: "later", remindOn: day.on }, nonce, via: "card", list, said: day.said });
}

/** `remind me on Monday`; where no day was said, or none that can be read, the card asks. */
export async function askLaterInWords(ports: Ports, at: AtPlan, { refs: said, when = "" }: Extract<Said, { kind: "later" }>, nonce: string): Promise<Message> {
  const refs = openOf(at, said);
  const ref = refs.length === 1 ? refs[0] : undefined;
  const list = ref ? undefined : listOf(measuresOf(at.plan, refs), { kind: "mine", since: ports.clock.now() });
  const day = readRemindDay(when, at.plan, at.today, isWorkingDayOf(ports, at));
  if (day.kind !== "read") return ask(at, { list, ref }, refs, day.kind === "fault" ? { date: when, fault: day.sentence } : {});
  return store(ports, at, { refs, wish: { kind: "later", remindOn: day.on }, nonce, via: "chat", said: day.said });
}

/** Says that somebody has seen what they were asked. @param said - refs of what that was */
export async function sawIt(ports: Ports, at: AtPlan, said: readonly string[], nonce: string): Promise<Message> {
  return store(ports, at, { refs: openOf(at, said), wish: { kind: "seen" }, nonce, via: "chat" });
}

function isWorkingDayOf({ calendar }: Pick<Ports, "calendar">, { plan }: AtPlan): (day: LocalDate) => boolean {
  return (day) => calendar.isWorkingDay(day, plan.settings.holidays);
}

function refsMeant(at: AtPlan, { list, ref }: Meant): readonly string[] {
  if (ref !== undefined) return openOf(at, [ref]);
  if (!list) return openOf(at, []);
  const unanswered = measuresIn(at.plan, list, at.person, at.today).filter((measure) => !isAnsweredSince(measure, instantOf(list.since)));
  return openOf(
    at,
    unanswered.map((measure) => measure.ref),
  );
}

function openOf({ plan, person }: AtPlan, refs: readonly string[]): readonly string[] {
  const open = measuresOf(plan, refs).filter((measure) => !isSettled(measure, plan.scheme) && mayAnswer(person, measure));
  if (open.length === 0) throw new UserError("Nothing of yours waits for an answer here, so there is nothing to put off. Type “mine” for your measures.");
  return open.map(({ ref }) => ref);
}

function ask({ plan, person }: AtPlan, meant: Meant, refs: readonly string[], state: { nonce?: string; date?: string; fault?: string } = {}): Message {
  const onlyLast = plan.matters.arrangements[person.objectId]?.onlyLast === true;
  const card = laterCard({ ...meant, ...state, planTitle: plan.title, plan: plan.id, about: aboutInWords(refs), nonce: state.nonce ?? randomUUID(), onlyLast });
  return { card, alert: "When shall I ask you again?" };
}

interface Wished extends Pick<AskingWish, "refs" | "wish" | "nonce" | "via"> {
  readonly list?: ListToken;
  /** The day they named, where nobody works on it. */
  readonly said?: LocalDate;
}

/** What somebody wishes rests on nothing said before, so it is numbered after whatever was. The same press is stored once (law 4). */
async function store(ports: Ports, at: AtPlan, wished: Wished): Promise<Message> {
  const { refs, wish, via } = wished;
  // Each button of one card is a wish of its own.
  const nonce = `${wished.nonce} ${wish.kind === "later" ? wish.remindOn : wish.kind}`;
  const { objectId } = at.person;
  const before = at.plan.matters.asking[objectId];
  if (before?.lastNonce === nonce) return shown(at, wished);
  const entry: AskingWish = { ...entryBase(ports, at, before?.last, { via, nonce }), refs, wish };
  const outcome = await ports.plans.append(at.plan.id, "asking", entry, wishesWith(before, entry));
  if (outcome.kind === "behind") return store(ports, await readAgainAt(ports, at), wished);
  if (outcome.kind === "stored") ports.log.info("wish stored", { plan: at.plan.id, kind: wish.kind, via });
  return shown(at, wished);
}

function shown({ plan }: AtPlan, { refs, wish, list, said }: Wished): Message {
  const back = list ? cardButton("Back to the list", { verb: "showList", plan: plan.id, list }) : cardButton("My measures", { verb: "say", words: "mine" });
  const heading = wish.kind === "seen" ? "Noted: you have seen it" : `I will ask you again on ${dayInWords(wish.remindOn)}`;
  const lines =
    wish.kind === "seen"
      ? ["I ask nothing more about these today. Your programme manager can see that you know of them; an answer is still owed."]
      : [
          ...(said ? [`Nobody works on ${dayInWords(said)}, so it is the next working day.`] : []),
          "Until then I say nothing of these, but for the last reminder before a date and the first one after it. An answer before then settles it.",
        ];
  const card = replyCard({ planTitle: plan.title, heading, lines: [aboutInWords(refs), ...lines], buttons: [back] });
  return { card, alert: heading };
}

function aboutInWords(refs: readonly string[]): string {
  return refs.length > 12 ? `About ${refs.slice(0, 12).join(", ")} and ${refs.length - 12} more.` : `About ${cutAtWord(refs.join(", "), 300)}.`;
}

function dayInWords(day: LocalDate): string {
  return `${weekdayName(dayOfWeek(day))} ${inWords(day)}`;
}
