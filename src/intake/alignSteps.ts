import { type DuePhrase, datesOf, type Milestone } from "../domain/duePhrase.ts";
import { day, lastDayOfMonth } from "../domain/localDate.ts";
import { type DueContext, planYears, readDuePhrase } from "../domain/readDuePhrase.ts";
import { splitLeads } from "./splitLeads.ts";

export interface Aligned {
  /** Every lead of the row, once each. */
  readonly leads: readonly string[];
  readonly due: DuePhrase;
}

/**
 * Reads a row whose cells run line by line: the second lead and the second step belong to the second date.
 *
 * Lines are paired only where their numbers agree. Leads as many as dates lead their own step each (`Milestone.leads`);
 * with one date, or another number of dates, all lead all. Where another cell has as many bullets (or lines) as there are
 * dates, its words name the steps that have no label. Nothing is paired when a line cannot be read: the cell is then read as a whole.
 *
 * @param otherCells - the row's cells that may list the steps, in the order of the columns; the last with the right number counts
 * @param split - the leads of one line; by default each is judged by itself
 */
export function alignSteps(
  leadsCell: string,
  dueCell: string,
  otherCells: readonly string[],
  { context = {}, split = splitLeads }: { readonly context?: DueContext; readonly split?: (cell: string) => readonly string[] } = {},
): Aligned {
  const due = readDuePhrase(dueCell, context);
  const leadLines = linesOf(leadsCell);
  const leads = split(leadsCell);
  const dueLines = linesOf(dueCell);
  if (due.kind !== "milestones" || dueLines.length < 2) return { leads, due };

  const labels = otherCells.map(bulletsOf).findLast((bullets) => bullets.length === dueLines.length);
  const ownLeads = leadLines.length === dueLines.length;
  const years = planYears(dueLines) ?? context.years;
  const steps = dueLines.map((line) => stepsOf(readDuePhrase(line, years && { years })));
  if (steps.some((its) => its.length === 0) || steps.flat().length !== due.steps.length) return { leads, due };

  const aligned = steps.flatMap((its, at): Milestone[] =>
    its.map((step) => {
      const label = labels?.[at];
      return { ...step, ...(label && !step.label && { label }), ...(ownLeads && { leads: split(leadLines[at] ?? "") }) };
    }),
  );
  return { leads, due: { ...due, steps: aligned.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)) } };
}

/** `October onwards` among dated steps is a start to be made by the end of October. */
function stepsOf(due: DuePhrase): readonly Milestone[] {
  if (due.kind === "startOnly") {
    const [year = 0, month = 0, date] = due.from.split("-").map(Number);
    return [{ on: date === 1 ? lastDayOfMonth(year, month) : day(due.from) }];
  }
  return datesOf(due).map(({ on, label, target }) => ({ on, ...(label && { label }), ...(target && { target }) }));
}

function linesOf(cell: string): string[] {
  return cell
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The bullets of a list, without the lines around it; all lines of a cell that has no bullets. */
function bulletsOf(cell: string): string[] {
  const lines = linesOf(cell);
  const bullets = lines.filter((line) => /^[•·●▪*-]/.test(line));
  return (bullets.length > 0 ? bullets : lines).map((line) => line.replace(/^[•·●▪*-]\s*/, ""));
}
