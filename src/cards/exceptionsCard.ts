import type { Exception } from "../domain/exceptions.ts";
import { inWords, type LocalDate } from "../domain/localDate.ts";
import type { Card } from "./card.ts";
import { exceptionView } from "./digestCard.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

export interface Exceptions {
  readonly planTitle: string;
  readonly asOf: LocalDate;
  /** Of the area asked for; absent when it is the whole plan. */
  readonly area?: string;
  /** Most pressing first. */
  readonly exceptions: readonly Exception[];
  /** `Since the digest of 28 November 2022: 2 Amber to Green` */
  readonly changed?: string;
}

/** What needs the board's attention now, to whoever asks; the scheduled post is `digestCard`. */
export function exceptionsCard({ planTitle, asOf, area, exceptions, changed }: Exceptions): Card {
  const count = exceptions.length;
  return fitCard(count, (shown) =>
    fillTemplate("digest", {
      planTitle,
      heading: count === 0 ? "Nothing needs the board’s attention" : `${count} ${count === 1 ? "measure needs" : "measures need"} attention`,
      why: `As of ${inWords(asOf)}${area === undefined ? "" : `, ${area}`}: what is off track, of concern, overdue, proposed complete, about to start or changed.`,
      changed,
      areas: [],
      exceptionsHeading: count === 0 ? "Type summary to see where everything stands." : "Most pressing first",
      exceptions: exceptions.slice(0, shown).map(exceptionView),
      more: shown < count ? `and ${count - shown} more: type exceptions and an area, such as exceptions 1` : undefined,
    }),
  );
}
