import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import type { Log } from "../ports.ts";
import type { BotIdentity } from "./botIdentity.ts";

/**
 * Signs the bot in and checks who calls it; without an identity it believes anybody.
 *
 * @throws Error when the identity is incomplete
 */
export function createAdapter(identity: BotIdentity | undefined, log: Log): CloudAdapter {
  const settings = identity && {
    MicrosoftAppType: identity.appType,
    MicrosoftAppId: identity.appId,
    MicrosoftAppTenantId: identity.tenantId,
    ...(identity.password && { MicrosoftAppPassword: identity.password }),
  };
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings ?? {}));
  // People were told already: the bot answers for its own faults. What comes here must not reach the caller's screen.
  adapter.onTurnError = async (_context, error) => log.error("turn failed", error);
  return adapter;
}
