import { wordsOf } from "./confidential.ts";
import type { DuePhrase } from "./duePhrase.ts";
import { impactOf } from "./impact.ts";
import type { LocalDate } from "./localDate.ts";
import type { Plan } from "./plan.ts";
import type { Rating } from "./ratingScheme.ts";
import { ratingOf } from "./standing.ts";
import { isOverdue } from "./summary.ts";

/** One measure of the plan on a page. */
export interface OnAPageRow {
  readonly ref: string;
  readonly words: string;
  readonly due: DuePhrase;
  readonly overdue: boolean;
  /** Absent where nobody has rated it. */
  readonly progress?: Rating;
  readonly proposedComplete: boolean;
  readonly impact?: Rating;
  /** `Area 1: Long waits` */
  readonly area: string;
  /** Reference and words; absent of a measure that is its action's own. */
  readonly action?: string;
}

/** Every action and measure with progress and impact, in the plan's order. @param area - ref of the only area to show */
export function onAPage(plan: Plan, today: LocalDate, area?: string): OnAPageRow[] {
  const actions = new Map(plan.actions.map((action) => [action.ref, action]));
  return plan.areas
    .filter(({ ref }) => area === undefined || ref === area)
    .flatMap(({ ref: areaRef, title }) =>
      plan.measures
        .filter((measure) => measure.area === areaRef)
        .map((measure): OnAPageRow => {
          const action = measure.ref === measure.action ? undefined : actions.get(measure.action ?? "");
          return {
            ref: measure.ref,
            words: wordsOf(plan, measure),
            due: measure.due,
            overdue: isOverdue(measure, plan.scheme, today),
            progress: ratingOf(measure, plan.scheme),
            proposedComplete: measure.standing?.proposedComplete === true,
            impact: impactOf(measure, plan.scheme),
            area: title === areaRef ? areaRef : `${areaRef}: ${title}`,
            ...(action && { action: `${action.ref} ${action.words}` }),
          };
        }),
    );
}
