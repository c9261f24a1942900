import { escapeMarkdown } from "../cards/escape.ts";
import { UserError } from "../domain/userError.ts";
import type { PlanCommand } from "./command.ts";

const adding = /^(\S{2,20}) (?:is|means|=) (\S.{0,200})$/i;
const removing = /^(?:forget|remove|without) (\S+)$/i;

/** Abbreviations of the plan's own, which its reports write out and list: `glossary EHE is elective home education`, `glossary forget EHE`. */
export const glossaryCommand: PlanCommand = {
  name: "glossary",
  usage: "glossary [SHORT is MEANING]",
  does: "Abbreviations that the plan's reports explain",
  where: ["personal"],
  deed: "manage",
  takes: { test: (rest) => adding.test(rest) || removing.test(rest) },
  unlisted: true,
  async run({ ports, rest }, { plan }) {
    const { glossary = {} } = plan.settings;
    const [, short, meaning] = adding.exec(rest.trim()) ?? [];
    const [, gone] = removing.exec(rest.trim()) ?? [];
    if (rest.trim() === "") return answer(`${listed(glossary)} To add one, write for example: glossary EHE is elective home education`);
    if (short && meaning) {
      await ports.plans.saveSettings(plan.id, (settings) => ({ ...settings, glossary: { ...settings.glossary, [short]: meaning.trim() } }));
      return answer(`Reports explain ${short} as “${meaning.trim()}” from now on.`);
    }
    if (!gone) throw new UserError("Write the abbreviation and what it means, for example: glossary EHE is elective home education");
    if (glossary[gone] === undefined) throw new UserError(`${gone} is not among the plan’s own abbreviations. ${listed(glossary)}`);
    await ports.plans.saveSettings(plan.id, (settings) => {
      const { [gone]: _, ...left } = settings.glossary ?? {};
      return { ...settings, glossary: left };
    });
    return answer(`${gone} is no abbreviation of the plan’s own any more.`);
  },
};

function listed(glossary: Readonly<Record<string, string>>): string {
  const own = Object.entries(glossary).map(([short, meaning]) => `${short}: ${meaning}`);
  return own.length === 0
    ? "Reports explain the usual abbreviations, such as SEND and EHCP; the plan has added none."
    : `Besides the usual abbreviations reports explain ${own.join("; ")}.`;
}

function answer(sentence: string) {
  return { text: escapeMarkdown(sentence), alert: "Glossary" };
}
