import { risksOf } from "../domain/risk.ts";
import { typedRef } from "../domain/typedRef.ts";
import { UserError } from "../domain/userError.ts";
import { composeRisks, showRisk } from "../flows/composeRisks.ts";
import { findArea } from "../flows/knowPeople.ts";
import { addRisk, endRisk } from "../flows/saveRisk.ts";
import type { Call, PlanCommand } from "./command.ts";
import { findMeasure, measuresNamed } from "./findMeasure.ts";
import { fromAsked } from "./fromAsked.ts";
import { whatFollows } from "./whatFollows.ts";

const refAndWords = new RegExp(`^(${typedRef})[:,]?\\s+(.+)$`, "is");
const number = /^R\d{1,5}$/i;

/** The risk log, of an area, a measure, or one risk; `risks all` with those that are closed. */
export const risksCommand: PlanCommand = {
  name: "risks",
  aliases: ["risk log", "risk register"],
  usage: "risks [AREA, REF or all]",
  does: "Open risks with owner and age",
  where: ["personal", "channel"],
  deed: "read",
  unlisted: true,
  takes: whatFollows.areaFrom,
  async run({ ports, rest }, at) {
    const { rest: typed, from } = fromAsked(rest);
    if (number.test(typed)) {
      const risk = risksOf(at.plan).find((one) => one.risk === typed.toUpperCase());
      if (!risk) throw new UserError(`${at.plan.title} has no risk ${typed.toUpperCase()}. Type “risks all” to see every one.`);
      return showRisk(ports, at, risk);
    }
    const words = `risks ${typed}`.trim();
    if (/^all$/i.test(typed)) return composeRisks(at, { all: true, words, from });
    const measures = measuresNamed(at.plan, typed);
    if (typed !== "" && measures.length > 0) return composeRisks(at, { all: true, measures, words, from });
    return composeRisks(at, { ...(typed !== "" && { area: findArea(at.plan, typed) }), words, from });
  },
};

/** `risk 2.1.1-1 Winter vacancies, owner SENCO lead` */
export const riskCommand: PlanCommand = {
  name: "risk",
  usage: "risk REF what could go wrong, owner …, mitigation …",
  does: "Put a risk of a measure into the log",
  where: ["personal"],
  deed: "answer",
  unlisted: true,
  takes: new RegExp(`^(?:R\\d+|${typedRef}[:,]?\\s+\\S.*)$`, "is"),
  run(call, at) {
    const { ports, rest } = call;
    if (number.test(rest)) return risksCommand.run(call, at);
    const [, ref, said] = refAndWords.exec(rest) ?? [];
    if (ref === undefined || said === undefined)
      throw new UserError("Write the measure and what could go wrong, such as “risk 2.1.1-1 Winter vacancies, owner SENCO lead, mitigation agency cover”.");
    return addRisk(ports, at, findMeasure(at.plan, ref).ref, riskSaid(said));
  },
};

/** The owner and what is done about it, where they stand after a comma under their own word. */
function riskSaid(said: string) {
  const [first = "", ...parts] = said.split(/\s*[,;.\n]\s*(?=(?:owner|owned by|mitigation|mitigated by)\b)/i);
  const after = (name: RegExp) =>
    parts
      .find((one) => name.test(one))
      ?.replace(name, "")
      .trim();
  const [owner, mitigation] = [after(/^(?:owner|owned by)\s*(?:is|:)?\s*/i), after(/^(?:mitigation|mitigated by)\s*(?:is|:)?\s*/i)];
  return { words: first.trim(), ...(owner && { owner }), ...(mitigation && { mitigation }) };
}

export const closeRiskCommand: PlanCommand = {
  name: "close risk",
  aliases: ["close"],
  usage: "close R3 because …",
  does: "Close a risk, with the reason",
  where: ["personal"],
  deed: "answer",
  unlisted: true,
  inSentences: false,
  takes: /^R\d+\b/i,
  run: (call, at) => endRisk(call.ports, at, numberIn(call, "close"), "closed", reasonIn(call)),
};

export const reopenRiskCommand: PlanCommand = {
  name: "reopen risk",
  usage: "reopen risk R3 because …",
  does: "Open a closed risk again, with the reason",
  where: ["personal"],
  deed: "answer",
  unlisted: true,
  takes: /^R\d+\b/i,
  run: (call, at) => endRisk(call.ports, at, numberIn(call, "reopen"), "reopened", reasonIn(call)),
};

function numberIn({ rest }: Call, how: string): string {
  const named = /^R\d{1,5}\b/i.exec(rest)?.[0];
  if (!named) throw new UserError(`Write which risk and why, such as “${how} risk R3 because …”. “risks” shows their numbers.`);
  return named;
}

function reasonIn({ rest }: Call): string {
  return rest.replace(/^R\d{1,5}\b[\s,:;.-]*(?:because|since|as)?\s*/i, "");
}
