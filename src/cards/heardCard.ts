import type { Card } from "./card.ts";
import { cardButton } from "./cardButton.ts";
import { excerpt } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";
import type { ListToken } from "./listToken.ts";
import { type Receipt, receiptView } from "./receipt.ts";

/** What was understood of a message about several measures. */
export interface Heard {
  readonly planTitle: string;
  readonly plan: string;
  readonly receipts: readonly Receipt[];
  readonly questions: readonly { readonly ref: string; readonly title: string; readonly words: string }[];
  /** What could not be taken, each a sentence with what was typed. */
  readonly notes: readonly string[];
  /** All the measures of the message, with what was said of those that have a question. */
  readonly list: ListToken;
}

/** What was recorded, each with Change and Undo, and what is still to be said. */
export function heardCard({ planTitle, plan, receipts, questions, notes, list }: Heard): Card {
  const heading = [
    receipts.length > 0 && `${receipts.length} recorded`,
    questions.length > 0 && `${questions.length} to answer`,
    notes.length > 0 && `${notes.length} not taken`,
  ]
    .filter(Boolean)
    .join(", ");
  return fitCard(receipts.length + questions.length, (shown) => {
    const asked = questions.slice(0, shown);
    const hidden = receipts.length + questions.length - shown;
    const more = hidden > 0 ? [`${hidden} more ${hidden === 1 ? "does" : "do"} not fit here. Type “mine” to see all of yours.`] : [];
    return fillTemplate("heard", {
      planTitle,
      heading,
      notes: [...notes.slice(0, 6).map((note) => excerpt(note, 600)), ...more],
      questions: asked.map(({ ref, title, words }) => ({
        title,
        words: excerpt(words, 300),
        press: cardButton(`Answer ${ref}`, { verb: "openForm", plan, ref, list }),
      })),
      receipts: receipts.slice(0, shown - asked.length).map((receipt) => {
        const { buttons, ...view } = receiptView(receipt, plan, list);
        return { ...view, links: buttons.map((press) => ({ words: press.title, press })) };
      }),
    });
  });
}
