import { randomUUID } from "node:crypto";
import type { Assignment, AssignmentChange } from "../domain/assignment.ts";
import type { Measure } from "../domain/measure.ts";
import type { Ports } from "../ports.ts";
import { addEntry } from "./addEntry.ts";
import type { AtPlan } from "./atPlan.ts";

/** Says who answers for one measure, whatever its leads as written; what is owed goes to them from then on. @returns who was given it */
export async function assignMeasure(ports: Ports, at: AtPlan, { ref }: Measure, change: AssignmentChange["change"]): Promise<Assignment | undefined> {
  const of = { matter: "assignments", subject: ref, nonce: randomUUID(), via: "chat" } as const;
  const added = await addEntry(ports, at, of, (base) => ({ ...base, ref, change }));
  return added.standing;
}
