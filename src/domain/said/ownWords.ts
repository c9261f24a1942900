/** A message without what the person only repeated. */
export interface OwnWords {
  readonly own: string;
  /** What they replied to, for the measure it names. */
  readonly quoted: string;
  /** Somebody else's mail, or far longer than anybody types in chat. */
  readonly forwarded: boolean;
}

const quoteLine = /^\s*(?:>|&gt;|\|)\s?/;
const mailHead = /^\s*(?:from|sent|to|cc|subject|date|von|gesendet)\s*:/i;
const forwardMark = /^\s*(?:-{2,}\s*(?:original|forwarded) message|begin forwarded message|_{8,})/i;
const signature = /^\s*(?:sent from (?:my|outlook)|get outlook for)\b.*$/i;
const goodbye =
  /(?<=\S\s*[\n.!?])\s*(?:[Mm]any |[Kk]ind |[Bb]est |[Ww]arm(?:est)? )*(?:[Tt]hanks|[Tt]hank you|[Rr]egards|[Ww]ishes|[Cc]heers)[\s,.!]*(?:[A-Z][\p{L}'’-]+[\s.]*){0,3}[\s.,!x]*$/u;
const mostLines = 15;
const mostUnits = 1_500;

/** Takes apart what somebody typed and what they quoted: lines with `>`, Teams' own quotes, the mail below a forward. */
export function ownWords(words: string): OwnWords {
  const quotes: string[] = [];
  const plain = words
    .replace(/\r\n?/g, "\n")
    .replace(/<quoted\b[^>]*\/?>(?:\s*<\/quoted>)?/gi, " ")
    .replace(/<blockquote\b[^>]*>([\s\S]*?)<\/blockquote>/gi, (_, inside: string) => {
      quotes.push(inside.replace(/<[^>]*>/g, " "));
      return "\n";
    });
  const lines = plain.split("\n");
  const own = lines.filter((line) => !quoteLine.test(line));
  quotes.push(...lines.filter((line) => quoteLine.test(line)).map((line) => line.replace(quoteLine, "")));
  const kept = withoutSignature(own);
  const forwarded = own.some((line) => forwardMark.test(line)) || own.filter((line) => mailHead.test(line)).length >= 2 || isLong(kept);
  return { own: kept, quoted: quotes.join("\n").trim(), forwarded };
}

/** The words as they are where nothing in them is quoted, else the person's own. */
export function withoutQuotes(words: string): string {
  if (!/[<>|]|&gt;/i.test(words)) return words;
  const { own, quoted } = ownWords(words);
  return quoted ? own : words;
}

function isLong(words: string): boolean {
  return words.length > mostUnits || words.split("\n").filter((line) => line.trim() !== "").length > mostLines;
}

/** A phone's footer, and `Thanks, Sam` below what was said. */
function withoutSignature(lines: readonly string[]): string {
  const said = lines
    .filter((line) => !signature.test(line))
    .join("\n")
    .trim();
  const end = goodbye.exec(said)?.index;
  return end === undefined ? said : said.slice(0, end).trim();
}
