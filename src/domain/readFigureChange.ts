import { readComingDate } from "./askedDate.ts";
import { readQuantity } from "./challenge/quantity.ts";
import { lastDate } from "./duePhrase.ts";
import { type FigurePlace, type FigureSaid, isDay, ownSteps } from "./figureChange.ts";
import { inWords, type LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";
import { figureAt } from "./mergeFigures.ts";
import type { Plan } from "./plan.ts";
import { sameWords } from "./sameWords.ts";
import { baselineOf, trajectoryOf } from "./trajectory.ts";

/** What somebody wants a measure's figures to be, or what to say to whoever typed it. */
export type FiguresRead = { readonly kind: "read"; readonly said: readonly FigureSaid[] } | { readonly kind: "fault"; readonly sentence: string };

/** Longer ones are no figures. */
export const longestFigure = 100;

const part = /^(baseline|target|trajectory|milestone)\s*(?:is|are|of|to|now|=|:)?\s*(.+)$/is;
const between = /\s*(?:[,;\n]|\band\b)\s*(?=(?:baseline|target|trajectory|milestone)\b)/i;
const by = /^(.*\S)\s+(?:by|for|on|until|at)\s+(?:the )?(\D*\d.*|(?:end of )?[a-z]+ ?\d*)$/is;

/**
 * Reads figures as they are said: `baseline 177 weeks`, `target 13 weeks by March 2024`, several with commas between.
 * A target without a day is that of the measure's last date. `none` takes a figure away.
 */
export function readFigureChange(typed: string, measure: Measure, plan: Pick<Plan, "measures">, today: LocalDate): FiguresRead {
  const said: FigureSaid[] = [];
  for (const words of typed.trim().split(between)) {
    const [, name = "", rest = ""] = part.exec(words.trim()) ?? [];
    if (name === "") return fault(`I could not read “${words.trim()}” as a figure. Write for example “baseline 177 weeks” or “target 13 weeks by March 2024”.`);
    const [, figure = rest, day] = (!/^baseline$/i.test(name) && by.exec(rest)) || [];
    const place = /^baseline$/i.test(name) ? "baseline" : day === undefined ? lastPlace(measure) : readDay(day, plan, today);
    if (place === undefined) return fault(`“${day}” could not be read as a day. Write for example “target 13 weeks by March 2024”.`);
    const read = figureSaidAt(measure, place, figure);
    if (read.kind === "fault") return read;
    said.push(...read.said);
  }
  return said.length > 0 ? { kind: "read", said } : fault("Nothing of that is new: these are the figures that count already.");
}

/** One figure put into its place. @returns nothing said where it is what counts already */
export function figureSaidAt(measure: Measure, place: FigurePlace, typed: string): FiguresRead {
  const to = typed.trim().replace(/[.,;]+$/, "");
  const before = figureInForce(measure, place);
  if (sameWords(to, before ?? "")) return { kind: "read", said: [] };
  const ofDue = isDay(place) && ownSteps(measure.due).includes(place);
  const said = { place, ...(before !== undefined && { before }), ...(ofDue && { ofDue }) };
  if (to === "" || /^(?:none|nothing|no|-|–)$/i.test(to)) return { kind: "read", said: before === undefined ? [] : [said] };
  if (to.length > longestFigure) return fault(`A figure has at most ${longestFigure} characters; “${to.slice(0, 40)}…” has ${to.length}.`);
  if (!readQuantity(to)) return fault(`“${to}” has no number. Write a number and what it counts, such as “13 weeks”, “64%” or “154 of 190”.`);
  return { kind: "read", said: [{ ...said, to }] };
}

/** What counts now. */
export function figureInForce(measure: Measure, place: FigurePlace): string | undefined {
  if (place === "baseline") return baselineOf(measure);
  const further = measure.trajectory?.find(({ on }) => on === place)?.target;
  return further ?? figureAt(measure, place) ?? trajectoryOf(measure).find(({ on }) => (on ?? "target") === place)?.target;
}

/** `target 13 weeks by 31 March 2024 (before: 15 weeks)`, `baseline taken away (before: 177 weeks)` */
export function figureSaidInWords({ place, to, before }: FigureSaid): string {
  const day = isDay(place) ? ` by ${inWords(place)}` : "";
  const name = place === "baseline" ? "baseline" : "target";
  return `${to === undefined ? `${name}${day} taken away` : `${name} ${to}${day}`}${before === undefined ? "" : ` (before: ${before})`}`;
}

/** Where a target goes that names no day. */
function lastPlace({ due }: Measure): FigurePlace {
  return ownSteps(due).at(-1) ?? "target";
}

function readDay(words: string, plan: Pick<Plan, "measures">, today: LocalDate): LocalDate | undefined {
  return lastDate(readComingDate(words.trim(), plan, today));
}

function fault(sentence: string): { readonly kind: "fault"; readonly sentence: string } {
  return { kind: "fault", sentence };
}
