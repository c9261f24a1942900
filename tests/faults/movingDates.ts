import { datesOf } from "../../src/domain/duePhrase.ts";
import { addDays, inWords } from "../../src/domain/localDate.ts";
import { measuresToAnswer } from "./answering.ts";
import { isDateReceipt } from "./ledger.ts";
import type { Round, SaidOfDate } from "./round.ts";
import { latest, localDay, note, pressAs, type Stage } from "./stage.ts";

const manners = ["once", "once", "repeated", "at two replicas at once", "other words", "behind", "two at once"] as const;

/** A lead asks for another date of a measure: of one with several, for one of them or for all. */
export async function askForDate(stage: Stage, round: Round): Promise<void> {
  const chance = stage.chance.fork();
  const lead = chance.oneOf(round.leads);
  const [manner, reason, nonce, rival] = [chance.oneOf(manners), `Reason ${chance.letters(10)}`, chance.guid(), chance.guid()];
  const date = inWords(addDays(localDay(latest(stage)), 1 + chance.below(40)));
  const measures = await measuresToAnswer(stage, round, lead);
  if (measures.length === 0) return;
  note(stage, `date asked for: ${manner}`);
  const { ref, due, dates } = chance.oneOf(measures);
  const which = chance.oneOf(["all", ...datesOf(due).map(({ on }) => on)]);
  const basis = manner === "behind" ? undefined : dates?.lastChange;
  const form = { verb: "askForDate", plan: round.plan, ref, nonce, basis, which, date, reason };
  const ask = (more: Partial<typeof form> = {}) =>
    tell(stage, round, lead.objectId, { ...form, ...more }, { kind: "request", ref, reason: more.reason ?? reason });

  if (manner === "at two replicas at once") await Promise.all([ask(), ask()]);
  else if (manner === "two at once") await Promise.all([ask(), ask({ nonce: rival, reason: `${reason} rival` })]);
  else await ask();
  if (manner === "repeated") await ask();
  if (manner === "other words") await ask({ reason: `${reason} changed` });
}

/** Whoever waits for a date takes the request back, or the chair decides on it: once, twice, against each other. */
export async function settleDate(stage: Stage, round: Round): Promise<void> {
  const chance = stage.chance.fork();
  const manner = chance.oneOf([
    "decided",
    "decided",
    "decided twice",
    "decided at two replicas at once",
    "two decisions at once",
    "taken back",
    "taken back and decided",
  ] as const);
  const [how, other] = [chance.oneOf(["accept", "accept", "acceptOther", "refuse"] as const), chance.oneOf(["accept", "refuse"] as const)];
  const [reason, nonce, rival] = [`Decision ${chance.letters(10)}`, chance.guid(), chance.guid()];
  const otherDate = inWords(addDays(localDay(latest(stage)), 50 + chance.below(40)));
  const waiting =
    (await stage.store.plans.read(round.plan))?.measures.flatMap(({ ref, dates }) => (dates?.waiting ? [{ ref, request: dates.waiting }] : [])) ?? [];
  if (waiting.length === 0) return;
  note(stage, `request for a date ${manner}`);
  const { ref, request } = chance.oneOf(waiting);
  const of = { plan: round.plan, ref, request: request.id };
  const decide = (its: { how: string; nonce: string; reason: string }) =>
    tell(
      stage,
      round,
      round.chair,
      { verb: "decideDate", ...of, nonce: its.nonce, how: its.how, comment: its.reason, ...(its.how === "acceptOther" && { otherDate }) },
      { kind: "decision", ref, reason: its.reason, answers: request.id },
    );
  const takeBack = () =>
    tell(stage, round, request.by.objectId, { verb: "withdrawDate", ...of, nonce: rival }, { kind: "withdrawal", ref, reason: "", answers: request.id });

  const first = { how, nonce, reason };
  if (manner === "decided at two replicas at once") await Promise.all([decide(first), decide(first)]);
  else if (manner === "two decisions at once") await Promise.all([decide(first), decide({ how: other, nonce: rival, reason: `${reason} rival` })]);
  else if (manner === "taken back and decided") await Promise.all([takeBack(), decide(first)]);
  else await (manner === "taken back" ? takeBack() : decide(first));
  if (manner === "decided twice") await decide(first);
}

/** Notes what was said before it is sent, and whether it was said to be stored. */
async function tell(stage: Stage, round: Round, objectId: string, data: object, said: Omit<SaidOfDate, "thanked">): Promise<void> {
  const kept = { ...said, thanked: false };
  round.saidOfDates.push(kept);
  if (isDateReceipt(await pressAs(stage, objectId, data), kept)) kept.thanked = true;
}
