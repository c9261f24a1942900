import type { Instant } from "../domain/localDate.ts";
import type { PlanId } from "../domain/plan.ts";
import { NewerRowError } from "../ports.ts";
import { eachAlone } from "./eachAlone.ts";
import { type ImportRecovery, unfinishedImport } from "./importRows.ts";
import { isListed, type PlanDirectory } from "./planDirectory.ts";
import { readWhole } from "./readWholePlan.ts";
import type { Table } from "./table.ts";

/** Real time after which every journal is looked at again, a row a plan: a command line that was killed tells nobody. */
const sweepEveryMs = 10 * 60_000;

/** What the store does for whoever looks after it. */
export interface PlanCare {
  recover(): Promise<void>;
  /** Imports begun and not ended, the first of a plan too; and what a newer release wrote of plans, a sentence each. */
  unfinishedImports(): Promise<{ readonly imports: readonly UnfinishedImport[]; readonly newer: readonly string[] }>;
}

export interface UnfinishedImport {
  readonly plan: PlanId;
  /** Real time. */
  readonly startedAt: Instant;
}

export function openPlanCare(table: Table, directory: PlanDirectory, recovery: ImportRecovery, realNow: () => Instant): PlanCare {
  let sweptAtMs: number | undefined;

  return {
    async recover() {
      const nowMs = Date.parse(realNow());
      if (sweptAtMs !== undefined && nowMs - sweptAtMs < sweepEveryMs) return await lookAgain();
      const { listed, newer } = await directory.all();
      const passedOver = await eachAlone(listed, async (entry) => {
        await recovery.lookAt(entry.id);
        if (!isListed(entry)) await listIfThere(entry.id);
      });
      sweptAtMs = nowMs;
      tellOf([...newer, ...passedOver]);
    },

    async unfinishedImports() {
      const { listed, newer } = await directory.all();
      const imports: UnfinishedImport[] = [];
      const passedOver = await eachAlone(listed, async ({ id }) => {
        const startedAt = await unfinishedImport(table, id);
        if (startedAt) imports.push({ plan: id, startedAt });
      });
      return { imports, newer: [...newer, ...passedOver] };
    },
  };

  async function lookAgain(): Promise<void> {
    const passedOver = await eachAlone(recovery.watched(), async (id) => {
      await recovery.lookAt(id);
      await listIfThere(id);
    });
    tellOf(passedOver);
  }

  /** An import may have turned readers to a first plan and stopped before telling the directory. */
  async function listIfThere(id: PlanId): Promise<void> {
    const isKnown = (await directory.all()).listed.some((entry) => entry.id === id && isListed(entry));
    if (!isKnown && (await readWhole(table, id))) await directory.touch(id);
  }
}

/** Once everything else was done. @throws NewerRowError naming what was passed over */
function tellOf(newer: readonly string[]): void {
  if (newer.length > 0) throw new NewerRowError([...new Set(newer)].join("\n"));
}
