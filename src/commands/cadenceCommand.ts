import { escapeMarkdown } from "../cards/escape.ts";
import { parseLocalDate } from "../domain/localDate.ts";
import { UserError } from "../domain/userError.ts";
import { cadencesInWords, digestKinds, setCadence } from "../flows/setCadence.ts";
import type { PlanCommand } from "./command.ts";

const pattern = /^(\w+) (every (?:[1-9]\d? )?(?:week|month)s?|\S+) from (\S+)$/i;

/**
 * Shows when digests fall, or sets it: `cadence exception every 4 weeks from 2022-12-05`, or by an RFC 5545 rule,
 * `cadence full FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO from 2023-01-02`.
 */
export const cadenceCommand: PlanCommand = {
  name: "cadence",
  usage: "cadence",
  does: "When digests fall, and how to change it",
  where: ["personal", "channel"],
  deed: "manage",
  async run({ ports, rest }, { plan, today }) {
    const changed = rest ? await setCadence(ports, plan, { ...readCadence(rest), since: today }) : plan;
    const where = plan.channel ? "" : " No channel is bound yet: write “use this channel” to me in the one they belong in.";
    const how = rest ? "" : ` To change one, write for example: ${example}`;
    const said = cadencesInWords(ports, changed, today).join("; ");
    return { text: escapeMarkdown(`${said.replace(/^./, (first) => first.toUpperCase())}.${where}${how}`), alert: "Cadence" };
  },
};

const example = "cadence exception every 4 weeks from 2022-12-05";

function readCadence(words: string) {
  const [, kind, rule, from] = pattern.exec(words) ?? [];
  const known = digestKinds.find((one) => one === kind?.toLowerCase());
  const starts = from === undefined ? undefined : parseLocalDate(from);
  if (known && rule && starts) return { kind: known, ...readRhythm(rule), starts };
  throw new UserError(`Write which digest (${digestKinds.join(" or ")}), how often and the first day: ${example}`);
}

/** A rule is left as it is; what is said in words keeps its words for people. */
function readRhythm(rule: string): { rule: string; rhythm?: string } {
  const [, every, unit] = /^every (?:(\d+) )?(week|month)s?$/i.exec(rule) ?? [];
  if (!unit) return { rule: rule.toUpperCase() };
  const interval = Number(every ?? 1);
  const lower = unit.toLowerCase();
  return { rule: `FREQ=${unit.toUpperCase()}LY;INTERVAL=${interval}`, rhythm: interval === 1 ? `every ${lower}` : `every ${interval} ${lower}s` };
}
