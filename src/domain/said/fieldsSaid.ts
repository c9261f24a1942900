/** What somebody labelled: `Rating: Amber. Narrative: two posts vacant. Risk: winter. Help: agency budget`. */
export interface FieldsSaid {
  /** Before the first label: the measure, or nothing. */
  readonly head: string;
  readonly rating?: string;
  readonly narrative?: string;
  readonly figure?: string;
  readonly risk?: string;
  readonly mitigation?: string;
  readonly help?: string;
}

type Field = Exclude<keyof FieldsSaid, "head">;

const names: readonly (readonly [Field, string])[] = [
  ["rating", "rating|rag(?: rating)?|brag(?: rating)?|status|progress rating|colour"],
  ["narrative", "narrative|progress narrative|update|progress update|comments?|commentary|notes?|progress|reason|why"],
  ["figure", "figures?|value|kpi|number|data|result"],
  ["risk", "risks?|issues?"],
  ["mitigation", "mitigations?|mitigating actions?"],
  ["help", "help|help needed|what would help|support|support needed|asks?"],
];
const label = new RegExp(`(?:^|(?<=[.;,\\n])|(?<=\\s[-–—]))[\\s*•-]*(${names.map(([, all]) => all).join("|")})\\s*[:=]\\s*`, "gi");

/** @returns undefined where no two parts are labelled, nor the rating, the narrative or the help */
export function fieldsSaid(words: string): FieldsSaid | undefined {
  const labels = [...words.matchAll(label)];
  const fields = labels.map((match, n) => ({
    field: fieldOf(match[1] ?? ""),
    said: words.slice(match.index + match[0].length, labels[n + 1]?.index ?? words.length).replace(/^[\s.;,-]+|[\s;,–—-]+$/g, ""),
  }));
  const isLabelled = fields.length >= 2 || fields.some(({ field }) => field === "rating" || field === "narrative" || field === "help");
  if (!isLabelled) return undefined;
  const of = (wanted: Field) =>
    fields
      .filter(({ field, said }) => field === wanted && said !== "")
      .map(({ said }) => said)
      .join("\n") || undefined;
  const [rating, narrative, figure, risk, mitigation, help] = [of("rating"), of("narrative"), of("figure"), of("risk"), of("mitigation"), of("help")];
  const head = words.slice(0, labels[0]?.index ?? 0).trim();
  return {
    head,
    ...(rating && { rating }),
    ...(narrative && { narrative }),
    ...(figure && { figure }),
    ...(risk && { risk }),
    ...(mitigation && { mitigation }),
    ...(help && { help: help.replace(/\.$/, "") }),
  };
}

function fieldOf(name: string): Field {
  const found = names.find(([, all]) => new RegExp(`^(?:${all})$`, "i").test(name));
  return found?.[0] ?? "narrative";
}
