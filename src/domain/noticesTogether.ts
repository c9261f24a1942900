import type { Mark, Notice } from "./delivery.ts";
import type { LocalDate } from "./localDate.ts";
import { measuresAtOnce, type OwedNotice, owedNotice, together } from "./noticesOwed.ts";
import type { ObjectId, Plan } from "./plan.ts";

/** Something to be told, and the mark that says it was. */
export interface Owing<T> {
  readonly of: T;
  readonly mark: Mark;
}

/** One notice a person with all that is owed to them, as far as a transaction has room for its marks. */
export function noticesTogether<T>(
  plan: Plan,
  today: LocalDate,
  owing: ReadonlyMap<ObjectId, readonly Owing<T>[]>,
  notice: (to: ObjectId, some: T[]) => Notice,
): OwedNotice[] {
  return [...owing].flatMap(([to, all]) => {
    const found: OwedNotice[] = [];
    for (let from = 0; from < all.length; from += measuresAtOnce) {
      const some = all.slice(from, from + measuresAtOnce);
      const itsMarks = some.map(({ mark }) => mark);
      const told = some.map(({ of }) => of);
      found.push(owedNotice(plan.id, today, itsMarks, notice(to, told)));
    }
    return together(found);
  });
}
