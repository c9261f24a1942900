import { restorePlan } from "../flows/restorePlan.ts";
import { readFileOrRefuse } from "./readFileOrRefuse.ts";
import type { CliPorts } from "./readPlan.ts";
import type { Result } from "./result.ts";

/** @throws UserError for a file that is no saved plan, or a plan that is there without `--over` */
export async function restoreCommand(ports: CliPorts, file: string, options: { over?: boolean }): Promise<Result> {
  const { content, history } = await restorePlan(ports, await readFileOrRefuse(file), options.over === true);
  const measures = content.measures.filter(({ withdrawnOn }) => withdrawnOn === undefined).length;
  const json = { plan: content.id, measures, updates: history.length };
  return { json, text: `${content.title} is restored as “${content.id}”: ${measures} measures, ${history.length} updates.` };
}
