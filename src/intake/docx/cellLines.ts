/** Gathers the lines of one cell; those blank at its start and end are left off. */
export interface CellLines {
  /** @param runsOn - the next line continues this one */
  add(line: string, runsOn?: boolean): void;
  words(): string;
}

export function gatherLines(): CellLines {
  let words = "";
  // Counted, not kept: a cell may hold millions of them.
  let blanks = 0;
  let joins = true;
  return {
    add(line, runsOn = false) {
      if (line.trim() === "") {
        if (!runsOn && words !== "") blanks += 1;
        return;
      }
      words += joins ? line : "\n".repeat(Math.min(blanks, mostBlankLines) + 1) + line;
      blanks = 0;
      joins = runsOn;
    },
    words: () => words.replace(/^(?:[^\S\n]*\n)+|\s+$/g, ""),
  };
}

const mostBlankLines = 20;
