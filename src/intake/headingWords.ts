import { foldHeading, type PlanField } from "./planFields.ts";

const level = "(?:area|priority|key concern|concern|workstream|work ?stream|strand|pillar|theme|objective)";
const deed = "(?:sub ?)?(?:actions?|activit(?:y|ies)|tasks?)";
const colours = "(?:b?rags?|ragb|bragg?|bragp|rabg|rygb)";

const partner = "(?:la|lea|local authority|council|education|social care|health|icb|ccg|nhs|parent carer(?: forum)?|pcf|partner(?:ship)?|school)";
const ofPartner = new RegExp(`^${partner} (?:action )?(?:leads?|owners?|officers?)$|^(?:lead|owner)s? (?:officer )?(?:from |in |for )?(?:the )?${partner}$`);

/** Whether a heading names the lead of one partner, beside whom another column may name another's: `LA lead`, `Health lead`. */
export function namesPartnersLead(heading: string): boolean {
  return ofPartner.test(foldHeading(heading));
}

/**
 * What a heading may mean, and how surely, of ten. Headings were gathered from plans councils published; where two
 * fields share one, the values decide (`judgeColumns`).
 */
const words: readonly (readonly [PlanField, number, RegExp])[] = [
  ["area", 12, new RegExp(`^${level} (?:ref|reference|no|number|id)$`)],
  ["area", 10, /^areas?$/],
  [
    "area",
    9,
    new RegExp(`^(?:key |improvement |strategic |priority |focus )?${level}s?(?: of (?:significant )?(?:weakness|concern|focus|improvement|development))?$`),
  ],
  ["area", 8, /^areas? (?:of|for) (?:significant )?(?:weakness|concern|focus|improvement|development)(?: es)?$|^(?:priority|improvement) areas?$/],
  ["area", 7, /^section$/],
  ["area", 5, /^theme$|^what do we need to do$|^focus area$|^focus$|^(?:recommendation|finding|weakness|standard|aim|goal)s?$/],
  ["areaTitle", 10, new RegExp(`^${level} (?:title|name|description)$`)],
  ["areaTitle", 3, new RegExp(`^${level}$`)],
  ["sro", 10, /^senior responsible|^sro\b|accountable|^(?:strategic|executive|senior|slt) (?:lead|sponsor|officer|owner)|^sponsor|^director$/],
  ["section", 8, /^sub ?(?:section|theme|priority)$/],
  ["section", 6.5, /^section$/],
  ["iStatement", 10, /^i statements?$/],
  ["actionRef", 10, new RegExp(`^(?:${deed}|focus area|item) ?(?:plan )?(?:ref|reference|no|number|id|#)$`)],
  ["actionRef", 9, /^(?:ref|reference|no|number|id|#|item|ref(?:erence)? (?:no|number)|unique id|wsoa ref(?:erence)?|line)$/],
  ["actionRef", 9, /^action ?ref(?:erence)? ?(?:no|number)?$/],
  ["measureNo", 10, /^(?:impact |outcome )?(?:measure|kpi|indicator) ?(?:no|number|ref|reference|id)$/],
  ["action", 10, new RegExp(`^${deed}(?: (?:and |or )?${deed})?$`)],
  ["action", 9, /^focus area$|^action activity$|^actions? (?:we will take|required|needed|to be taken|description|title|point|agreed|and activity|steps?)$/],
  ["action", 8, new RegExp(`^(?:key|improvement|agreed|planned|specific|proposed|detailed|high level|summary of|what) ${deed}$`)],
  [
    "action",
    8,
    /^actions? (?:to|we|that|for)\b.*$|^(?:what|what else) (?:we will|will we|we are going to|are we going to|we need to) do.*$|^what (?:needs to|will) be done$/,
  ],
  ["action", 6, /^what do we need to do$|^what$|^how(?: will we do it| we will do it)?$|^steps?$|^initiative$|^project$/],
  ["action", 4, /^(?:deliverables?|recommendations?|milestones?|objectives?|description|intervention|improvement)$/],
  [
    "lead",
    10,
    /^(?:action|delivery|operational|responsible|named|project|overall)? ?(?:leads?|owners?)(?: officers?| persons?| names?| s| role| agency and officer| and resources?| resources?)*$/,
  ],
  [
    "lead",
    10,
    /^(?:lead |person |officer |persons )?responsib(?:le|ility)(?: officers?| persons?| leads?| for.*)?$|^responsible (?:officer|person|lead|owner).*$|^by whom$|^(?:action|task) owner$/,
  ],
  ["lead", 8, /^who(?: is responsible| will (?:do|lead)(?: it| this)?| by| is leading)?$|^assigned(?: to)?$|^allocated to$|^lead officer.*$|^officers?$/],
  ["lead", 9, ofPartner],
  ["lead", 4, /^lead (?:agency|organisation|partner|service|team)s?$/],
  ["resources", 9, /^(?:resources?|capacity)(?: (?:required|needed|and capacity|implications))?$/],
  [
    "evidence",
    10,
    /^evidence(?: of (?:success|impact|completion|progress))?$|^success criteri(?:a|on)$|^(?:what (?:will|does|would)) (?:success|good) look.*$/,
  ],
  [
    "evidence",
    9,
    /^how (?:will we|we will|we ll|do we|will you) (?:know|measure).*$|^(?:success|evidence|measures? of success|success measures?)\b.*$|^what will (?:change|be different).*$/,
  ],
  [
    "evidence",
    7,
    /^(?:intended|expected|desired|planned|anticipated) (?:outcome|impact|result|benefit)s?$|^(?:the )?difference.*$|^what (?:we|you|families) will see$|^(?:impact|outcomes?)(?: outcomes?| impact)? (?:we want|to be achieved|required|sought)$|^benefits?(?: purpose)?$|^impact$|^(?:required|target) outcomes?$/,
  ],
  ["evidence", 5, /^outcomes?$|^purpose$/],
  ["outcome", 4.5, /^(?:intended |strategic |key )?outcomes?(?: statement)?$/],
  ["measure", 10, /^impact measures?(?: kpis? targets?)?$/],
  [
    "measure",
    9,
    /^(?:kpi|key performance indicator|(?:key |performance |progress |outcome |outcome progress )?(?:measure|indicator)|metric)s?(?: of impact)?$/,
  ],
  [
    "due",
    10,
    /^(?:completion|due|target completion|expected completion|planned completion|delivery|deadline) ?dates?$|^due(?: by)?$|^by when$|^deadlines?$|^date (?:due|for completion|of completion)$|^(?:to be )?completed? by$/,
  ],
  [
    "due",
    9,
    /^time ?(?:scale|frame|line|table)s?(?! start| begin)(?: .*)?$|^target dates?$|^when(?: by)?$|^(?:end|finish) dates?$|^due date.*$|^(?:original|initial|agreed|planned|proposed|current) (?:(?:due|completion|target|end|delivery|finish) )?(?:dates?|deadlines?|time ?scales?|time ?frames?)$|^completion dates? .*$/,
  ],
  ["due", 5, /^dates?$|^completion$|^(?:end|ends|finish|finishes|complete by|delivery)$|^milestone dates?$|^start revised end.*$/],
  ["revised", 10, /^(?:revised|extended|amended|new|updated|forecast) (?:(?:due|completion|target|end|delivery) )?(?:dates?|deadline|timescales?)$/],
  [
    "rating",
    10,
    new RegExp(
      `^(?:current |latest |overall |progress |action |delivery )?${colours}(?: (?:rating|status|progress|rated|score|\\d{4}|[a-z]{3,9}(?: \\d{2,4})?))*$`,
    ),
  ],
  ["rating", 10, /^progress (?:rating|status|brag|rag)$/],
  ["rating", 9, /^ratings?$|^(?:current |action |overall |delivery |completion )?status$|^(?:traffic light|colour)(?: rating)?$/],
  ["rating", 6, /^progress(?: impact)?(?: b?rag)?$|^(?:current )?position$|^complete(?:d)?$|^state$/],
  ["impact", 10, new RegExp(`^impact (?:${colours}|rating|status)(?: rating)?$`)],
  ["impact", 8, /^impact$/],
  [
    "narrative",
    10,
    /^progress (?:narrative|updates?|notes?|comments?|commentary|to date|made|report|since.*|against.*|and .*)(?: .*)?$|^(?:narrative|updates?|latest updates?|commentary)(?: .*)?$/,
  ],
  ["narrative", 9, /^where (?:we are|are we|are we at|we are at)(?: now| today| up to)?$|^(?:how are we|how we are) doing$/],
  [
    "narrative",
    8,
    /^comments?(?: .*)?$|^(?:latest|current) (?:position|progress|situation|state)$|^actions? (?:taken|update|progress).*$|^(?:b?rag|rating|status) (?:narrative|comments?|rationale|commentary|update)$|^learning(?: .*)?$|^progress$/,
  ],
  ["narrative", 5, /^notes?$|^(?:current )?position$|^what (?:have we|we have) done.*$|^(?:current )?status$/],
  ["risk", 9, /^(?:key )?risks?(?: .*)?$|^risks? (?:and|or) issues?.*$|^(?:barriers|issues|challenges)(?: .*)?$/],
  ["baseline", 10, /^baseline(?: .*)?$|^starting (?:point|position)$/],
  ["latest", 9, /^(?:latest|current|actual)(?: (?:position|performance|value|figure|data|[a-z]+ \d{4}|\d{4}))?$/],
  ["target", 9, /^targets?(?: (?:\d{4}.*|value|figure|[a-z]+ \d{4}))?$/],
  ["expectedChange", 10, /^(?:expected|desired|intended) (?:change|direction)$|^direction(?: of travel)?$/],
  ["kind", 8, /^(?:type|kind|category|method)(?: of (?:measure|evidence|monitoring))?$|^(?:measure|evidence|monitoring) type$|^pi audit voice review$/],
  ["waitsFor", 10, /^(?:depend(?:s on|ency|encies|ent on)|waits for|predecessors?|interdependenc(?:y|ies)|awaiting)(?: .*)?$/],
];

/** @returns every field the heading may stand for, most likely first */
export function meaningsOf(heading: string): { field: PlanField; score: number }[] {
  const whole = meaningsOfName(foldHeading(heading));
  // `Action⏎(what we will do)`: what stands in brackets or below only explains the heading.
  return whole.length > 0
    ? whole
    : meaningsOfName(
        foldHeading(
          heading
            .replace(/\([^)]*\)/g, "")
            .trim()
            .split("\n")[0] ?? "",
        ),
      );
}

function meaningsOfName(name: string): { field: PlanField; score: number }[] {
  if (name === "" || name.length > 100) return [];
  const best = new Map<PlanField, number>();
  for (const [field, score, pattern] of words) if (pattern.test(name)) best.set(field, Math.max(score, best.get(field) ?? 0));
  return [...best].map(([field, score]) => ({ field, score })).sort((a, b) => b.score - a.score);
}

/** `Impact measures` heads a list inside one cell, `Impact measure` one measure a row. */
export function isPlural(heading: string): boolean {
  return /(?:measures|kpis|indicators|metrics)(?: kpis? targets?)?$/.test(foldHeading(heading));
}
