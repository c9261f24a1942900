import { limits } from "./table.ts";
import { UnreadableFile } from "./unreadableFile.ts";

/** Counts what a file's sheets hold together, so that a file too large is refused before it fills the memory. */
export interface SheetTally {
  /** @throws UnreadableFile for one sheet more than `limits.sheets` */
  sheet(): void;
  /** One row with words in it. @throws UnreadableFile for one more than `limits.rows` */
  row(): void;
  /** @throws UnreadableFile once there are more than `limits.allCharacters` */
  words(cells: readonly string[]): void;
}

export function tallySheets(): SheetTally {
  let sheets = 0;
  let rows = 0;
  let characters = 0;
  return {
    sheet() {
      sheets += 1;
      if (sheets > limits.sheets) throw tooMany(limits.sheets, "sheets or tables");
    },
    row() {
      rows += 1;
      if (rows > limits.rows) throw tooMany(limits.rows, "rows");
    },
    words(cells) {
      for (const cell of cells) characters += cell.length;
      if (characters > limits.allCharacters) throw tooMany(limits.allCharacters, "characters");
    },
  };
}

/** @param sheet - left out where the file is one sheet */
export function tooManyColumns(row: number | null, sheet?: string): UnreadableFile {
  return new UnreadableFile(`The file has more than ${limits.columns} columns, so it was not read; leave in those of the plan.`, {
    row,
    ...(sheet && { sheet }),
  });
}

function tooMany(count: number, what: string): UnreadableFile {
  return new UnreadableFile(`The file has more than ${count.toLocaleString("en-GB")} ${what}, so it was not read; leave in those of the plan.`);
}
