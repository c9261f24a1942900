import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import type { BotIdentity } from "./botIdentity.ts";
import type { ConnectorClient, OpenClient } from "./connector.ts";

/** For whom the bot's own sign-in token is made out, in Microsoft's public cloud. */
const audience = "https://api.botframework.com";

/** Who the bot is to Teams, and whether a caller is Teams. */
export interface SignIn {
  readonly openClient: OpenClient;
  /** Checks the token an activity came with; in local mode anybody is believed. @throws Error when it could not be checked */
  isFromTeams(activity: object, authorization: string): Promise<boolean>;
}

/** @throws Error when the identity is incomplete */
export function createSignIn(identity: BotIdentity | undefined): SignIn {
  const settings = identity && {
    MicrosoftAppType: identity.appType,
    MicrosoftAppId: identity.appId,
    MicrosoftAppTenantId: identity.tenantId,
    ...(identity.password && { MicrosoftAppPassword: identity.password }),
  };
  const authentication = new ConfigurationBotFrameworkAuthentication(settings ?? {});
  const opener = new ClientOpener(authentication);
  return {
    openClient: (serviceUrl) => opener.open(identity?.appId ?? "", serviceUrl),
    async isFromTeams(activity, authorization) {
      try {
        await authentication.authenticateRequest(activity as Parameters<typeof authentication.authenticateRequest>[0], authorization);
        return true;
      } catch (error) {
        if ((error as { statusCode?: number }).statusCode === 401) return false;
        throw error;
      }
    },
  };
}

/**
 * botbuilder's adapter makes a client and a turn of its own for every activity and every message. One client for each
 * service address does as well, and nothing here has a use for turns.
 */
class ClientOpener extends CloudAdapter {
  async open(appId: string, serviceUrl: string): Promise<ConnectorClient> {
    const clients = this.botFrameworkAuthentication.createConnectorFactory(this.createClaimsIdentity(appId));
    const client: unknown = await clients.create(serviceUrl, audience);
    return client as ConnectorClient;
  }
}
