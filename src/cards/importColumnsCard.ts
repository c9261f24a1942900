import { columnsAtOnce, keptAsItIs } from "./actions/importActions.ts";
import type { Card } from "./card.ts";
import { excerpt } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { importButton } from "./importButton.ts";

export interface ImportColumns {
  readonly pending: string;
  readonly plan: string;
  readonly planTitle: string;
  /** In the file's order; `field` is what the column is read as. */
  readonly columns: readonly { readonly heading: string; readonly field?: string }[];
  /** What a column can be read as, with the name people know it by. */
  readonly fields: readonly { readonly field: string; readonly name: string }[];
  /** From 1. */
  readonly page: number;
}

/** What each column is read as, to be corrected. */
export function importColumnsCard({ pending, plan, planTitle, columns, fields, page }: ImportColumns): Card {
  const pages = Math.max(1, Math.ceil(columns.length / columnsAtOnce));
  const at = Math.min(page, pages);
  const from = (at - 1) * columnsAtOnce;
  const shown = columns.slice(from, from + columnsAtOnce);
  const choices = [{ title: "Nothing: kept under its own heading", value: keptAsItIs }, ...fields.map(({ field, name }) => ({ title: name, value: field }))];
  const turn = (title: string, to: number) => (to >= 1 && to <= pages ? [importButton(title, { verb: "showImportColumns", pending, plan, page: to })] : []);
  return fillTemplate("importColumns", {
    planTitle,
    heading: "What each column means",
    intro: "Change what I read a column as where I was wrong, then press Read it again. Your choice is remembered for the plan.",
    columns: shown.map(({ heading, field }, n) => ({ id: `column${n}`, label: excerpt(heading, 120) || "(no heading)", value: field ?? keptAsItIs, choices })),
    end: pages > 1 ? `${from + 1} to ${from + shown.length} of ${columns.length} columns` : undefined,
    buttons: [
      importButton("Read it again", { verb: "mapImportColumns", pending, plan, headings: shown.map(({ heading }) => heading) }, "auto"),
      ...turn("‹ Before", at - 1),
      ...turn("Next ›", at + 1),
      importButton("Back", { verb: "showImport", pending, plan }),
    ],
  });
}
