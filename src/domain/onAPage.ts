import { wordsOf } from "./confidential.ts";
import type { DuePhrase } from "./duePhrase.ts";
import { impactOf } from "./impact.ts";
import type { LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";
import type { Plan } from "./plan.ts";
import type { Rating } from "./ratingScheme.ts";
import { ratingOf } from "./standing.ts";
import { isOverdue } from "./summary.ts";

/** One measure of the plan on a page. */
export interface OnAPageRow extends Omit<Placed, "measure"> {
  readonly ref: string;
  readonly words: string;
  readonly due: DuePhrase;
  readonly overdue: boolean;
  /** Absent where nobody has rated it. */
  readonly progress?: Rating;
  readonly proposedComplete: boolean;
  readonly impact?: Rating;
}

/** A measure below what it belongs to. */
interface Placed {
  readonly measure: Measure;
  /** `Area 1: Long waits` */
  readonly area: string;
  /** Reference and words; absent of a measure that is its action's own. */
  readonly action?: string;
}

/** Every action and measure with progress and impact, in the plan's order. @param area - ref of the only area to show */
export function onAPage(plan: Plan, today: LocalDate, area?: string): OnAPageRow[] {
  return inOrder(plan, area).map(({ measure, ...place }) => ({
    ...place,
    ref: measure.ref,
    words: wordsOf(plan, measure),
    due: measure.due,
    overdue: isOverdue(measure, plan.scheme, today),
    progress: ratingOf(measure, plan.scheme),
    proposedComplete: measure.standing?.proposedComplete === true,
    impact: impactOf(measure, plan.scheme),
  }));
}

/** A plan's measures area by area. @param area - ref of the only one */
export function inOrder({ areas, actions, measures }: Plan, area?: string): Placed[] {
  const byRef = new Map(actions.map((action) => [action.ref, action]));
  const byArea = Map.groupBy(measures, (measure) => measure.area);
  return areas
    .filter(({ ref }) => area === undefined || ref === area)
    .flatMap(({ ref, title }) =>
      (byArea.get(ref) ?? []).map((measure): Placed => {
        const action = measure.ref === measure.action ? undefined : byRef.get(measure.action ?? "");
        return { measure, area: title === ref ? ref : `${ref}: ${title}`, ...(action && { action: `${action.ref} ${action.words}` }) };
      }),
    );
}
