const signs =
  "oops|whoops|sorry|apologies|no|nope|wait|hang on|hold on|actually|ah|oh|so|my (?:mistake|bad|error)|(?:the )?wrong (?:one|measure|action|ref|reference|number)|(?:that|this|it)(?:'s| is| was) (?:a mistake|(?:the )?wrong(?: (?:one|measure))?)";
const clauses = [
  "(?:i )?(?:really |actually )?meant(?: (?:it|that|this))?(?: (?:for|about|on|as|to be))?",
  "(?:that|this|it) (?:was|should(?:'ve| have)? (?:be|been|go|gone))(?: (?:meant|supposed))?(?: to be)?(?: (?:for|about|on|under|to))?",
  "should(?:'ve| have)? (?:be|been)(?: (?:for|on|under))?",
  "(?:please )?(?:put|move|change|switch) (?:that|this|it)(?: update)? (?:to|on|onto|under)",
];
const before = new RegExp(`^(?:(?:${signs})[\\s,.!:;–—-]+)*(?:(?:${clauses.join("|")})[\\s:]+)?(?:(?:measure|action) )?$`, "i");
const after = /^[\s,.!]*(?:(?:not|instead of) [\w.()/–-]{1,20}|instead|please|pls|sorry|thanks|thank you|my (?:mistake|bad))?[\s,.!]*$/i;

/**
 * Hears that what was said a moment ago was meant for another measure: `sorry, I meant 2.1.1-4`, `no, that was for 2.1.1-5`.
 *
 * @param said - the words before the other measure's reference, and those behind it
 */
export function forOtherSaid(said: { readonly before: string; readonly after: string }): boolean {
  const first = said.before.replace(/[’‘]/g, "'").trimStart();
  return /[a-z]/i.test(first.replace(/\b(?:measure|action)\b/gi, "")) && before.test(first) && after.test(said.after);
}
