import { abbreviations } from "./abbreviations.ts";
import { mapWords, wordsOf } from "./mapWords.ts";
import { type Report, type ReportPart, rowOf } from "./report.ts";
import { sentenceCase } from "./sentenceCase.ts";

type Glossary = Readonly<Record<string, string>>;

/** @param own - what the plan's settings add, which outranks ours */
export function glossaryOf(own: Glossary | undefined): Glossary {
  return { ...abbreviations, ...own };
}

/** The abbreviations the report uses, with what they mean; undefined where it uses none. */
export function glossaryPart(report: Pick<Report, "parts">, glossary: Glossary): ReportPart | undefined {
  const text = wordsOf(report).join("\n");
  const used = Object.keys(glossary)
    .filter((short) => wholeWord(short).test(text))
    .sort((a, b) => a.localeCompare(b, "en"));
  if (used.length === 0) return undefined;
  const rows = used.map((short) => rowOf(short, glossary[short] ?? ""));
  return { heading: "Glossary", level: 1, blocks: [{ kind: "table", table: { name: "Glossary", columns: ["Short", "In full"], rows } }] };
}

/** As `expander` does, in all of a report. */
export function expandOnFirstUse<R extends Pick<Report, "parts">>(report: R, glossary: Glossary): R {
  return mapWords(report, expander(glossary));
}

/**
 * Writes an abbreviation out where a reader first meets it: `children missing education (CME)`.
 *
 * @returns remembers what was met: hand it the words in the order they are read
 */
export function expander(glossary: Glossary): (words: string) => string {
  const met = new Set<string>();
  const any = wholeWord(...Object.keys(glossary));
  return (words) =>
    words.replace(any, (found, short: string, ending: string, at: number) => {
      if (met.has(short)) return found;
      met.add(short);
      // The plan has written it out itself: `Joint Strategic Needs Assessment (JSNA)`, `JSNA (Joint …)`.
      const isWrittenOut = words[at - 1] === "(" || words.slice(at + found.length).startsWith(" (");
      if (isWrittenOut) return found;
      const inFull = `${glossary[short]}${ending} (${found})`;
      return /(?:^|[.!?]\s+)$/.test(words.slice(0, at)) ? sentenceCase(inFull) : inFull;
    });
}

/** The abbreviation as a word of its own, or its plural. */
function wholeWord(...shorts: readonly string[]): RegExp {
  const escaped = shorts.toSorted((a, b) => b.length - a.length).map((short) => short.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join("|")})(s?)(?![\\p{L}\\p{N}])`, "gu");
}
