import type { AssignmentChange } from "../domain/assignment.ts";
import type { ClaimChange } from "../domain/claim.ts";
import type { SaidOfMeasure } from "./saidOfMeasure.ts";

/** Something of a measure's history about who answers for it. */
export interface HandoverEntry {
  readonly row: ClaimChange | AssignmentChange;
  /** `Said that it is not theirs but Priya Shah’s`. */
  readonly what: string;
  /** In their words; empty where they gave none. */
  readonly words: string;
}

/** Who said that a measure is not theirs, what was decided, and to whom it was given; oldest first of each. */
export function handoverEntries({ claims, assignments }: Pick<SaidOfMeasure, "claims" | "assignments">): HandoverEntry[] {
  // What takes somebody's place was decided about a claim, which says so already.
  const given = assignments.filter(({ change }) => change.kind !== "replace");
  return [
    ...claims.map((row) => ({ row, what: claimInShort(row), words: "words" in row.change ? (row.change.words ?? "") : "" })),
    ...given.map((row) => ({ row, what: assignmentInShort(row), words: "" })),
  ];
}

function claimInShort({ change }: ClaimChange): string {
  switch (change.kind) {
    case "notMine": {
      const named = change.suggested?.name ?? change.whom;
      return `Said that it is not theirs${named ? ` but ${named}’s` : ""}`;
    }
    case "mineAfterAll":
      return "Took back that it is not theirs";
    case "handedOn":
      return `Gave ${change.leads.length > 0 ? `all that ${change.leads.join(" and ")} leads` : "it"} to ${change.to.name}`;
    case "stays":
      return "Left it with who said that it is not theirs";
  }
}

function assignmentInShort({ change }: AssignmentChange): string {
  switch (change.kind) {
    case "give":
    case "replace":
      return `Gave it to ${change.to.name}`;
    case "add":
      return `Gave it to ${change.to.name} as well`;
    case "takeBack":
      return "Gave it back to its leads";
  }
}
