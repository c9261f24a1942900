import { datesOf } from "./duePhrase.ts";
import type { FigurePlace } from "./figureChange.ts";
import { isDay } from "./figureChange.ts";
import type { Measure, MeasureAsImported } from "./measure.ts";
import type { Merged, MergeRules } from "./mergeMeasure.ts";
import { sameWords } from "./sameWords.ts";

/** Figures agreed in chat stay in force, and where the file has others that is told; unless the file is to have its way. */
export function mergeFigures(before: Measure, incoming: MeasureAsImported, { takeFile }: Pick<MergeRules, "takeFile">): Merged<"figuresOverruled"> {
  const overruled = before.figuresOverruled;
  const differing = (before.agreed?.inForce ?? []).flatMap(({ place, to = "", id }) => {
    const file = figureAt(incoming, place);
    return file === undefined || sameWords(file, to) || id <= (overruled?.[place] ?? "") ? [] : [{ place, chat: to, file, id }];
  });
  if (takeFile) {
    const taken = Object.fromEntries(differing.map(({ place, id }) => [place, id]));
    return { stored: differing.length > 0 || overruled ? { figuresOverruled: { ...overruled, ...taken } } : {}, keptFromChat: [] };
  }
  const keptFromChat = differing.map(({ chat, file }) => ({ ref: before.ref, field: "figures", chat, file }) as const);
  return { stored: overruled ? { figuresOverruled: overruled } : {}, keptFromChat };
}

/** What a file or its dates say of one figure. */
export function figureAt({ due, figures }: Pick<MeasureAsImported, "due" | "figures">, place: FigurePlace): string | undefined {
  return isDay(place) ? datesOf(due).find(({ on }) => on === place)?.target : figures?.[place];
}
