/** What a board wants to hear of a rating that worries it. */
export type Explanation = "cause" | "action" | "otherwise";

/*
 * Generous on purpose: a challenge that is wrong teaches leads to pass all of them over. So each asks only where not one
 * of the words is there by which people tell such a thing.
 */
const tells: readonly (readonly [Explanation, RegExp])[] = [
  [
    "cause",
    /\b(?:because|due to|owing to|since|as (?:we|the|there|it|our|no)|cause[ds]?|result of|reason|after|following|vacan\w*|short(?:age|staffed)\w*|sick\w*|illness|absen\w*|delay\w*|late(?:ness)?|(?:a)?wait\w*|depend\w*|lack\w*|no (?:capacity|fund\w*|staff|trainer|money|budget|room|provider|response|bid\w*|one)|nobody|unable|can(?:no|')?t|left|leav\w*|resign\w*|backlog|demand|pressure|not (?:yet )?(?:agreed|approved|available|received|signed|in post)|cost\w*|funding|budget|strike|recruit\w*|fail\w*|cancel\w*|slip\w*|stuck|stopped|withdr[ae]w\w*|outage|too (?:few|many|much|little)|missed)\b/i,
  ],
  [
    "action",
    /\b(?:we(?:'re|'ll|'ve| are| will| have| plan)|i(?:'m|'ll|'ve| am| will| have)|will (?:be|meet|start|begin|hold|run|train|write|ask|send|review|appoint|interview|recruit|finish|complete|open|move)|plan(?:s|ned|ning) to|planned|meet(?:s|ing)?|interview\w*|advert\w*|re-?advert\w*|agency|being|recruiting|arrang\w*|book\w*|agreed (?:with|to)|commission\w*|train(?:ing|ed) (?:is|starts|begins|on)|appoint\w*|start(?:s|ing) (?:in|on|from|next)|escalat\w*|recover\w*|mitigat\w*|review(?:ing|ed)?|working (?:on|with|to)|in hand|next (?:step|week|month)|tender\w*|procur\w*|extra|additional|to be (?:done|held|trained|filled|agreed|signed|finished)|by (?:january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|the end|mid|next|summer|spring|autumn))\b/i,
  ],
  [
    "otherwise",
    /\b(?:otherwise|or else|if (?:not|we|this|it|that|the|they|nobody|no|nothing)|unless|without (?:this|it|that|them|a|more|the)|risks?|at risk|will (?:slip|miss|not|be (?:missed|late|delayed)|wait|have to)|won't|impact\w*|consequence\w*|mean(?:s|ing)|knock-?on|could|may|might|would|(?:famil(?:y|ies)|children|pupils|parents|young people|schools) (?:will|wait|go|lose|miss))\b/i,
  ],
];

/** What some words leave out of cause, what is being done, and what happens otherwise. */
export function leftOut(words: string): Explanation[] {
  const said = words.replace(/[’‘]/g, "'");
  return tells.filter(([, telling]) => !telling.test(said)).map(([explanation]) => explanation);
}
