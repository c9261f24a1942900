import type { Card } from "./card.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";
import { moreButtons, partInWords } from "./moreButtons.ts";

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
  /** The first line to be shown, of all parts together, from 1. */
  readonly from?: number;
}

/** For the programme manager: most pressing first, as much as fits. */
export function peopleCard({ planTitle, linked, unlinked, roles, claimed, given, away, undelivered, from = 1 }: People): Card {
  const parts: readonly PartOfPeople[] = [
    {
      heading: "Not linked, so not reminded",
      note: "To link one, mention me and the person in the plan’s channel: link, the lead as written here, to @PERSON.",
      lines: unlinked.map(({ lead, measures }) => `${lead}: ${measuresInWords(measures)}`),
    },
    {
      heading: "Not reached",
      note: "What waits goes out when the person first opens Drumbeat. For what may not have arrived, type undelivered.",
      lines: undelivered.map(({ to, what, why, since }) => `${to}: ${what}, ${why}, since ${since}`),
    },
    { heading: "Not theirs, they say", note: "They are not asked about these until you decide: type unclaimed.", lines: claimed },
    { heading: "Away or not asked", lines: away },
    { heading: "Given by name", lines: given },
    { heading: "Linked", lines: linked.map(({ lead, people, measures }) => `${lead}: ${people.join(", ")}, ${measuresInWords(measures)}`) },
    { heading: "Roles", lines: roles.map(({ who, role, of }) => `${who}: ${role}${of === undefined ? "" : ` of ${of}`}`) },
  ];
  const total = parts.reduce((sum, { lines }) => sum + lines.length, 0);
  return fitCard(Math.max(0, total - from + 1), (shown) =>
    fillTemplate("people", {
      planTitle,
      heading: ["People of this plan", partInWords({ from, shown, total })].filter(Boolean).join(": lines "),
      parts: linesOf(parts, from - 1, from - 1 + shown),
      buttons: moreButtons("people", { from, shown, total }),
    }),
  );
}

interface PartOfPeople {
  readonly heading: string;
  readonly note?: string;
  readonly lines: readonly string[];
}

/** The lines of all parts from one to another, under the headings they belong to. */
function linesOf(parts: readonly PartOfPeople[], start: number, end: number): object[] {
  let before = 0;
  return parts.flatMap(({ heading, note, lines }) => {
    const offset = before;
    before += lines.length;
    const shown = lines.slice(Math.max(0, start - offset), Math.max(0, end - offset)).map((line) => cutAtWord(line, 300));
    return shown.length > 0 ? [{ heading: `${heading} (${lines.length})`, note, lines: shown }] : [];
  });
}

/** `1 measure`, `12 measures` */
export function measuresInWords(count: number): string {
  return count === 1 ? "1 measure" : `${count} measures`;
}
