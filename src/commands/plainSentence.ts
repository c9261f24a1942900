import { areaWord, typedRef } from "../domain/typedRef.ts";

const please =
  /^(?:(?:hi|hello|hey|please|pls|so|and|ok|okay|drumbeat|can you|could you|would you|can i|i want to|i would like to|i'd like to|tell me|let me know)[\s,]+)+/;
const ref = `(?:measure |action )?(${typedRef})`;

/** Whole sentences, and the words of the command they ask for: of several the first there is. `$1` is the sentence's own. */
const sentences: readonly (readonly [RegExp, ...string[]])[] = [
  [/^(?:show|list|give|see)(?: me)? (?:all )?(?:of )?my (?:open )?(?:actions|measures|tasks|kpis|list|work|updates)$/, "mine"],
  [/^what (?:do|must|should|have) i (?:have |need |got |still have )?(?:to )?(?:do|answer|update|report(?: on)?)(?: now| next| today| this week)?$/, "mine"],
  [/^(?:what(?:'s| is| are)? )?(?:on my list|my (?:list|tasks|actions|kpis)|mine to do|i leading|do i lead|am i leading|waiting for me|waits for me)$/, "mine"],
  [new RegExp(`^(?:i need to )?(?:update|report on|answer|do) ${ref}(?: now)?$`), "update $1"],
  [new RegExp(`^${areaWord} ?(\\d+)$`), "summary $1"],
  [new RegExp(`^how(?:'s| is| are| was)? ${areaWord} ?(\\d+)(?: (?:doing|going|getting on|looking|progressing|now))*$`), "summary $1"],
  [new RegExp(`^where (?:is|are|does|do) (?:we )?(?:with |on )?${areaWord} ?(\\d+)(?: stand| up to| at)?$`), "summary $1"],
  [/^how(?:'s| is| are)? (?:it|the plan|things|we|everything)(?: all)?(?: (?:doing|going|getting on|looking|overall|now))*$/, "summary"],
  [/^where (?:do|are|does) (?:we|things|the plan)(?: stand| up to| at)?$/, "summary"],
  [
    new RegExp(
      `^(?:what|which)(?:'s| is| are)?(?: measures| actions)?(?: is| are)? (?:overdue|late|behind|past (?:its|their) dates?)(?: (?:in|for) ${areaWord} ?(\\d+))?$`,
    ),
    "overdue $1",
  ],
  [
    /^(?:(?:what|which|is anything|anything)(?:'s| is| are)?(?: measures| actions)?(?: falls| falling)?|what do we have) due(?: ((?:in|within|during|next|this|today|by the end of).{0,40}?))?$/,
    "due $1",
  ],
  [
    new RegExp(
      `^(?:(?:is |are )?(?:there )?(?:anything|any|what|which)(?:'s| is| are)?(?: measures| actions)?(?: is| are| rated)? |how many(?: measures| actions)? (?:are|is) (?:rated )?)(red|amber|green|blue|gr[ae]y|pink|completed?)(?: now| (?:in|for) ${areaWord} ?(\\d+))?$`,
    ),
    "on a page $1 $2",
  ],
  [
    /^(?:what|which)(?:'s| is| are)?(?: things| measures)?(?: that)? (?:needs?|waits? for|waiting for|awaiting) (?:a |our |the board's |the chair's |my )?decisions?$/,
    "agenda",
  ],
  [/^(?:what|which)(?: decisions)?(?: do| must| should| are)? (?:we|i|the board|waiting|wait)(?: have| need)?(?: to)? ?(?:decide|for us|for me)?$/, "agenda"],
  [new RegExp(`^who(?:'s| is| are)? (?:silent|quiet|not answering)(?: (?:in|for) ${areaWord} ?(\\d+))?$`), "silent $1"],
  [
    /^(?:is )?(?:anything|something|anyone|anybody) (?:overdue|late|behind)$|^how many(?: measures| actions)? (?:are|is) (?:overdue|late|behind)$|^who(?:'s| is)? (?:late|behind)$/,
    "overdue",
  ],
  [/^unlink (?!(?:me|us|my)\b)(.+?)(?: from (?:everybody|everyone|anybody))?$/, "link $1 to nobody"],
  [/^people (?:not linked|unlinked|who are not linked)$/, "people"],
  [/^(?:accept|approve|refuse|reject|decline) (?:all|everything|them all|all of them)$/, "dates"],
  [/^(?:is there )?anything (?:i|we) (?:should|need to) (?:worry|be worried|know) about$/, "agenda", "exceptions"],
  [/^what (?:needs|wants) (?:my|our|the (?:board|chair)'s|the|some) attention$/, "agenda", "exceptions"],
  [new RegExp(`^(?:show (?:me )?|(?:what |how )?about |open )${ref}$`), "history $1"],
  [
    /^(?:what|what's|whats)(?: has| is)? (?:changed|new|different|happened|moved)(?: (?:since|in|this|last|lately|recently|here)\b.{0,40})?$/,
    "changes",
    "history this month",
  ],
  [new RegExp(`^(?:what|what's|whats)(?: has| was| is)?(?: been)? (?:said|reported|happening|happened)(?: (?:on|about|with|of|to))? ${ref}$`), "history $1"],
  [
    /^(?:what|which)(?: measures?)?(?:'s| is| are)?(?: waits| waiting| ready| need| needs)?(?: for| to)? ?(?:be )?(?:sign(?:ed|ing)?[ -]?off|signed)$/,
    "sign-off",
  ],
  [/^(?:what|which|any)(?: new)? (?:dates?|extensions?|date changes?)(?: are| is)? (?:waiting|wait|asked for|requested|to decide)(?: for me)?$/, "dates"],
  [/^who(?:'s| is)? (?:has )?(?:asked|asking) for (?:a |an )?(?:new date|extension|more time)$/, "dates"],
  [
    /^who (?:has not|hasn't|have not|haven't|did not|didn't|is yet to) (?:answered|answer|replied|reply|updated|update|responded)(?: yet)?$/,
    "silent",
    "people",
  ],
  [
    /^who(?:'s| is| are)? (?:linked|not linked|unlinked|everyone|everybody|in the plan|who|the (?:leads|chairs?|sros?|programme managers?)|the board)$|^who (?:still )?needs (?:linking|to be linked)$/,
    "people",
  ],
  [
    /^(?:what can (?:you|i) (?:do|ask|say|type)(?: (?:here|for me))?|commands|menu|options|how (?:does|do) (?:this|it|you) work|help me|i need help|what now|what next)$/,
    "help",
  ],
];

/** A reference alone, where it can be no report, asks to see it. A number, a time or a date alone is none. */
const refAlone = new RegExp(`^(?:(?:measure|action) (${typedRef})|([a-z]?\\d+(?:\\.\\d+)+[a-z]?(?:\\s*[-–—]\\s*\\d+)?|[a-z]+\\d+(?:\\.\\d+)*\\(\\w+\\)))$`);

/** The command that a reference alone asks for, as `plainSentence`. */
export function refAsked(words: string): string | undefined {
  const [, called, alone] = refAlone.exec(plainly(words)) ?? [];
  const asked = called ?? alone;
  return asked === undefined ? undefined : `history ${asked}`;
}

/** Without what politeness and a keyboard add. */
function plainly(words: string): string {
  return words
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\s.!?]+$/, "")
    .replace(please, "")
    .replace(/,? (?:please|pls|thanks|thank you|drumbeat)$/, "");
}

/**
 * The command a plain question or wish asks for: `how is area 2 doing?` asks for `summary 2`. Only sentences known whole count, since
 * a lead's report may begin like one.
 *
 * @param names - of the commands there are here
 */
export function plainSentence(words: string, names: readonly string[]): string | undefined {
  const said = plainly(words);
  for (const [pattern, ...asked] of sentences) {
    const found = pattern.exec(said);
    const command = found && asked.find((one) => names.some((name) => one === name || one.startsWith(`${name} `)));
    if (command)
      return command
        .replace("$1", found[1] ?? "")
        .replace("$2", found[2] ?? "")
        .trim();
  }
  return undefined;
}
