import type { Instant } from "../domain/localDate.ts";
import type { PlanId } from "../domain/plan.ts";
import type { PlanEntry } from "../ports.ts";
import { valuesOf } from "./planRows.ts";
import { keyOf, type Row, rangeUnder } from "./rows.ts";
import { changeRow, type Table } from "./table.ts";

/** `changedAt` is absent until the first import has landed; until then nobody is told of the plan. */
export type Listed = Omit<PlanEntry, "changedAt"> & { readonly changedAt?: Instant };

/** One line a plan, in a partition of its own. */
export interface PlanDirectory {
  /** Those still without an import too; and what a newer release wrote, a sentence each: those plans are that one's to run. */
  all(): Promise<{ readonly listed: readonly Listed[]; readonly newer: readonly string[] }>;
  /** Before the first row of a plan is written, so that a crash leaves nothing nobody knows of. */
  enter(id: PlanId, title: string): Promise<Listed>;
  /** After the change itself, so that whoever sees the new instant sees the change as well. */
  touch(id: PlanId, news?: Pick<Partial<PlanEntry>, "title" | "channel">): Promise<void>;
}

/** @param realNow - real time, of which `changedAt` is kept */
export function openPlanDirectory(table: Table, realNow: () => Instant): PlanDirectory {
  return {
    async all() {
      const { rows, newer } = await table.readable(directory, rangeUnder("plan"));
      return { listed: valuesOf<Listed>(rows, "entry"), newer };
    },

    enter: (id, title) => changeRow<Listed>(table, lineOf(id), (stored) => stored ?? { id, title }),

    async touch(id, news = {}) {
      await changeRow<Listed>(table, lineOf(id), (stored) => {
        if (!stored) throw noSuchPlan(id);
        return { ...stored, ...news, changedAt: realNow() };
      });
    },
  };
}

export function isListed(entry: Listed): entry is PlanEntry {
  return entry.changedAt !== undefined;
}

export function noSuchPlan(id: PlanId): RangeError {
  return new RangeError(`there is no plan ${id}`);
}

const directory = "directory";

function lineOf(id: PlanId): Omit<Row, "value"> {
  return { partition: directory, key: keyOf("plan", id), type: "entry" };
}
