/** A paragraph that stands outside tables. */
export interface BodyParagraph {
  readonly words: string;
  /** 0 for the title, 1 for a first heading. */
  readonly level?: number;
  /** All its words are bold, or it is a caption. */
  readonly standsOut: boolean;
}

/** Longer ones are emphasis, not headings. */
const longestLine = 200;
/** Deeper than any heading Word has. */
const boldLine = 99;

/** Keeps the headings that hold for what comes next in a document. */
export interface HeadingsAbove {
  paragraph(paragraph: BodyParagraph): void;
  /**
   * Headings of the table that begins here, outermost first. Bold lines count only straight above a table, for many plans know no other
   * headings; like headings they hold for later tables, until a heading or another bold line takes their place.
   */
  ofTable(): readonly string[];
}

export function followHeadings(): HeadingsAbove {
  let headings: { level: number; words: string }[] = [];
  let boldLines: string[] = [];
  return {
    paragraph({ words, level, standsOut }) {
      const line = words.replace(/\s+/g, " ").trim();
      if (line === "") return;
      if (level !== undefined) {
        headings = [...headings.filter((above) => above.level < level), { level, words: line }];
        boldLines = [];
      } else if (standsOut && line.length <= longestLine) boldLines = [...boldLines, line].slice(-3);
      else boldLines = [];
    },
    ofTable() {
      if (boldLines.length > 0) headings = [...headings.filter(({ level }) => level < boldLine), ...boldLines.map((words) => ({ level: boldLine, words }))];
      boldLines = [];
      return headings.map(({ words }) => words);
    },
  };
}
