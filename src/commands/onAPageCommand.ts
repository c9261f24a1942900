import { onAPageCard } from "../cards/onAPageCard.ts";
import { type OnAPageRow, onAPage } from "../domain/onAPage.ts";
import type { Plan } from "../domain/plan.ts";
import { findArea } from "../flows/knowPeople.ts";
import type { PlanCommand } from "./command.ts";
import { fromAsked } from "./fromAsked.ts";
import { whatFollows } from "./whatFollows.ts";

/** Every action and measure with progress and impact side by side; with a rating, those that have it: `on a page red`. */
export const onAPageCommand: PlanCommand = {
  name: "on a page",
  aliases: ["onepage", "one page", "on-a-page", "plan on a page"],
  usage: "on a page [RATING] [AREA]",
  does: "Every action and measure, progress and impact side by side",
  where: ["personal", "channel"],
  deed: "read",
  takes: whatFollows.ratingOrList,
  async run(call, { plan, today }) {
    const { rest, from } = fromAsked(call.rest);
    const { only, rest: typed } = ratingAsked(plan, rest);
    const area = typed === "" ? undefined : findArea(plan, typed).ref;
    const all = onAPage(plan, today, area);
    const rows = only ? all.filter(only.has) : all;
    const heading = only ? headingOf(rows.length, all, only.words) : counted(all.length);
    return {
      card: onAPageCard({ planTitle: plan.title, heading, asOf: today, rows, from, words: `on a page ${rest}`.trim(), ...(area && { area }) }),
      alert: `${heading}: ${plan.title}`,
    };
  },
};

interface Only {
  readonly words: string;
  has(row: OnAPageRow): boolean;
}

/** A rating of the plan's own, or `complete`, before an area: what a rating means is its kind, not its colour. */
function ratingAsked({ scheme }: Plan, rest: string): { readonly only?: Only; readonly rest: string } {
  const typed = rest.toLowerCase();
  const longestFirst = scheme.ratings.map(({ label }) => label).sort((a, b) => b.length - a.length);
  const label = longestFirst.find((one) => typed === one.toLowerCase() || typed.startsWith(`${one.toLowerCase()} `));
  if (label) return { only: { words: label, has: ({ progress }) => progress?.label === label }, rest: rest.slice(label.length).trim() };
  const [complete] = /^completed?\b/i.exec(rest) ?? [];
  if (complete) return { only: { words: "complete", has: ({ progress }) => progress?.kind === "complete" }, rest: rest.slice(complete.length).trim() };
  // A colour this plan does not use is no area of it either.
  const [colour] = /^(?:red|amber|green|blue|grey|gr[ae]y|pink|black|white|yellow)\b/i.exec(rest) ?? [];
  if (colour) return { only: { words: colour, has: () => false }, rest: rest.slice(colour.length).trim() };
  return { rest };
}

function headingOf(count: number, all: readonly OnAPageRow[], words: string): string {
  if (all.every(({ progress }) => progress === undefined)) return `No status recorded of any of ${counted(all.length)}`;
  return `${count === 0 ? "None" : count} of ${counted(all.length)} ${count === 1 ? "is" : "are"} ${words}`;
}

function counted(measures: number): string {
  return measures === 1 ? "1 measure" : `${measures} measures`;
}
