import type { Card } from "./card.ts";
import { cardButton } from "./cardButton.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";
import { importButton } from "./importButton.ts";

export interface ImportWhich {
  readonly pending: string;
  readonly fileNames: readonly string[];
  readonly plans: readonly { readonly id: string; readonly title: string }[];
  /** Proposed for a new plan, where the person may make one. */
  readonly create?: { readonly id: string; readonly title: string };
  /** What was wrong with what was typed. */
  readonly fault?: string;
}

/** Asks which plan a file is of, before anything is read into one. */
export function importWhichCard({ pending, fileNames, plans, create, fault }: ImportWhich): Card {
  return fitCard(plans.length, (shown) =>
    fillTemplate("importWhich", {
      planTitle: cutAtWord(fileNames.join(", "), 300),
      heading: "Which plan is this?",
      fault,
      intro: `${plans.length > 0 ? "Choose the plan the file is of." : "There is no plan yet: give this one its name."} Nothing is stored yet.`,
      plans: plans.slice(0, shown).map(({ id, title }) => ({ title, press: cardButton(`Choose ${title}`, { verb: "showImport", pending, plan: id }) })),
      create,
      more: shown < plans.length ? `and ${plans.length - shown} more: send the file again with the words import for and the plan's name` : undefined,
      buttons: [
        ...(create ? [importButton("Make a new plan of it", { verb: "showImport", pending }, "auto")] : []),
        importButton("Cancel", { verb: "cancelImport", pending }),
      ],
    }),
  );
}
