import { type Arrangement, type ArrangementChange, arrangementAfter } from "../domain/arrangement.ts";
import type { ObjectId } from "../domain/plan.ts";
import { UserError } from "../domain/userError.ts";
import type { Ports } from "../ports.ts";
import { addEntry } from "./addEntry.ts";
import type { AtPlan } from "./atPlan.ts";
import { remember } from "./knowPeople.ts";

type Change = ArrangementChange["change"];

/** How a row came. */
export interface Said {
  readonly nonce: string;
  readonly via: "card" | "chat";
}

/** A row, and how things stood before it and stand now. */
export interface Arranged {
  readonly row: ArrangementChange;
  readonly before?: Arrangement;
  readonly standing: Arrangement;
}

/** Keeps how somebody is to be asked (law 4); a deputy is told of it, and may read and answer in those days. */
export async function arrange(ports: Ports, at: AtPlan, person: ObjectId, change: Change, { nonce, via }: Said): Promise<Arranged> {
  const added = await addEntry(ports, at, { matter: "arrangements", subject: person, nonce, via }, (base) => ({ ...base, person, change }));
  if (added.kind === "no") throw new Error("an arrangement always holds");
  if (change.kind === "away" && change.deputy) await remember(ports, at.plan.id, change.deputy, {});
  const { entry: row, before, standing } = added;
  return { row, standing, ...(before && { before }) };
}

/** Takes a leave away that begins on a day. @throws UserError where there is none */
export async function withoutLeave(ports: Ports, at: AtPlan, person: ObjectId, from: string, said: Said): Promise<Arranged> {
  const added = await addEntry(ports, at, { matter: "arrangements", subject: person, ...said }, (base, { leaves = [] } = { last: "" }) =>
    leaves.some((one) => one.from === from) ? { ...base, person, change: { kind: "leaves", leaves: leaves.filter((one) => one.from !== from) } } : undefined,
  );
  if (added.kind === "no") throw new UserError("That leave is not arranged any more. Type “away” to see what is.");
  return { row: added.entry, standing: added.standing };
}

/** Puts things back as they were before a row, by a new one. @throws UserError where something else was arranged since */
export async function undoArrangement(ports: Ports, at: AtPlan, person: ObjectId, row: string, said: Said): Promise<Arranged> {
  const added = await addEntry(ports, at, { matter: "arrangements", subject: person, ...said }, (base, _, history) => {
    const last = history.at(-1);
    return last && last.id === row ? { ...base, person, change: undoing(last.change, history.slice(0, -1)) } : undefined;
  });
  if (added.kind === "no") throw new UserError("Something else was arranged since, so this stays as it is. Type “away” to see and change it.");
  return { row: added.entry, standing: added.standing };
}

function undoing(change: Change, history: readonly ArrangementChange[]): Change {
  const before = arrangementAfter(history);
  switch (change.kind) {
    case "away":
    case "back":
    case "leaves":
      return { kind: "leaves", leaves: before?.leaves ?? [] };
    case "pause":
    case "resume":
      return before?.pausedUntil ? { kind: "pause", until: before.pausedUntil } : { kind: "resume" };
    case "early":
      return { kind: "early", wanted: before?.onlyLast !== true };
  }
}
