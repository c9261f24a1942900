import type { Card } from "./card.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";
import { type ImportButton, importButton } from "./importButton.ts";

export interface ImportOffer {
  readonly pending: string;
  readonly plan: string;
  readonly planTitle: string;
  readonly fileNames: readonly string[];
  readonly facts: readonly Fact[];
  /** What it changes, what stays as chat has it, what to look at; those with no lines are left out. */
  readonly groups: readonly Group[];
  /** Told apart on a card of their own; 0 for a first import. */
  readonly changes: number;
  /** Doubts in the file, all of them told on a card of their own. */
  readonly problems: number;
  /** Measures of which chat knows newer than the file. */
  readonly keptFromChat: number;
  /** Whether there are columns somebody may want to correct. */
  readonly hasColumns: boolean;
  /** Whether it may be meant for another plan. */
  readonly mayBeOther: boolean;
  /** Day in words. */
  readonly waitsUntil: string;
  /** Why the card is shown again. */
  readonly news?: string;
}

export interface Fact {
  readonly title: string;
  readonly value: string;
}

interface Group {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What was read in a file, before anything is stored. */
export function importCard(offer: ImportOffer): Card {
  const { pending, plan, planTitle, fileNames, keptFromChat } = offer;
  return filled(offer.groups, {
    planTitle,
    heading: cutAtWord(`What I read in ${fileNames.join(" and ")}`, 200),
    news: offer.news,
    intro: "Nothing is stored until you press Import.",
    facts: offer.facts,
    takeFile:
      keptFromChat > 0 ? `Let the file overwrite what was said in chat since (${keptFromChat === 1 ? "1 measure" : `${keptFromChat} measures`})` : undefined,
    end: `The file waits for you until ${offer.waitsUntil} and is then forgotten.`,
    buttons: [
      importButton("Import", { verb: "acceptImport", pending, plan }, "auto"),
      ...(offer.problems > 0 ? [importButton(`What to fix (${offer.problems})`, { verb: "showImportProblems", pending, plan, page: 1 })] : []),
      ...(offer.changes > 0 ? [importButton("All changes", { verb: "showImportChanges", pending, plan, page: 1 })] : []),
      ...(offer.hasColumns ? [importButton("Columns", { verb: "showImportColumns", pending, plan, page: 1 })] : []),
      ...(offer.mayBeOther ? [importButton("It is another plan", { verb: "choosePlanToImport", pending })] : []),
      importButton("Cancel", { verb: "cancelImport", pending }),
    ],
  });
}

/** Says what Import did, and what comes next; the same however often it is pressed. */
export function importedCard({ planTitle, lines }: { planTitle: string; lines: readonly string[] }): Card {
  const [intro = "", ...others] = lines;
  const buttons: ImportButton[] = [importButton("See the plan", { verb: "say", words: "summary" }), importButton("People", { verb: "say", words: "people" })];
  return filled(others.length > 0 ? [{ title: "Now", lines: others }] : [], { planTitle, heading: "Imported", intro, facts: [], buttons });
}

/** Shows as many lines of each group as fit. */
function filled(groups: readonly Group[], view: object): Card {
  const most = Math.max(0, ...groups.map(({ lines }) => lines.length));
  return fitCard(most, (shown) =>
    fillTemplate("import", {
      ...view,
      groups: groups
        .filter(({ lines }) => lines.length > 0)
        .map(({ title, lines }) => ({
          title,
          lines: [
            ...lines.slice(0, shown).map((line) => cutAtWord(line, 400)),
            ...(lines.length > shown ? [`and ${lines.length - shown} more that do not fit here`] : []),
          ],
        })),
    }),
  );
}
