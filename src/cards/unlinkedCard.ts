import type { Card } from "./card.ts";
import { cardButton } from "./cardButton.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

/** So many have a button that writes a text for an e-mail; for others it is typed. */
const mostTexts = 4;

/** Tells the programme manager whose reminders went to nobody. @param leads - as written, with what each would have been asked */
export function unlinkedCard({ planTitle, leads }: { planTitle: string; leads: readonly { readonly lead: string; readonly refs: readonly string[] }[] }): Card {
  return fitCard(leads.length, (shown) =>
    fillTemplate("unlinked", {
      planTitle,
      heading: leads.length === 1 ? "1 lead could not be reminded" : `${leads.length} leads could not be reminded`,
      leads: leads.slice(0, shown).map(({ lead, refs }) => ({ lead, refs: `Would have been asked about ${cutAtWord(refs.join(", "), 300)}` })),
      more: shown < leads.length ? `and ${leads.length - shown} more: type people` : undefined,
      buttons: [
        cardButton("See all people", { verb: "say", words: "people" }),
        ...(shown > 0 ? leads.slice(0, mostTexts) : []).map(({ lead }) =>
          cardButton(leads.length === 1 ? "Text for an e-mail" : `Text for ${cutAtWord(lead, 40)}`, { verb: "say", words: `email ${lead}`.slice(0, 500) }),
        ),
      ],
    }),
  );
}
