import { randomUUID } from "node:crypto";
import type { CardAction } from "../cards/cardAction.ts";
import { cardButton } from "../cards/cardButton.ts";
import { formCard } from "../cards/formCard.ts";
import { leaveOn, leavesFrom } from "../domain/arrangement.ts";
import { type LocalDate, parseLocalDate } from "../domain/localDate.ts";
import { may } from "../domain/permission.ts";
import type { ObjectId } from "../domain/plan.ts";
import { leaveSaid } from "../domain/said/leaveSaid.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import { arrange, type Said, undoArrangement, withoutLeave } from "./arrange.ts";
import type { AtPlan } from "./atPlan.ts";
import { type PersonTyped, personFields, readPerson } from "./choosePerson.ts";
import { cancelButtons, composeArrangement, leaveTold } from "./composeArrangement.ts";
import { type Named, namesOf } from "./findPerson.ts";

interface Leave extends PersonTyped {
  /** Whose; their own where nobody is named. */
  readonly person?: ObjectId;
  /** A day as `2022-12-01`. */
  readonly from?: string;
  readonly to?: string;
  readonly faults?: { readonly from?: string; readonly to?: string; readonly who?: string };
  readonly nonce?: string;
  /** What was typed, where it was not understood wholly. */
  readonly words?: string;
}

/** The form for leave and handing over, with what is arranged already or was typed so far. @throws UserError for somebody else's leave, of who manages nothing */
export async function openLeave(ports: Ports, at: AtPlan, leave: Leave): Promise<Message> {
  const person = whoseLeave(at, leave.person);
  const { plan } = at;
  const nameOf = await namesOf(ports);
  const arrangement = plan.matters.arrangements[person];
  const leaves = arrangement ? leavesFrom(arrangement, at.today) : [];
  const [away] = leaves;
  const isEmpty = !leave.from && !leave.to && !leave.who && !leave.whoElse;
  const { from, to, who, whoElse, faults = {} } = isEmpty && away ? { ...leave, from: away.from, to: away.to, who: away.deputy } : leave;
  const own = person === at.person.objectId;
  const heading = own ? "Away or handing over" : `${nameOf(person)}: away or handing over`;
  const card = formCard({
    planTitle: plan.title,
    heading,
    lines: [
      ...(leave.words ? [`You typed: ${leave.words}`] : []),
      ...leaves.map((one) => `Arranged so far: away ${leaveTold(one, nameOf)}. Days that fall into it take its place.`),
      "Whoever stands in is asked in these days and may read the plan and answer. Without anybody, nobody is asked until the last day is over.",
    ],
    fields: [
      { kind: "date", id: "from", label: "First day away", value: from ?? at.today, fault: faults.from },
      { kind: "date", id: "to", label: "Last day away; empty when handing over for good", value: to, fault: faults.to },
      ...(await personFields(ports, plan, "Who is asked instead?", { who, whoElse, fault: faults.who }, person)),
    ],
    go: [cardButton("Save", { verb: "saveLeave", plan: plan.id, nonce: leave.nonce ?? randomUUID(), ...(leave.person && { person: leave.person }) })],
    buttons: [
      ...cancelButtons(plan.id, person, leaves),
      own ? cardButton("Back to my measures", { verb: "say", words: "mine" }) : cardButton("See all people", { verb: "say", words: "people" }),
    ],
  });
  return { card, alert: heading };
}

/** Keeps a leave as the form says; what cannot be taken brings the form back with all of it. @throws UserError as `openLeave` does */
export async function saveLeave(ports: Ports, at: AtPlan, form: Extract<CardAction, { verb: "saveLeave" }>): Promise<Message> {
  const person = whoseLeave(at, form.person);
  const from = parseLocalDate(form.from ?? "");
  const to = parseLocalDate(form.to ?? "");
  const deputy = await readPerson(ports, at.plan, form);
  const faults = {
    ...(!from && { from: "Choose the first day." }),
    ...faultOfEnd(at, from, form.to ? (to ?? "unread") : undefined, deputy),
    ...faultOfDeputy(person, deputy),
  };
  if (!from || typeof deputy === "string" || Object.keys(faults).length > 0) return openLeave(ports, at, { ...form, faults });
  return store(ports, at, person, { from, to, deputy }, { nonce: form.nonce, via: "card" });
}

function faultOfEnd({ today }: AtPlan, from: LocalDate | undefined, to: LocalDate | "unread" | undefined, deputy: Named | string | undefined): { to?: string } {
  if (to === "unread") return { to: "Choose the last day, or leave it empty." };
  if (to === undefined) return deputy === undefined ? { to: "Say until when, or who is asked instead." } : {};
  if (to < today) return { to: "This day has gone by." };
  return from && to < from ? { to: "The last day is before the first." } : {};
}

function faultOfDeputy(person: ObjectId, deputy: Named | string | undefined): { who?: string } {
  if (typeof deputy === "string") return { who: deputy };
  return deputy?.objectId === person ? { who: "Somebody else must stand in." } : {};
}

/**
 * Keeps a leave as somebody wrote it. Where the days or the person are in doubt the form asks, with what was understood.
 *
 * @param whose - somebody else, for whom a programme manager says it
 * @param deputy - mentioned; else the words may name one
 * @throws UserError as `openLeave` does
 */
export async function leaveInWords(
  ports: Ports,
  at: AtPlan,
  words: string,
  said: Said & { readonly whose?: Named; readonly deputy?: Named; readonly whom?: string },
): Promise<Message> {
  const person = whoseLeave(at, said.whose?.objectId);
  const { from, to, forGood, whom = said.whom } = leaveSaid(words, at.today);
  const found = said.deputy ?? (whom === undefined ? undefined : await readPerson(ports, at.plan, { whoElse: whom }));
  const deputy = typeof found === "object" ? found : undefined;
  const faults = { ...faultOfEnd(at, from, to, deputy), ...faultOfDeputy(person, found) };
  const isCertain = from !== undefined && (to !== undefined || (forGood && deputy !== undefined)) && Object.keys(faults).length === 0;
  if (isCertain) return store(ports, at, person, { from, to, deputy }, said);
  const typed = { from, to, who: deputy?.objectId, whoElse: deputy ? undefined : whom, words };
  return openLeave(ports, at, { ...typed, ...(said.whose && { person }), faults: typeof found === "string" ? { who: found } : {} });
}

/** They are there again: the leave under way and a pause end. One that lies ahead stays, with a way to cancel it. */
export async function comeBack(ports: Ports, at: AtPlan, said: Said): Promise<Message> {
  const { objectId } = at.person;
  const arrangement = at.plan.matters.arrangements[objectId];
  const pausedUntil = arrangement?.pausedUntil;
  const wasAway = arrangement !== undefined && leaveOn(arrangement, at.today) !== undefined;
  if (!wasAway && !(pausedUntil && pausedUntil > at.today)) {
    if (arrangement && leavesFrom(arrangement, at.today).length > 0) return openLeave(ports, at, {});
    return { text: "Welcome back. You were not away as far as I know, so you are asked as usual.", alert: "Welcome back" };
  }
  const arranged = await arrange(ports, at, objectId, { kind: wasAway ? "back" : "resume" }, said);
  if (wasAway && pausedUntil) await arrange(ports, at, objectId, { kind: "resume" }, { ...said, nonce: `${said.nonce} resume` });
  return composeArrangement(at, arranged, await namesOf(ports));
}

/** Nobody asks them before a day. @throws UserError for a day that has gone by, or somebody else's reminders, of who manages nothing */
export async function pauseUntil(ports: Ports, at: AtPlan, until: LocalDate, said: Said & { readonly whose?: Named }): Promise<Message> {
  if (until <= at.today) throw new UserError("Write a day that is still ahead, such as: pause until 1 February.");
  const arranged = await arrange(ports, at, whoseLeave(at, said.whose?.objectId), { kind: "pause", until }, said);
  return composeArrangement(at, arranged, await namesOf(ports));
}

/** @throws UserError where something else was arranged since, or it is not theirs */
export async function undoLeave(ports: Ports, at: AtPlan, press: Extract<CardAction, { verb: "undoArrangement" }>): Promise<Message> {
  const arranged = await undoArrangement(ports, at, whoseLeave(at, press.person), press.row, { nonce: press.nonce, via: "card" });
  return composeArrangement(at, arranged, await namesOf(ports), true);
}

/** One leave is off; the others stay. @throws UserError where there is none that begins then, or it is not theirs */
export async function cancelLeave(ports: Ports, at: AtPlan, press: Extract<CardAction, { verb: "cancelLeave" }>): Promise<Message> {
  const arranged = await withoutLeave(ports, at, whoseLeave(at, press.person), press.from, { nonce: press.nonce, via: "card" });
  return composeArrangement(at, arranged, await namesOf(ports));
}

async function store(ports: Ports, at: AtPlan, person: ObjectId, leave: { from: LocalDate; to?: LocalDate; deputy?: Named }, said: Said): Promise<Message> {
  const { from, to, deputy } = leave;
  const arranged = await arrange(ports, at, person, { kind: "away", from, ...(to && { to }), ...(deputy && { deputy: deputy.objectId }) }, said);
  const names = await namesOf(ports);
  return composeArrangement(at, arranged, (id) => (id === deputy?.objectId ? (deputy.name ?? names(id)) : names(id)));
}

function whoseLeave({ person }: AtPlan, whose: ObjectId | undefined): ObjectId {
  if (whose !== undefined && whose !== person.objectId && !may(person, "manage"))
    throw new UserError("Only the plan's programme manager can arrange that for somebody else.");
  return whose ?? person.objectId;
}
