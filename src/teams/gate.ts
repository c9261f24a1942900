import type { Activity } from "./activity.ts";
import { tenantsOf } from "./activity.ts";
import type { BotIdentity } from "./botIdentity.ts";

/** Where Teams' public cloud answers, as Microsoft's Teams SDK lists it. Anybody can own another name under trafficmanager.net. */
const teamsHosts = ["smba.trafficmanager.net", "smba.onyx.prod.teams.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"];
const loopback = ["127.0.0.1", "localhost", "[::1]"];

export interface Refusal {
  readonly status: number;
  readonly why: string;
}

/**
 * Checks botbuilder leaves out. Our sign-in token goes to whatever serviceUrl an activity names, so its host matters.
 *
 * @param identity - undefined in local mode, where only this machine may be answered
 * @returns undefined when the activity may pass
 */
export function refusalOf(activity: Activity, identity: BotIdentity | undefined): Refusal | undefined {
  if (activity.channelId !== "msteams") return { status: 400, why: "Drumbeat speaks to Microsoft Teams only." };
  if (!mayBeCalled(activity.serviceUrl, identity)) {
    return { status: 403, why: identity ? "That service address is not one of Teams' own." : "In local mode the service address must be on this machine." };
  }
  if (!identity) return undefined;

  const tenants = tenantsOf(activity);
  const ours = tenants.length > 0 && tenants.every((tenant) => tenant.toLowerCase() === identity.tenantId.toLowerCase());
  return ours ? undefined : { status: 403, why: "That is not the tenant Drumbeat serves." };
}

/** Whether the bot may show its token at a service address, whoever named it: an activity, or what is stored. */
export function mayBeCalled(serviceUrl: string, identity: BotIdentity | undefined): boolean {
  const { protocol, hostname, port } = new URL(serviceUrl);
  return identity ? protocol === "https:" && port === "" && teamsHosts.includes(hostname) : loopback.includes(hostname);
}
