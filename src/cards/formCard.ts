import type { Card } from "./card.ts";
import type { CardButton } from "./cardButton.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

/** Characters of what a form's boxes take: `text` more than is stored, so that what is too long is said and not cut in silence. */
export const mostTypedInForm = { line: 200, text: 2_500 } as const;

interface Box {
  /** Of what comes back with the press. */
  readonly id: string;
  readonly label: string;
  /** Typed or chosen so far; a day as `2022-12-01`, several choices with commas between. */
  readonly value?: string;
  /** What to put right. */
  readonly fault?: string;
}

export type FormField = Box &
  (
    | { readonly kind: "line" | "text" | "date" }
    | { readonly kind: "choice" | "choices"; readonly choices: readonly { readonly title: string; readonly value: string }[] }
  );

export interface SmallForm {
  readonly planTitle: string;
  readonly heading: string;
  readonly lines: readonly string[];
  readonly fields: readonly FormField[];
  /** Buttons that send what was typed. */
  readonly go: readonly CardButton[];
  /** Buttons that do not. */
  readonly buttons: readonly CardButton[];
}

/** A small form of a few boxes. Of choices too many for a card the last are left out. */
export function formCard({ planTitle, heading, lines, fields, go, buttons }: SmallForm): Card {
  const isFaulty = fields.some(({ fault }) => fault !== undefined);
  const choices = Math.max(1, ...fields.map((field) => ("choices" in field ? field.choices.length : 0)));
  return fitCard(choices, (shown) =>
    fillTemplate("form", {
      planTitle,
      heading,
      ...(isFaulty && { summary: "Not saved yet. Please put this right and send it again." }),
      lines: lines.map((line) => cutAtWord(line, 700)),
      fields: fields.map((field) => ({
        ...field,
        value: (field.value ?? "").slice(0, mostTypedInForm.text).toWellFormed(),
        ...((field.kind === "line" || field.kind === "text") && { most: mostTypedInForm[field.kind] }),
        ...("choices" in field && { choices: field.choices.slice(0, shown).map(({ title, value }) => ({ title: cutAtWord(title, 100), value })) }),
      })),
      go,
      buttons,
    }),
  );
}
