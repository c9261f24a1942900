import { inWords, type LocalDate } from "../domain/localDate.ts";
import type { Change } from "../domain/picture.ts";
import type { Card } from "./card.ts";
import { excerpt } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

export interface Changes {
  readonly planTitle: string;
  /** `the digest of 28 November 2022`, `1 September 2022` */
  readonly since: string;
  /** Of the area asked for; absent when it is the whole plan. */
  readonly area?: string;
  /** `2 Amber to Green, 1 new Red` */
  readonly inShort?: string;
  /** The order they are shown in. */
  readonly changes: readonly Change[];
  /** Of a digest: which it is, and what is to be known of it. */
  readonly digest?: { readonly heading: string; readonly about: string };
}

const groups: readonly { readonly heading: string; readonly holds: (did: Change["did"]) => boolean }[] = [
  { heading: "Worse", holds: (did) => did.kind === "rated" && did.way === "worse" },
  { heading: "Better", holds: (did) => did.kind === "rated" && did.way === "better" },
  { heading: "Rated otherwise", holds: (did) => did.kind === "rated" && did.way === "neither" },
  { heading: "Proposed complete, waiting for the board", holds: (did) => did.kind === "proposed" },
  { heading: "Dates", holds: (did) => did.kind === "moved" },
  { heading: "New in the plan", holds: (did) => did.kind === "added" },
  { heading: "No longer in the plan", holds: (did) => did.kind === "gone" },
];

/** What moved since a day, with the reason for each move. */
export function changesCard({ planTitle, since, area, inShort = "Every rating and every date is as it was.", changes, digest }: Changes): Card {
  const where = area === undefined ? "" : ` in ${area}`;
  const count = changes.length === 0 ? "No change" : changes.length === 1 ? "1 change" : `${changes.length} changes`;
  const heading = `${count}${where} since ${since}`;
  return fitCard(changes.length, (shown) =>
    fillTemplate("changes", {
      planTitle,
      heading: digest?.heading ?? heading,
      inShort: digest ? [digest.about, `${heading}.`, inShort].filter(Boolean).join(" ") : inShort,
      groups: grouped(changes.slice(0, shown)),
      more: shown < changes.length ? `and ${changes.length - shown} more: type changes and an area, such as changes 1` : undefined,
    }),
  );
}

function grouped(changes: readonly Change[]): object[] {
  return groups.flatMap(({ heading, holds }) => {
    const some = changes.filter(({ did }) => holds(did));
    return some.length > 0 ? [{ heading, changes: some.map(changeView) }] : [];
  });
}

function changeView({ ref, words, did, reason }: Change): object {
  return {
    title: `${ref}${did.kind === "added" || did.kind === "gone" ? "" : ` · ${inFull(did)}`}`,
    words: words === "" ? undefined : excerpt(words, 120),
    reason: reason === undefined ? undefined : excerpt(reason, 200),
  };
}

function inFull(did: Change["did"]): string {
  if (did.kind === "rated") return did.from && did.to ? `${did.from} to ${did.to}` : did.to ? `first rated: ${did.to}` : `no longer rated ${did.from}`;
  if (did.kind === "moved") return `moved from ${dateOr(did.from)} to ${dateOr(did.to)}`;
  return "proposed complete";
}

function dateOr(on: LocalDate | undefined): string {
  return on ? inWords(on) : "no date";
}
