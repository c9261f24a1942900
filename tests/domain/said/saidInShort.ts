import { bragScheme } from "../../../src/domain/ratingScheme.ts";
import { readSaid } from "../../../src/domain/said/readSaid.ts";
import type { Asked, Draft, Said, SaidOfOne, SpokenOf } from "../../../src/domain/said/said.ts";

const measures: readonly SpokenOf[] = [
  { ref: "1.1.1-1", action: "1.1.1", target: "177 weeks" },
  { ref: "1.1.2-1", action: "1.1.2" },
  { ref: "1.1.2-2", action: "1.1.2" },
  { ref: "1.10", action: "1.10" },
  { ref: "2.1.1-1", action: "2.1.1" },
  { ref: "2.1.1-2", action: "2.1.1" },
  { ref: "2.2.1-5", action: "2.2.1", target: "80%" },
  { ref: "5.1.2-2", action: "5.1.2" },
  { ref: "9.1.1-1", action: "9.1.1" },
];

/** Asked about one measure, and leading several. */
export const askedOne: Asked = { scheme: bragScheme, measures, own: ["1.1.1-1", "2.1.1-1", "2.1.1-2", "2.2.1-5", "5.1.2-2", "1.10"], focus: ["2.2.1-5"] };
/** Nothing was asked lately, or about several. */
export const askedSeveral: Asked = { ...askedOne, focus: ["2.1.1-1", "2.2.1-5"] };
export const leadsNothing: Asked = { ...askedOne, own: [], focus: [] };

/** Reads some words and writes what was understood on one line, for tables. */
export function heard(words: string, asked: Asked): string {
  return inShort(readSaid(words, asked));
}

function inShort(said: Said): string {
  switch (said.kind) {
    case "report":
      return said.of.map(ofOne).join(" + ");
    case "notMine":
      return `not mine ${about(said.refs)}: ${said.whom ?? "?"}`;
    case "moreTime":
      return `time ${about(said.refs)} until ${said.until ?? "?"} (${said.reason})`;
    case "later":
      return `later ${said.when ?? ""}`.trim();
    case "handover":
      return `handover to ${said.whom ?? "?"} ${said.when ?? ""}`.trim();
    case "back":
      return "back";
    case "question":
      return `asks ${said.about}`;
    case "pleasantry":
      return said.yesOrNo ? "yes or no" : "nod";
    case "unsure":
      return `${said.forwarded ? "mail" : "unsure"} ${about(said.refs)} ${draft(said.draft)}`;
  }
}

function ofOne(said: SaidOfOne): string {
  switch (said.kind) {
    case "answer":
      return `${said.ref} ${draft(said.draft)}`;
    case "askRating":
      return `${said.ref} rating? ${draft(said.draft)}`;
    case "askWhy":
      return `${said.ref} why? ${draft(said.draft)}`;
    case "same":
      return `${said.ref} same${said.as ? ` as ${said.as.ref}` : ""}? ${draft(said.draft)}`;
    case "askWhich":
      return `which${said.forAll ? ", all" : ""}${said.unknown ? `, not ${said.unknown}` : ""}? ${about(said.among)} ${draft(said.draft)}`;
  }
}

function draft({ rating, impact, narrative, figure, help, mitigation }: Draft): string {
  return [
    rating,
    impact && `(impact ${impact})`,
    JSON.stringify(narrative),
    figure && `[${figure}]`,
    help && `help: ${help}`,
    mitigation && `mitigation: ${mitigation}`,
  ]
    .filter(Boolean)
    .join(" ");
}

function about(refs: readonly string[]): string {
  return refs.length > 2 ? `${refs.length} refs` : refs.join("|");
}
