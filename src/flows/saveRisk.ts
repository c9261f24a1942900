import { randomUUID } from "node:crypto";
import type { CardAction } from "../cards/cardAction.ts";
import { cardButton } from "../cards/cardButton.ts";
import type { ListToken } from "../cards/listToken.ts";
import { replyCard } from "../cards/replyCard.ts";
import { type RiskFaults, riskFormCard, type TypedRisk } from "../cards/riskFormCard.ts";
import { longestHelp } from "../domain/answerForm.ts";
import { wordsOf } from "../domain/confidential.ts";
import type { Measure } from "../domain/measure.ts";
import { mayAnswer } from "../domain/permission.ts";
import { nextRisk, type Risk, type RiskChange, type RiskWords, riskAfter, risksOf, riskWith, sameRisk } from "../domain/risk.ts";
import { UserError } from "../domain/userError.ts";
import { everMeasuresOf } from "../domain/withdrawn.ts";
import type { Message, Ports } from "../ports.ts";
import { type AtPlan, readAgainAt } from "./atPlan.ts";
import { riskNewsOf, riskWordsLines } from "./composeRisks.ts";
import { entryBase } from "./entryBase.ts";
import { sameContent } from "./sameContent.ts";

type SaveRisk = Extract<CardAction, { verb: "saveRisk" }>;
type Saved = { readonly change: RiskChange["change"]; readonly nonce: string; readonly via: RiskChange["via"] };

const longestOwner = 200;

/** The form of a risk, or of a new one with what the plan's file says. @throws UserError where it is not this person's to write */
export function openRisk(at: AtPlan, { ref, risk: number }: { readonly ref: string; readonly risk?: string }): Message {
  const risk = number === undefined ? undefined : findRisk(at, number);
  const measure = measureOfRisk(at, risk?.ref ?? ref);
  const { words, owner = "", mitigation = "" } = risk ?? { words: measure.risk ?? "", owner: measure.leads.join(", ") };
  return formOf(at, measure, risk, { words, owner, mitigation, reason: "" });
}

/** Puts what an update named into the log. Pressed again, it says under which number it stands. @throws UserError as `openRisk` does */
export async function logRisk(ports: Ports, at: AtPlan, press: Extract<CardAction, { verb: "logRisk" }>): Promise<Message> {
  const { ref, update, nonce, list } = press;
  const measure = measureOfRisk(at, ref);
  const known = risksOf(at.plan).find((risk) => risk.ref === ref && risk.update === update);
  if (known) return receiptFor(at, measure, known, "stands in the log", list);
  const named = (await ports.plans.history(at.plan.id, ref)).find(({ id }) => id === update);
  if (!named?.risk) throw new UserError(`That update of ${ref} names no risk. Write “risk ${ref}” and what could go wrong.`);
  const { risk: words, mitigation } = named;
  return raise(ports, at, measure, { words, owner: measure.leads.join(", ").slice(0, longestOwner), mitigation, update }, { nonce, via: "card" }, list);
}

/** Adds a risk as somebody says it. @throws UserError for words that are too long, and as `openRisk` does */
export async function addRisk(ports: Ports, at: AtPlan, ref: string, said: RiskWords): Promise<Message> {
  const measure = measureOfRisk(at, ref);
  const [fault] = Object.values(faultsIn({ words: said.words, owner: said.owner ?? "", mitigation: said.mitigation ?? "", reason: "" }));
  if (fault) throw new UserError(fault);
  const known = risksOf(at.plan).find((risk) => risk.ref === ref && !risk.closed && sameRisk(risk.words, said.words));
  if (known) return receiptFor(at, measure, known, "stands in the log already");
  return raise(ports, at, measure, { ...said, owner: said.owner ?? measure.leads.join(", ").slice(0, longestOwner) }, { nonce: randomUUID(), via: "chat" });
}

/** Closes a risk or opens it again, as somebody says it. @throws UserError without a reason, and as `openRisk` does */
export async function endRisk(ports: Ports, at: AtPlan, number: string, kind: "closed" | "reopened", reason: string): Promise<Message> {
  const risk = findRisk(at, number);
  const measure = measureOfRisk(at, risk.ref);
  const how = kind === "closed" ? "close" : "reopen";
  if (reason.trim() === "") throw new UserError(`Say why, such as “${how} risk ${risk.risk} because …”.`);
  if (reason.trim().length > longestHelp) throw new UserError(`The reason has ${reason.trim().length} characters; ${longestHelp} is the most.`);
  if ((risk.closed !== undefined) === (kind === "closed")) return receiptFor(at, measure, risk, `is ${kind === "closed" ? "closed" : "open"} already`);
  const outcome = await append(ports, at, risk, { change: { kind, reason: reason.trim() }, nonce: randomUUID(), via: "chat" });
  if (!outcome) throw new UserError(`Somebody changed ${risk.risk} at the same moment. Type “risks ${risk.risk}” and try again.`);
  return receiptFor(at, measure, outcome, doneInWords(kind));
}

/** Stores what the form says (law 4). A fault, or a change since it was opened, brings it back with all that was typed. @throws UserError as `openRisk` does */
export async function saveRisk(ports: Ports, at: AtPlan, form: SaveRisk): Promise<Message> {
  const { nonce, how } = form;
  const named = form.risk === undefined ? undefined : findRisk(at, form.risk);
  const measure = measureOfRisk(at, named?.ref ?? form.ref);
  const typed = { words: form.words ?? "", owner: form.owner ?? "", mitigation: form.mitigation ?? "", reason: form.reason ?? "" };
  const faults = faultsIn(typed, how);
  if (Object.keys(faults).length > 0) return formOf(at, measure, named && { ...named, last: form.basis ?? named.last }, typed, { faults, nonce });
  const said = { words: typed.words.trim(), owner: typed.owner.trim(), mitigation: typed.mitigation.trim() };
  if (named) return saveKnown(ports, at, measure, named, { form, typed, said });
  const raised = risksOf(at.plan).find((one) => one.raised.nonce === nonce);
  if (!raised) return raise(ports, at, measure, said, { nonce, via: "card" });
  if (await wasRaisedAs(ports, at, raised, said)) return receiptFor(at, measure, raised, "is in the log");
  const sentence = `This was sent before with other words, and those are in the log as ${raised.risk}. Save again to put these in their place.`;
  return formOf(at, measure, raised, typed, { news: { sentence, lines: riskWordsLines(raised) } });
}

async function saveKnown(
  ports: Ports,
  at: AtPlan,
  measure: Measure,
  risk: Risk,
  { form, typed, said }: { readonly form: SaveRisk; readonly typed: TypedRisk; readonly said: RiskWords },
): Promise<Message> {
  const { nonce, how } = form;
  const kind = how === "save" ? "changed" : how === "close" ? "closed" : "reopened";
  const change: RiskChange["change"] = kind === "changed" ? { kind: "changed", ...said } : { kind, reason: typed.reason.trim() };
  const history = await ports.plans.entries(at.plan.id, "risks", risk.risk);
  const isAgain = (row: RiskChange) => row.nonce === nonce && row.by.objectId === at.person.objectId && sameContent(row.change, change);
  if (history.some(isAgain)) return receiptFor(at, measure, risk, doneInWords(kind));
  const isBehind = form.basis !== risk.last;
  if (!isBehind && kind !== "changed" && !saysTheSame(risk, said)) {
    const faults = { words: `You changed what it says as well. Save that first, then ${kind === "closed" ? "close it" : "open it again"}.` };
    return formOf(at, measure, risk, typed, { faults, nonce });
  }
  const outcome = isBehind ? undefined : await append(ports, at, risk, { change, nonce, via: "card" });
  if (outcome) return receiptFor(at, measure, outcome, doneInWords(kind));
  const now = await ports.plans.entries(at.plan.id, "risks", risk.risk);
  const sentence = `${risk.risk} was changed after this form was opened. Nothing you typed is lost: look at it, then press again if yours still holds.`;
  return formOf(at, measure, riskAfter(now) ?? risk, typed, { news: { sentence, lines: riskNewsOf(now.filter(({ id }) => id > (form.basis ?? ""))) } });
}

/** Whatever was changed of it since. */
async function wasRaisedAs(ports: Ports, { plan }: AtPlan, { risk }: Risk, said: RiskWords): Promise<boolean> {
  const [first] = await ports.plans.entries(plan.id, "risks", risk);
  return first?.change.kind === "raised" && saysTheSame(first.change, said);
}

function saysTheSame(risk: RiskWords, { words, owner, mitigation }: RiskWords): boolean {
  return risk.words === words && (risk.owner ?? "") === owner && (risk.mitigation ?? "") === mitigation;
}

/** Of two who raise one at the same moment the second takes the next number. */
async function raise(
  ports: Ports,
  at: AtPlan,
  measure: Measure,
  said: RiskWords & { readonly update?: string },
  { nonce, via }: Pick<Saved, "nonce" | "via">,
  list?: ListToken,
): Promise<Message> {
  let place = at;
  for (let tries = 0; tries < 5; tries++) {
    const risk = nextRisk(place.plan);
    const row = rowOf(ports, at, risk, undefined, { change: { kind: "raised", ref: measure.ref, ...said }, nonce, via });
    const standing = riskWith(undefined, row);
    if (!standing) throw new Error("a risk that was raised has no standing");
    const outcome = await ports.plans.append(at.plan.id, "risks", row, standing);
    if (outcome.kind === "stored") ports.log.info("risk raised", { plan: at.plan.id, ref: measure.ref, risk });
    if (outcome.kind === "repeated" && !sameContent(outcome.earlier.change, row.change))
      throw new UserError(`This was sent before with other words, and those are in the log as ${risk}.`);
    if (outcome.kind !== "behind") return receiptFor(at, measure, standing, "is in the log now", list);
    place = await readAgainAt(ports, place);
  }
  throw new UserError("Several risks were added at the same moment. Please try again.");
}

/** @returns undefined where somebody else was first */
async function append(ports: Ports, at: AtPlan, risk: Risk, saved: Saved): Promise<Risk | undefined> {
  const row = rowOf(ports, at, risk.risk, risk.last, saved);
  const standing = riskWith(risk, row);
  const outcome = standing && (await ports.plans.append(at.plan.id, "risks", row, standing));
  if (outcome?.kind === "behind" || (outcome?.kind === "repeated" && !sameContent(outcome.earlier.change, saved.change))) return undefined;
  ports.log.info("risk changed", { plan: at.plan.id, risk: risk.risk, kind: saved.change.kind });
  return standing;
}

function rowOf(ports: Ports, at: AtPlan, risk: string, last: string | undefined, saved: Saved): RiskChange {
  return { ...entryBase(ports, at, last, saved), risk, change: saved.change };
}

const unwanted = "A reason is for closing it or opening it again. Press that, or empty this box to save the rest.";

function faultsIn({ words, owner, mitigation, reason }: TypedRisk, how: SaveRisk["how"] = "save"): RiskFaults {
  const tooLong = (typed: string, most: number) =>
    typed.trim().length > most ? `This has ${typed.trim().length} characters; ${most} is the most.` : undefined;
  const needed = how !== "save" && reason.trim() === "" ? "Say why." : undefined;
  const faults = {
    words: words.trim() === "" ? "Say what could go wrong." : tooLong(words, longestHelp),
    owner: tooLong(owner, longestOwner),
    mitigation: tooLong(mitigation, longestHelp),
    reason: needed ?? tooLong(reason, longestHelp) ?? (how === "save" && reason.trim() !== "" ? unwanted : undefined),
  };
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined));
}

function findRisk({ plan }: AtPlan, number: string): Risk {
  const risk = risksOf(plan).find((one) => one.risk === number.toUpperCase());
  if (!risk) throw new UserError(`${plan.title} has no risk ${number.toUpperCase()}. Type “risks all” to see every one.`);
  return risk;
}

function measureOfRisk({ plan, person }: AtPlan, ref: string): Measure {
  const measure = everMeasuresOf(plan).find((one) => one.ref === ref);
  if (!measure) throw new UserError(`${ref} is not in ${plan.title} any more. Type “risks” to see the log.`);
  if (!mayAnswer(person, measure))
    throw new UserError(
      `Risks of ${ref} are written by its leads (${measure.leads.join(" and ") || "nobody yet"}), the area’s senior responsible officer and the programme manager.`,
    );
  return measure;
}

type FormState = { readonly faults?: RiskFaults; readonly nonce?: string; readonly news?: { readonly sentence: string; readonly lines: readonly string[] } };

function formOf({ plan }: AtPlan, measure: Measure, risk: Risk | undefined, typed: TypedRisk, { nonce = randomUUID(), ...state }: FormState = {}): Message {
  const { ref } = measure;
  const known = risk && { risk: risk.risk, last: risk.last, isClosed: risk.closed !== undefined };
  const card = riskFormCard({
    planTitle: plan.title,
    plan: plan.id,
    ref,
    measure: wordsOf(plan, measure),
    ...(known && { risk: known }),
    typed,
    nonce,
    ...state,
  });
  return { card, alert: risk ? `Risk ${risk.risk}` : `A new risk of ${ref}` };
}

function doneInWords(kind: RiskChange["change"]["kind"]): string {
  return { raised: "is in the log now", changed: "was changed", closed: "is closed", reopened: "is open again" }[kind];
}

function receiptFor({ plan }: AtPlan, measure: Measure, risk: Risk, did: string, list?: ListToken): Message {
  const heading = `Risk ${risk.risk} ${did}`;
  const buttons = [
    cardButton("Change or close it", { verb: "openRisk", plan: plan.id, ref: measure.ref, risk: risk.risk }),
    list ? cardButton("Back to the list", { verb: "showList", plan: plan.id, list }) : cardButton("The risk log", { verb: "say", words: "risks" }),
  ];
  return { card: replyCard({ planTitle: plan.title, heading, lines: riskWordsLines(risk), buttons }), alert: heading };
}
