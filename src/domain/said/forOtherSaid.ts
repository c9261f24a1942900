const sure =
  "oops|whoops|sorry|apologies|no|nope|my (?:mistake|bad|error)|(?:the )?wrong (?:one|measure|action|ref|reference|number)|(?:that|this|it)(?:'s| is| was) (?:a mistake|(?:the )?wrong(?: (?:one|measure))?)|(?:not|instead of) (?:measure )?[\\w.()/–-]*\\d[\\w.()/–-]*";
const fillers = "wait|hang on|hold on|actually|ah|oh|so";
const clause = [
  "(?:i )?(?:really |actually )?meant(?: (?:it|that|this))?(?: (?:for|about|on|as|to be))?",
  "(?:that|this|it) (?:was|should(?:'ve| have)? (?:be|been|go|gone))(?: (?:meant|supposed))?(?: to be)?(?: (?:for|about|on|under|to))?",
  "should(?:'ve| have)? (?:be|been)(?: (?:for|on|under))?",
  "(?:please |can you |could you )?(?:put|move|change|switch) (?:that|this|it)(?: update)? (?:to|on|onto|under)",
].join("|");
const before = new RegExp(`^(?:(?:${sure}|${fillers})[\\s,.!:;–—-]+)*(?:(?:${clause})[\\s:]+)?(?:(?:measure|action) )?$`, "i");
/** Of itself `so 2.1.1-4` goes on to another measure. */
const says = new RegExp(`\\b(?:${sure}|${clause})\\b`, "i");
const after =
  /^[\s,.!]*(?:(?:not|instead of) (?:measure )?[\w.()/–-]{1,20}|instead|(?:please|pls)(?: (?:move|change|correct) (?:it|that))?|sorry|thanks|thank you|my (?:mistake|bad))?[\s,.!?]*$/i;

/**
 * Hears that what was said a moment ago was meant for another measure: `sorry, I meant 2.1.1-4`, `no, that was for 2.1.1-5`.
 *
 * @param said - the words before the other measure's reference, and those behind it
 */
export function forOtherSaid(said: { readonly before: string; readonly after: string }): boolean {
  const first = said.before.replace(/[’‘]/g, "'").trimStart();
  return before.test(first) && says.test(first) && after.test(said.after);
}
