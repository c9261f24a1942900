import { anyMonth } from "../due/monthNames.ts";

/** What a board wants to hear of a rating that worries it. */
export type Explanation = "cause" | "action" | "otherwise";

/*
 * Generous on purpose: a challenge that is wrong teaches leads to pass all of them over. So each asks only where none of
 * the words is there by which people tell such a thing. They are pieces of patterns, each a whole word or several.
 */
const tells: Readonly<Record<Explanation, readonly string[]>> = {
  cause: [
    "because|due to|owing to|since|as (?:we|the|there|it|our|no)|cause[ds]?|result of|reason|after|following",
    "vacan\\w*|short(?:age|staffed)\\w*|sick\\w*|illness|absen\\w*|left|leav\\w*|resign\\w*|recruit\\w*|strike|nobody",
    "no (?:capacity|fund\\w*|staff|trainer|money|budget|room|provider|response|bid\\w*|one)|lack\\w*|too (?:few|many|much|little)",
    "delay\\w*|late(?:ness)?|missed|slip\\w*|stuck|stopped|fail\\w*|cancel\\w*|withdr[ae]w\\w*|outage",
    "(?:a)?wait\\w*|depend\\w*|unable|can(?:no|')?t|not (?:yet )?(?:agreed|approved|available|received|signed|in post)",
    "backlog|demand|pressure|cost\\w*|funding|budget",
  ],
  action: [
    "we(?:'re|'ll|'ve| are| will| have| plan)|i(?:'m|'ll|'ve| am| will| have)|being|in hand|working (?:on|with|to)",
    "will (?:be|meet|start|begin|hold|run|train|write|ask|send|review|appoint|interview|recruit|finish|complete|open|move)",
    "plan(?:s|ned|ning) to|planned|meet(?:s|ing)?|interview\\w*|(?:re-?)?advert\\w*|agency|recruiting|appoint\\w*|train(?:ing|ed) (?:is|starts|begins|on)",
    "arrang\\w*|book\\w*|agreed (?:with|to)|commission\\w*|tender\\w*|procur\\w*|extra|additional|review(?:ing|ed)?",
    "escalat\\w*|recover\\w*|mitigat\\w*|start(?:s|ing) (?:in|on|from|next)|next (?:step|week|month)",
    `to be (?:done|held|trained|filled|agreed|signed|finished)|by (?:${anyMonth}|christmas|easter|the end|mid|next|summer|spring|autumn)`,
  ],
  otherwise: [
    "otherwise|or else|unless|if (?:not|we|this|it|that|the|they|nobody|no|nothing)|without (?:this|it|that|them|a|more|the)",
    "risks?|impact\\w*|consequence\\w*|mean(?:s|ing)|knock-?on|could|may|might|would|won't",
    "will (?:slip|miss|not|be (?:missed|late|delayed)|wait|have to)",
    "(?:famil(?:y|ies)|children|pupils|parents|young people|schools) (?:will|wait|go|lose|miss)",
  ],
};
const patterns = (Object.keys(tells) as Explanation[]).map((one) => [one, new RegExp(`\\b(?:${tells[one].join("|")})\\b`, "i")] as const);

/** What some words leave out of cause, what is being done, and what happens otherwise. */
export function leftOut(words: string): Explanation[] {
  const said = words.replace(/[’‘]/g, "'");
  return patterns.filter(([, pattern]) => !pattern.test(said)).map(([explanation]) => explanation);
}
