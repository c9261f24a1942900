import type { Entry } from "./entry.ts";
import type { Author, ObjectId } from "./plan.ts";

/** A programme manager says who answers for one measure, whatever its leads as written. */
export interface AssignmentChange extends Entry {
  readonly ref: string;
  readonly change: /** To one person and nobody else. */
    | { readonly kind: "give"; readonly to: Author }
    /** To one more person. */
    | { readonly kind: "add"; readonly to: Author }
    /** To one person in another's place; who else answers for it goes on. */
    | { readonly kind: "replace"; readonly to: Author; readonly of: ObjectId }
    /** Back to whom its leads are linked to. */
    | { readonly kind: "takeBack" };
}

/** Who answers for a measure beside, or in place of, those its leads are linked to. */
export interface Assignment {
  /** The last row, whatever it did. */
  readonly last: string;
  readonly given: readonly ObjectId[];
  /** Linked to a lead of it and not to be asked about it. */
  readonly relieved: readonly ObjectId[];
  /** Nobody is asked but those it was given to. */
  readonly alone: boolean;
}

/** @param history - every row of one measure, oldest first @returns undefined when there is none */
export function assignmentAfter(history: readonly AssignmentChange[]): Assignment | undefined {
  return history.reduce<Assignment | undefined>(assignmentWith, undefined);
}

/** Who answers after one more row. */
export function assignmentWith(before: Assignment | undefined, { id, change }: AssignmentChange): Assignment {
  const { given, relieved, alone } = before ?? { given: [], relieved: [], alone: false };
  switch (change.kind) {
    case "give":
      return { last: id, given: [change.to.objectId], relieved: [], alone: true };
    case "add":
      return { last: id, given: plus(given, change.to.objectId), relieved: without(relieved, change.to.objectId), alone };
    case "replace":
      return { last: id, given: plus(without(given, change.of), change.to.objectId), relieved: plus(without(relieved, change.to.objectId), change.of), alone };
    case "takeBack":
      return { last: id, given: [], relieved: [], alone: false };
  }
}

function plus(all: readonly ObjectId[], one: ObjectId): ObjectId[] {
  return [...without(all, one), one];
}

function without(all: readonly ObjectId[], one: ObjectId): ObjectId[] {
  return all.filter((other) => other !== one);
}
