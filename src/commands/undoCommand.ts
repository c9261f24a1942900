import { typedRef } from "../domain/typedRef.ts";
import { UserError } from "../domain/userError.ts";
import { composeUndo, ownRows } from "../flows/composeUndo.ts";
import type { PlanCommand } from "./command.ts";
import { findMeasure } from "./findMeasure.ts";

const signOff = /\bsign(?:ing)?[- ]?off\b/i;
const named = new RegExp(`(?:^| )(?:of |on |for )?(?:(?:measure|action) )?(${typedRef})$`, "i");

/** Asks whether the last update or sign-off is to be taken back, for whoever does not find the button any more. */
export const undoCommand: PlanCommand = {
  name: "undo",
  aliases: ["take it back", "take that back"],
  usage: "undo",
  does: "Take your last update or sign-off back",
  where: ["personal"],
  deed: "read",
  unlisted: true,
  takes: new RegExp(
    `^(?:(?:it|that|this|please|the|my|last|latest|update|answer|one|sign(?:ing)?[- ]?off)[ !]*)*(?:(?:of |on |for )?(?:(?:measure|action) )?${typedRef})?$`,
    "i",
  ),
  async run({ rest }, at) {
    const typed = named.exec(rest)?.[1];
    const ref = typed === undefined ? undefined : findMeasure(at.plan, typed).ref;
    const ofSignOff = signOff.test(rest);
    const rows = ownRows(at, ref).filter(({ kind }) => kind === "signOff" || !ofSignOff);
    if (ofSignOff && rows.length === 0)
      throw new UserError(
        `No sign-off of yours stands${ref ? ` of ${ref}` : ""} that could be taken back. “reopen REF because …” opens again what is complete.`,
      );
    if (ref !== undefined && rows.length === 0)
      throw new UserError(
        `Nothing that you said or signed off is the last word on ${ref}, so there is nothing to take back. “history ${ref}” tells who spoke since.`,
      );
    return composeUndo(at, rows);
  },
};
