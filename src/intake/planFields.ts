/** What a column of a plan can mean. Each goes by the name an officer may use to correct the reading: `When=due`. */
export const planFields = [
  "area",
  "areaTitle",
  "sro",
  "section",
  "iStatement",
  "actionRef",
  "action",
  "lead",
  "resources",
  "evidence",
  "measureNo",
  "measure",
  "due",
  "revised",
  "rating",
  "impact",
  "narrative",
  "risk",
  "baseline",
  "latest",
  "target",
  "expectedChange",
  "kind",
  "outcome",
  "waitsFor",
] as const;

export type PlanField = (typeof planFields)[number];

/** How a field is called to people where the file has no heading for it. */
export const fieldNames: Readonly<Record<PlanField, string>> = {
  area: "Area",
  areaTitle: "Area title",
  sro: "Senior Responsible Officer",
  section: "Section",
  iStatement: "I statement",
  actionRef: "Action Ref",
  action: "Action",
  lead: "Lead",
  resources: "Resources",
  evidence: "Evidence of success",
  measureNo: "Measure No",
  measure: "Impact measure",
  due: "Completion date",
  revised: "Revised date",
  rating: "Progress rating",
  impact: "Impact rating",
  narrative: "Progress narrative",
  risk: "Risk",
  baseline: "Baseline",
  latest: "Latest",
  target: "Target",
  expectedChange: "Expected change",
  kind: "Type of measure",
  outcome: "Outcome",
  waitsFor: "Depends on",
};

/** In lower case, marks and brackets as single spaces: `Outcome/progress measure` is `outcome progress measure`. */
export function foldHeading(heading: string): string {
  return heading
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^a-z0-9#]+/g, " ")
    .trim();
}
