/** Something people said, and how often it is in a history. */
export interface Said {
  readonly what: string;
  readonly kept: number;
  /** Times that are right. */
  readonly most: number;
  readonly thanked: boolean;
}

export interface Counted {
  readonly pressed: number;
  readonly thanked: number;
  readonly found: number;
  readonly faults: readonly string[];
}

/** Law 4, from outside: thanked for means kept; and nothing is kept twice, whether anybody was thanked or not. */
export function countThanked(said: readonly Said[], pressed = said.length): Counted {
  const thanked = said.filter((one) => one.thanked);
  return {
    pressed,
    thanked: thanked.length,
    found: thanked.filter(({ kept }) => kept > 0).length,
    faults: [
      ...thanked.filter(({ kept }) => kept === 0).map(({ what }) => `lost: ${what} was thanked for and is not in the history`),
      ...said.filter(({ kept, most }) => kept > most).map(({ what, kept }) => `doubled: ${what} stands in the history ${kept} times`),
    ],
  };
}
