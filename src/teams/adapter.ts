import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import type { Log } from "../ports.ts";
import type { BotIdentity } from "./botIdentity.ts";
import type { ConnectorClient, OpenClient } from "./connector.ts";

/** For whom the bot's sign-in token is made out, in Microsoft's public cloud. */
const audience = "https://api.botframework.com";

/**
 * Signs the bot in and checks who calls it; without an identity it believes anybody.
 *
 * @throws Error when the identity is incomplete
 */
export function createAdapter(identity: BotIdentity | undefined, log: Log): { adapter: CloudAdapter; openClient: OpenClient } {
  const settings = identity && {
    MicrosoftAppType: identity.appType,
    MicrosoftAppId: identity.appId,
    MicrosoftAppTenantId: identity.tenantId,
    ...(identity.password && { MicrosoftAppPassword: identity.password }),
  };
  const adapter = new SendingAdapter(new ConfigurationBotFrameworkAuthentication(settings ?? {}));
  // People were told already: the bot answers for its own faults. What comes here must not reach the caller's screen.
  adapter.onTurnError = async (_context, error) => log.error("turn failed", error);
  return { adapter, openClient: (serviceUrl) => adapter.openClient(identity?.appId ?? "", serviceUrl) };
}

/** botbuilder opens a client for every message, with a turn around it; one for each service address does as well and costs a fifth. */
class SendingAdapter extends CloudAdapter {
  async openClient(appId: string, serviceUrl: string): Promise<ConnectorClient> {
    const clients = this.botFrameworkAuthentication.createConnectorFactory(this.createClaimsIdentity(appId));
    const client: unknown = await clients.create(serviceUrl, audience);
    return client as ConnectorClient;
  }
}
