import type { Card } from "./card.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

export interface People {
  readonly planTitle: string;
  /** Leads as written, with the people they are tied to. */
  readonly linked: readonly { readonly lead: string; readonly people: readonly string[]; readonly measures: number }[];
  readonly unlinked: readonly { readonly lead: string; readonly measures: number }[];
  readonly roles: readonly { readonly who: string; readonly role: string; readonly of?: string }[];
  /** Who says that which measures are not theirs. */
  readonly claimed: readonly string[];
  /** Measures that were given to somebody, whoever leads them in the plan. */
  readonly given: readonly string[];
  /** Who is away, or not to be asked. */
  readonly away: readonly string[];
  /** What did not reach somebody, and since when, in words. */
  readonly undelivered: readonly { readonly to: string; readonly what: string; readonly why: string; readonly since: string }[];
}

/** For the programme manager. Most pressing first; where a card is too small, every part is shortened alike. */
export function peopleCard({ planTitle, linked, unlinked, roles, claimed, given, away, undelivered }: People): Card {
  const part = (heading: string, lines: string[], shown: number, note?: string) =>
    lines.length === 0
      ? []
      : [
          {
            heading: `${heading} (${lines.length})`,
            note,
            lines: lines.slice(0, shown).map((line) => cutAtWord(line, 300)),
            more: lines.length > shown ? `and ${lines.length - shown} more` : undefined,
          },
        ];

  return fitCard(Math.max(1, linked.length, unlinked.length, roles.length, claimed.length, given.length, away.length, undelivered.length), (shown) =>
    fillTemplate("people", {
      planTitle,
      heading: "People of this plan",
      parts: [
        ...part(
          "Not linked, so not reminded",
          unlinked.map(({ lead, measures }) => `${lead}: ${measuresInWords(measures)}`),
          shown,
          "To link one, mention me and the person in the plan’s channel: link, the lead as written here, to @PERSON.",
        ),
        ...part(
          "Not reached",
          undelivered.map(({ to, what, why, since }) => `${to}: ${what}, ${why}, since ${since}`),
          shown,
          "What waits goes out when the person first opens Drumbeat. For what may not have arrived, type undelivered.",
        ),
        ...part("Not theirs, they say", [...claimed], shown, "They are not asked about these until you decide: type unclaimed."),
        ...part("Away or not asked", [...away], shown),
        ...part("Given by name", [...given], shown),
        ...part(
          "Linked",
          linked.map(({ lead, people, measures }) => `${lead}: ${people.join(", ")}, ${measuresInWords(measures)}`),
          shown,
        ),
        ...part(
          "Roles",
          roles.map(({ who, role, of }) => `${who}: ${role}${of === undefined ? "" : ` of ${of}`}`),
          shown,
        ),
      ],
    }),
  );
}

/** `1 measure`, `12 measures` */
export function measuresInWords(count: number): string {
  return count === 1 ? "1 measure" : `${count} measures`;
}
