import type { Card } from "./card.ts";
import { excerpt } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";
import { importButton } from "./importButton.ts";

interface AboutFile {
  readonly pending: string;
  readonly plan: string;
  readonly planTitle: string;
  readonly fileNames: readonly string[];
  /** From 1. */
  readonly page: number;
}

export interface ImportProblems extends AboutFile {
  /** `place` says where in the file, `Row 7, Completion date`; empty for the whole file. */
  readonly problems: readonly { readonly place: string; readonly asWritten: string; readonly problem: string }[];
}

export interface ImportChanges extends AboutFile {
  /** `what` names the part and what becomes of it, `1.1.1-2 changed`; its lines say how. */
  readonly changes: readonly { readonly what: string; readonly lines: readonly string[] }[];
}

interface Item {
  readonly place: string;
  readonly asWritten?: string;
  readonly words: string;
}

const perPage = 12;

/** A page of what is doubtful in a file, in the file's order. */
export function importProblemsCard(about: ImportProblems): Card {
  const { pending, plan, problems, fileNames } = about;
  const file = excerpt(fileNames.join(" and "), 150);
  const items = problems.map(({ place, asWritten, problem }) => ({
    place: place || "The whole file",
    asWritten: asWritten.trim() === "" ? undefined : `“${excerpt(asWritten, 200)}”`,
    words: excerpt(problem, 400),
  }));
  return listCard(about, items, {
    verb: "showImportProblems",
    heading: items.length === 0 ? `Change ${file} as you like` : `${items.length === 1 ? "1 thing" : `${items.length} things`} to look at in ${file}`,
    intro:
      items.length === 0
        ? "I found nothing doubtful. Change what you want in the file and send it to me again; nothing is stored until you press Import."
        : "Put these right in the file and send it to me again. You can also import it as it is: what I could not read is kept as written.",
    more: items.length > 0 ? [importButton("All as a sheet", { verb: "offerImportProblems", pending, plan })] : [],
  });
}

/** A page of what a file does to the plan there is. */
export function importChangesCard(about: ImportChanges): Card {
  const items = about.changes.map(({ what, lines }) => ({ place: what, words: lines.map((line) => excerpt(line, 300)).join("\n") || "As the file has it." }));
  return listCard(about, items, {
    verb: "showImportChanges",
    heading: `${items.length === 1 ? "1 change" : `${items.length} changes`} by ${excerpt(about.fileNames.join(" and "), 150)}`,
    intro: "Nothing is stored until you press Import. What is withdrawn is kept with its history.",
    more: [],
  });
}

function listCard(
  { pending, plan, planTitle, page }: AboutFile,
  items: readonly Item[],
  { verb, heading, intro, more }: { verb: "showImportProblems" | "showImportChanges"; heading: string; intro: string; more: ReturnType<typeof importButton>[] },
): Card {
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const at = Math.min(page, pages);
  const from = (at - 1) * perPage;
  const shown = items.slice(from, from + perPage);
  const turn = (title: string, to: number) => (to >= 1 && to <= pages ? [importButton(title, { verb, pending, plan, page: to })] : []);
  return fitCard(4_000, (most) =>
    fillTemplate("importList", {
      planTitle,
      heading,
      intro,
      items: shown.map(({ words, ...item }) => ({ ...item, words: words.length > most ? `${words.slice(0, most).toWellFormed()}…` : words })),
      end: pages > 1 ? `${from + 1} to ${from + shown.length} of ${items.length}` : undefined,
      buttons: [...turn("‹ Before", at - 1), ...turn("Next ›", at + 1), ...more, importButton("Back", { verb: "showImport", pending, plan })],
    }),
  );
}
