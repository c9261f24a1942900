/** Words as they compare: in lower case, without marks, white space single. */
export function foldWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%£]+/gu, " ")
    .trim();
}

const small = new Set(["a", "an", "the", "of", "for", "and", "in", "to", "with", "on", "by", "is", "are", "our", "all", "s"]);

/** The beginnings of the words that matter: `Preparing` and `Preparation` are one. */
export function stems(words: string): ReadonlySet<string> {
  return new Set(
    foldWords(words)
      .split(" ")
      .filter((word) => word !== "" && !small.has(word))
      .map((word) => word.slice(0, 5)),
  );
}

/** How alike two sentences are: 1 for the same words in any order, 0 for nothing in common. */
export function likeness(a: string, b: string): number {
  return sharedStems(stems(a), stems(b));
}

/** Shared stems over all stems. */
export function sharedStems(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((stem) => right.has(stem)).length;
  const all = left.size + right.size - shared;
  return all === 0 ? 0 : shared / all;
}
