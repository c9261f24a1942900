const names = [
  ["January", "Jan"],
  ["February", "Feb"],
  ["March", "Mar"],
  ["April", "Apr"],
  ["May"],
  ["June", "Jun"],
  ["July", "Jul"],
  ["August", "Aug"],
  ["September", "Sept", "Sep"],
  ["October", "Oct"],
  ["November", "Nov"],
  ["December", "Dec"],
] as const;

/** Matches the name of a month in any of its lengths, with the full stop of a shortened one. */
export const anyMonth = `(?:${names.flat().join("|")})(?![a-z])\\.?`;

/** @returns 1 to 12; 0 for a name that is none */
export function monthNumber(name: string): number {
  return names.findIndex((lengths) => lengths.some((length) => length.toLowerCase() === name.toLowerCase().replace(".", ""))) + 1;
}

/** @param month - 1 to 12 */
export function monthName(month: number): string {
  return names[month - 1]?.[0] ?? "";
}

/** The month a misspelt name is one or two slips away from: `Febuary`, `Septmeber`. Undefined when none is nearest. */
export function nearestMonth(word: string): string | undefined {
  if (word.length < 5 || word.length > 11) return undefined;
  const near = names
    .map(([name]) => ({ name, slipped: slips(word.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, slipped }) => name.length > 4 && slipped <= 2)
    .sort((a, b) => a.slipped - b.slipped);
  return near[0]?.slipped === near[1]?.slipped ? undefined : near[0]?.name;
}

/** Letters to put in, take out, change or (counted as two) swap to make one word of the other. */
function slips(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [row, letter] of [...from].entries()) {
    const here = [row + 1];
    for (let at = 0; at < to.length; at++) {
      const changed = (above[at] ?? 0) + (letter === to[at] ? 0 : 1);
      here.push(Math.min(changed, (above[at + 1] ?? 0) + 1, (here[at] ?? 0) + 1));
    }
    above = here;
  }
  return above.at(-1) ?? 0;
}
