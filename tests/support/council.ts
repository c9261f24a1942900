import { linkLead, setRole } from "../../src/flows/knowPeople.ts";
import { importSample, type RunningBot, startBot, storedPlan } from "./startBot.ts";
import type { TeamsPerson } from "./teamsPerson.ts";

export const leadId = "11111111-1111-1111-1111-111111111111";
export const coLeadId = "22222222-2222-2222-2222-222222222222";
export const managerId = "33333333-3333-3333-3333-333333333333";
export const chairId = "44444444-4444-4444-4444-444444444444";

/** The sample plan in use: one of its leads, its programme manager and its chair, none of whom has the bot installed yet. */
export interface Council {
  readonly bot: RunningBot;
  readonly lead: TeamsPerson;
  readonly manager: TeamsPerson;
  readonly chair: TeamsPerson;
}

/**
 * Starts before nine on Tuesday 22 November 2022, so that nothing but answers comes until the clock is moved.
 *
 * @param leadAsWritten - in the sample plan
 * @param leadName - of the person linked to it
 */
export async function startCouncil(leadAsWritten: string, leadName: string): Promise<Council> {
  const bot = await startBot({ at: "2022-11-22T08:00:00Z", admins: [managerId] });
  await importSample(bot);
  const lead = await leadOf(bot, leadAsWritten, leadId, leadName);
  await setRole(bot.service.ports, await storedPlan(bot), chairId, "chair");
  return { bot, lead, manager: bot.person(managerId, "Programme Manager"), chair: bot.person(chairId, "Cath Chair") };
}

/** Somebody linked to a lead as the sample plan writes it. */
export async function leadOf(bot: RunningBot, asWritten: string, objectId: string, name: string): Promise<TeamsPerson> {
  await linkLead(bot.service.ports, await storedPlan(bot), { lead: asWritten, objectId });
  return bot.person(objectId, name);
}
