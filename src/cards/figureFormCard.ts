import { longestHelp } from "../domain/answerForm.ts";
import { longestFigure } from "../domain/readFigureChange.ts";
import type { Card } from "./card.ts";
import type { CardAction } from "./cardAction.ts";
import { cardButton } from "./cardButton.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

/** So many dated targets have a box each; who has more writes the others as one more. */
export const mostSteps = 12;

/** Characters of what is typed: more than is stored, so that what is too long is said and not cut in silence. */
const most = { figure: longestFigure + 20, more: 400, reason: longestHelp + 500 } as const;

export interface FigureForm {
  readonly planTitle: string;
  readonly plan: string;
  readonly ref: string;
  readonly words: string;
  readonly facts: readonly string[];
  /** One box a figure; `id` is what it comes back as. */
  readonly boxes: readonly { readonly id: string; readonly label: string; readonly value: string; readonly fault?: string }[];
  /** The days of the boxes `step0`, `step1` and so on. */
  readonly days: readonly string[];
  readonly more: string;
  readonly reason: string;
  readonly faults: { readonly more?: string; readonly reason?: string; readonly summary?: string };
  readonly onBehalfOf?: string;
  readonly nonce: string;
  /** The last row of the measure's figures at the moment; absent when it has none. */
  readonly basis?: string;
  readonly news?: { readonly sentence: string; readonly lines: readonly string[] };
  /** It counts as soon as it is saved. */
  readonly atOnce: boolean;
}

/** Asks what a measure's baseline and targets are to be. */
export function figureFormCard({ plan, ref, nonce, basis, days, boxes, news, atOnce, ...form }: FigureForm): Card {
  const save: CardAction = { verb: "saveFigures", plan, ref, nonce, basis, days: [...days] };
  return fitCard(most.reason, (shown) =>
    fillTemplate("figureForm", {
      planTitle: form.planTitle,
      heading: `${ref}: baseline and targets`,
      onBehalfOf: form.onBehalfOf && `You are writing on behalf of ${cutAtWord(form.onBehalfOf, 200)}.`,
      faults: form.faults,
      news: news && { sentence: news.sentence, lines: news.lines.slice(0, 6).map((line) => cutAtWord(line, 300)) },
      words: cutAtWord(form.words, 600),
      facts: [...form.facts, atOnce ? "What you save counts at once." : "What you save counts once the programme manager agrees."].map((fact) =>
        cutAtWord(fact, 400),
      ),
      boxes: boxes.map(({ fault, ...box }) => ({ ...box, value: clip(box.value, most.figure), fault: fault && cutAtWord(fault, 200) })),
      more: clip(form.more, most.more),
      reason: clip(form.reason, shown),
      most,
      save,
      saveTitle: atOnce ? "Save" : "Propose",
      buttons: [cardButton("Its figures", { verb: "say", words: `figures ${ref}` })],
    }),
  );
}

function clip(typed: string, length: number): string {
  return typed.slice(0, length).toWellFormed();
}
