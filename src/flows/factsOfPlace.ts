import { dueInWords } from "../cards/askInWords.ts";
import type { Plan } from "../domain/plan.ts";
import { areaWord } from "../domain/typedRef.ts";
import { placeMeant } from "./placeMeant.ts";

/** As many as fit a phone. */
const mostLines = 8;
/** `2.1`, `area 2`: the parts of a plan above its measures. */
const named = new RegExp(`\\b(?:${areaWord} ?)?\\d+(?:\\.\\d+)*\\b`, "gi");

/**
 * Who leads a section or area, or when its measures are due, where somebody asks about more than a few.
 *
 * @returns undefined where the words name no part of the plan
 */
export function factsOfPlace(plan: Plan, words: string, about: "lead" | "date"): string[] | undefined {
  const place = [...words.matchAll(named)].map(([typed]) => placeMeant(plan, typed)).find((one) => one !== undefined);
  const measures = place?.measures.filter(({ withdrawnOn }) => withdrawnOn === undefined) ?? [];
  if (!place || measures.length === 0) return undefined;
  const lines =
    about === "date"
      ? measures.map(({ ref, due }) => `${ref}: ${dueInWords(due)}.`)
      : [...Map.groupBy(measures, ({ leads }) => leads.join(" and ") || "Nobody who is named")].map(
          ([leads, led]) => `${leads}: ${led.map(({ ref }) => ref).join(", ")}.`,
        );
  const sros = about === "lead" && place.area?.sros.length ? [`Senior responsible officer of ${place.about}: ${place.area.sros.join(" and ")}.`] : [];
  const more =
    lines.length > mostLines
      ? [`And ${lines.length - mostLines} more: name an action, such as “${measures[mostLines]?.action ?? measures[mostLines]?.ref}”.`]
      : [];
  return [...sros, ...lines.slice(0, mostLines), ...more];
}
