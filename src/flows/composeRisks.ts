import { days } from "../cards/askInWords.ts";
import { cardButton } from "../cards/cardButton.ts";
import { cutAtWord } from "../cards/cutAtWord.ts";
import { replyCard } from "../cards/replyCard.ts";
import { type RiskRow, risksCard } from "../cards/risksCard.ts";
import { daysBetween, inWords, type LocalDate } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import { mayAnswer } from "../domain/permission.ts";
import type { Area } from "../domain/plan.ts";
import { importedRisks, mayChangeRisk, openRisksOf, type Risk, type RiskChange, risksOf } from "../domain/risk.ts";
import { everMeasuresOf } from "../domain/withdrawn.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";

export interface RisksAsked {
  /** Closed ones too. */
  readonly all?: boolean;
  readonly area?: Area;
  /** Of an action all, else one. */
  readonly measures?: readonly Measure[];
  /** What is typed to see it. */
  readonly words: string;
  /** The first to be shown, from 1. */
  readonly from?: number;
}

/** The risk log: what is open, with owner and age, and what the plan's file says and nobody has taken in. */
export function composeRisks(at: AtPlan, { all, area, measures, words, from }: RisksAsked): Message {
  const { plan, today } = at;
  const wanted = (ref: string) => {
    const measure = everMeasuresOf(plan).find((one) => one.ref === ref);
    return (!area || measure?.area === area.ref) && (!measures || measures.some((one) => one.ref === ref));
  };
  const logged = (all ? risksOf(plan) : openRisksOf(plan)).filter(({ ref }) => wanted(ref));
  const imported = importedRisks(plan).filter(({ ref }) => wanted(ref));
  const open = logged.filter(({ closed }) => !closed).length;
  const heading = open === 0 ? "No risk is open" : open === 1 ? "1 open risk" : `${open} open risks`;
  const about = [
    `As of ${inWords(today)}${area ? `, ${area.title}` : ""}.`,
    imported.length > 0 ? `${imported.length} more in the plan’s file, not taken into the log.` : "",
    logged.length + imported.length === 0
      ? "A lead adds one with “risk”, the measure and what could go wrong; what an update names can be put in with one press."
      : "",
  ];
  const rows = [...logged.map((risk) => rowOf(risk, today)), ...imported.map((measure) => importedRow(at, measure))];
  return {
    card: risksCard({ planTitle: plan.title, heading, about: about.filter(Boolean).join(" "), risks: rows, words, from }),
    alert: `${heading} in ${plan.title}`,
  };
}

/** One risk with its whole history. */
export async function showRisk(ports: Pick<Ports, "plans">, at: AtPlan, risk: Risk): Promise<Message> {
  const { plan, person, openly } = at;
  const history = riskNewsOf(await ports.plans.entries(plan.id, "risks", risk.risk)).toReversed();
  const mayChange = !openly && mayChangeRisk(plan, person, risk);
  const buttons = [
    ...(mayChange ? [cardButton("Change or close it", { verb: "openRisk", plan: plan.id, ref: risk.ref, risk: risk.risk })] : []),
    cardButton("Its measure’s history", { verb: "showHistory", plan: plan.id, ref: risk.ref }),
    cardButton("The risk log", { verb: "say", words: "risks" }),
  ];
  const heading = `Risk ${risk.risk}`;
  const left = history.length - mostRows;
  const lines = [
    ...riskWordsLines(risk),
    ...history.slice(0, mostRows).map((line) => cutAtWord(line, 500)),
    ...(left > 0 ? [`and ${left} older changes, in the export`] : []),
  ];
  return { card: replyCard({ planTitle: plan.title, heading, lines, buttons }), alert: heading };
}

/** So many rows of history a card has room for. */
const mostRows = 10;

/** What the log says of it, line by line. */
export function riskWordsLines({ ref, words, owner, mitigation, closed }: Risk): string[] {
  return [
    `“${words}”`,
    `Of ${ref}${owner ? ` · Owner: ${owner}` : ""}`,
    ...(mitigation ? [`What is done about it: ${mitigation}`] : []),
    ...(closed ? [`Closed on ${inWords(closed.on)} by ${closed.by.name}: ${closed.reason}`] : []),
  ];
}

/** What was said of a risk, one line each, oldest first. */
export function riskNewsOf(changes: readonly RiskChange[]): string[] {
  return changes.map((change) => `${change.by.name}, ${inWords(change.on)}: ${riskChangeInWords(change)}`);
}

/** `raised it: Winter vacancies; owner SENCO lead`, `closed it: two people start in May` */
export function riskChangeInWords({ change }: RiskChange): string {
  if ("reason" in change) return `${change.kind === "closed" ? "closed it" : "opened it again"}: ${change.reason}`;
  const { kind, words, owner, mitigation } = change;
  const more = [owner && `owner ${owner}`, mitigation && `what is done about it: ${mitigation}`].filter(Boolean);
  return `${kind === "raised" ? "raised it" : "changed it"}: ${[words, ...more].join("; ")}`;
}

function rowOf({ risk, ref, words, owner, mitigation, raised, closed }: Risk, today: LocalDate): RiskRow {
  const state = closed ? `closed on ${inWords(closed.on)}` : `open for ${days(daysBetween(raised.on, today))}`;
  return {
    title: `${risk} · ${ref} · ${state}`,
    words,
    lines: [`Owner: ${owner ?? "nobody named"}`, ...(mitigation ? [`What is done about it: ${mitigation}`] : [])],
    press: cardButton(`Open ${risk}`, { verb: "say", words: `risks ${risk}` }),
  };
}

function importedRow({ plan, person, openly }: AtPlan, { ref, risk = "", leads, ...measure }: Measure): RiskRow {
  const mayTake = !openly && mayAnswer(person, { ref, leads, ...measure });
  return {
    title: `${ref} · as imported, not in the log`,
    words: risk,
    lines: [`Led by: ${leads.join(", ") || "nobody named"}`, ...(mayTake ? ["Press to take it into the log."] : [])],
    press: mayTake
      ? cardButton(`Take the risk of ${ref} into the log`, { verb: "openRisk", plan: plan.id, ref })
      : cardButton(`History of ${ref}`, { verb: "showHistory", plan: plan.id, ref }),
  };
}
