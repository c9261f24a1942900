/** Whom the bot signs in as. Without one the process is in local mode and believes whatever it is sent. */
export interface BotIdentity {
  readonly appType: "SingleTenant" | "UserAssignedMSI";
  readonly appId: string;
  /** Of a SingleTenant bot; a managed identity has none. */
  readonly password?: string;
  readonly tenantId: string;
}
