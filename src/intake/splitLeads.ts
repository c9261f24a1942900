/**
 * Parts the leads of one cell, judging it by itself. Where there is a column, `splitLeadsOfColumn` knows more.
 *
 * @returns each lead once, in the order written, its white space collapsed; none for a blank cell, `TBC` or `To be agreed`
 */
export function splitLeads(cell: string): string[] {
  return splitLeadsOfColumn([cell])[0] ?? [];
}

/**
 * Parts the leads of every cell of a column at `, `, `; `, ` & `, `/` (with or without spaces) and line breaks. `C&F`, what
 * stands in brackets and an `and` are parts of a title; a bracket after a stray comma belongs to the post before it. The
 * cells of senior responsible officers are never split: their commas belong to one title.
 *
 * `X & Y` may be one team or two. It is one where it stands whole beside a `/` or a `;` (`SENDAR / SEND & Inclusion`); else two
 * where one half leads by itself elsewhere in the column (`CCG & WCC Commissioning`); else one where both halves only name
 * a subject (`Children & Families`); else two. A post in other capitals is the same post: the first spelling in the column wins.
 *
 * @returns for each cell, in order, what `splitLeads` says of it
 */
export function splitLeadsOfColumn(cells: readonly string[]): string[][] {
  const whole = cells.map((cell) => piecesOf(cell, () => false).map(tidy));
  const leads = new Set(whole.flat().map(keyOf));
  const teams = new Set(
    whole.filter((_, at) => partsOf(cells[at] ?? "").some(({ text, separates }) => separates && /[/;]/.test(text))).flatMap((pieces) => pieces.map(keyOf)),
  );

  const isTwo: IsTwo = (left, right, both) => {
    if (teams.has(both)) return false;
    if (leads.has(keyOf(left)) || leads.has(keyOf(right))) return true;
    return !(subjectBefore.test(left.trim()) && subjectAfter.test(right.trim()));
  };
  const spellings = new Map<string, string>();
  return cells.map((cell) => {
    const names = piecesOf(cell, isTwo)
      .map((piece) => tidy(piece).replace(/^and /i, ""))
      .filter((name) => name !== "" && !nobody.test(name));
    for (const name of names) if (!spellings.has(keyOf(name))) spellings.set(keyOf(name), name);
    return [...new Set(names.map((name) => spellings.get(keyOf(name)) ?? name))];
  });
}

/** Whether an ampersand parts two leads; `both` is the key of the whole they stand in. */
type IsTwo = (left: string, right: string, both: string) => boolean;

const subjectBefore =
  /\b(?:SEND|SEN|children(?:['’]s)?|adults?|education|health|quality|learning|policy|strategy|schools?|early years|inclusion|performance|participation|communications?|data|skills|standards|speech|assessment)$/i;
const subjectAfter =
  /^(?:inclusion|famil(?:y|ies)|young people|skills|well-?being|social care|care|learning|employment|safeguarding|standards|performance|improvement|engagement|communications?|language|participation|partnerships?|quality|resources|maternity|planning|early (?:help|years)|disabilit(?:y|ies)|communities|development|insight)\b/i;
const nobody = /^(?:tb[acd]|to be (?:agreed|confirmed|determined|decided|appointed)|n\/?a|none|vacant|unknown|[-–—?.]+)\.?$/i;

function piecesOf(cell: string, isTwo: IsTwo): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const part of partsOf(cell)) {
    if (part.separates) {
      pieces.push(piece);
      piece = "";
    } else piece += part.text;
  }
  pieces.push(piece);
  return joinBrackets(pieces).flatMap((one) => atAmpersands(one, isTwo));
}

interface Part {
  readonly text: string;
  readonly separates: boolean;
}

/** `Parent/Carer Forum` and `n/a` have a stroke that parts nothing. */
const ownStroke = /(?<=\b(?:parents?|and|n)) ?\/ ?(?=(?:carers?|or|a)\b)/gi;
const keptStroke = "\u2215";

/** The cell cut where a separator may stand. Inside brackets there is none; a bracket never closed opens nothing. */
function partsOf(cell: string): Part[] {
  const tokens = cell.replace(ownStroke, keptStroke).split(/([()]|[,;](?=\s|$)|\/|[\r\n]+)/);
  let closing = tokens.filter((token) => token === ")").length;
  let depth = 0;
  return tokens.map((token) => {
    if (token === "(" && depth < closing) depth++;
    if (token === ")") {
      closing--;
      depth = Math.max(0, depth - 1);
    }
    return { text: token.replaceAll(keptStroke, "/"), separates: depth === 0 && /^(?:[,;/]|[\r\n]+)$/.test(token) };
  });
}

/** `Lead for Children and Maternity, (CCG)`: what stands wholly in a bracket is no lead. */
function joinBrackets(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (/^\s*\([^()]*\)\s*$/.test(piece) && before?.trim()) joined[joined.length - 1] = `${before.trimEnd()} ${piece.trim()}`;
    else joined.push(piece);
  }
  return joined;
}

function atAmpersands(text: string, isTwo: IsTwo): string[] {
  const halves: string[] = [""];
  let depth = 0;
  for (const token of text.split(/([()]|\s&(?=\s|$))/)) {
    if (token === "(") depth++;
    if (token === ")") depth = Math.max(0, depth - 1);
    if (depth === 0 && /^\s&$/.test(token)) halves.push("");
    else halves[halves.length - 1] += token;
  }
  const both = keyOf(text);
  const [first = "", ...others] = halves;
  const pieces = [first];
  for (const half of others) {
    const before = pieces.at(-1) ?? "";
    if (isTwo(before, half, both)) pieces.push(half);
    else pieces[pieces.length - 1] = `${before} &${half}`;
  }
  return pieces;
}

function tidy(piece: string): string {
  return piece.replace(/\s+/g, " ").trim();
}

function keyOf(name: string): string {
  return tidy(name).toLowerCase();
}
