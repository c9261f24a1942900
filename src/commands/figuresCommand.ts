import { may } from "../domain/permission.ts";
import { typedRef } from "../domain/typedRef.ts";
import { UserError } from "../domain/userError.ts";
import { changeFiguresInWords } from "../flows/changeFigures.ts";
import { composeFigureDecision, showFigures } from "../flows/composeFigures.ts";
import type { PlanCommand } from "./command.ts";
import { findMeasure } from "./findMeasure.ts";

const asked = /^(.+?)(?::|,)?\s+((?:baseline|target|trajectory|milestone)\b.*?)(?:\s*[,;:]?\s+because\s+(.*))?$/is;

/** Shows a measure's figures; `figures 2.1.1-1 target 13 weeks by March 2024` changes them. Alone it shows what waits for the manager. */
export const figuresCommand: PlanCommand = {
  name: "figures",
  aliases: ["figures of", "figures for"],
  usage: "figures REF",
  does: "Baseline, targets and latest figure of a measure, and how to change them",
  where: ["personal", "channel"],
  deed: "read",
  unlisted: true,
  takes: new RegExp(`^(?:(?:measure|action) )?${typedRef}[:,]?(?:\\s+(?:baseline|target|trajectory|milestone)\\b.*)?$`, "is"),
  async run({ ports, rest, asker }, at) {
    if (rest === "") {
      const waiting = may(at.person, "manage") && !at.openly ? composeFigureDecision(at.plan) : undefined;
      if (waiting) return waiting;
      throw new UserError("Of which measure? Write “figures” and its reference, such as “figures 1.1.1-1”; “kpi” lists every measure with figures.");
    }
    const [, ref = rest, words, reason = ""] = asked.exec(rest) ?? [];
    const measure = findMeasure(at.plan, ref);
    if (words === undefined) return showFigures(ports, at, measure);
    if (asker.where.kind !== "personal") throw new UserError("Figures are changed one to one: write to me there.");
    return changeFiguresInWords(ports, at, measure.ref, { words, reason });
  },
};
