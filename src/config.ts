import { z } from "zod";
import { type Instant, instantOf } from "./domain/localDate.ts";

/** How a process is told to run. Read once, from the environment. */
export interface Config {
  readonly port: number;
  /** Without an app id: no checks of who writes, this machine only. */
  readonly mode: "local" | "teams";
  readonly bot?: { readonly appType: "SingleTenant" | "UserAssignedMSI"; readonly appId: string; readonly password?: string; readonly tenantId: string };
  readonly store:
    | { readonly kind: "embedded"; readonly dataDir: string }
    | { readonly kind: "azure"; readonly connection: { readonly connectionString: string } | { readonly account: string } };
  /** Programme managers of every plan, lower-case object ids. */
  readonly admins: readonly string[];
  /** Hosts of the tenant's SharePoint: `contoso.sharepoint.com`. Files are taken from nowhere else. */
  readonly sharePoint?: readonly string[];
  readonly clockStart?: Instant;
  readonly tickSeconds: number;
  /** This replica's share of the 50 requests a second that Teams allows a tenant. */
  readonly sendsPerSecond: number;
  /** Connection string of the Application Insights resource that metrics and traces go to. */
  readonly telemetry?: string;
}

/** Every fault of the environment, a sentence each. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const objectId = z.guid().transform((id) => id.toLowerCase());
const blankIsAbsent = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema.optional());

const Environment = z.object({
  PORT: optional(z.coerce.number("PORT must be a whole number").int().min(0).max(65535)),
  MicrosoftAppType: optional(z.enum(["SingleTenant", "UserAssignedMSI"])),
  MicrosoftAppId: optional(z.guid()),
  MicrosoftAppPassword: optional(z.string()),
  MicrosoftAppTenantId: optional(z.guid()),
  AZURE_STORAGE_CONNECTION_STRING: optional(z.string()),
  AZURE_STORAGE_ACCOUNT: optional(z.string().regex(/^[a-z0-9]{3,24}$/, "must be a storage account's name: 3 to 24 lower-case letters and digits")),
  DRUMBEAT_DATA_DIR: optional(z.string()),
  DRUMBEAT_ADMINS: optional(
    z
      .string()
      .transform((ids) =>
        ids
          .split(",")
          .map((id) => id.trim())
          .filter(Boolean),
      )
      .pipe(z.array(objectId)),
  ),
  DRUMBEAT_SHAREPOINT_HOST: optional(
    z
      .string()
      .transform((hosts) => hosts.split(",").map((host) => host.trim().toLowerCase()))
      .pipe(z.array(z.string().regex(/^[a-z0-9][a-z0-9-]*\.sharepoint\.com$/, "must be the address of your SharePoint, such as contoso.sharepoint.com"))),
  ),
  DRUMBEAT_CLOCK_START: optional(z.iso.datetime({ offset: true, error: "must be an instant such as 2022-11-21T09:00:00Z" })),
  DRUMBEAT_TICK_SECONDS: optional(z.coerce.number().min(1).max(3600)),
  DRUMBEAT_SENDS_PER_SECOND: optional(z.coerce.number().min(1).max(50)),
  APPLICATIONINSIGHTS_CONNECTION_STRING: optional(
    z.string().regex(/InstrumentationKey=/i, "must be the connection string of an Application Insights resource"),
  ),
  NODE_ENV: optional(z.string()),
});

/** @throws ConfigError naming every fault at once */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
  const env = parsed.data;
  const faults = faultsOf(env);
  if (faults.length > 0) throw new ConfigError(faults.join("\n"));

  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId } = env;
  return {
    port: env.PORT ?? 3978,
    mode: appId ? "teams" : "local",
    ...(appId && tenantId && { bot: { appType: env.MicrosoftAppType ?? "SingleTenant", appId, password: env.MicrosoftAppPassword, tenantId } }),
    store: storeOf(env),
    admins: env.DRUMBEAT_ADMINS ?? [],
    ...(env.DRUMBEAT_SHAREPOINT_HOST && { sharePoint: env.DRUMBEAT_SHAREPOINT_HOST }),
    ...(env.DRUMBEAT_CLOCK_START && { clockStart: instantOf(env.DRUMBEAT_CLOCK_START) }),
    tickSeconds: env.DRUMBEAT_TICK_SECONDS ?? 60,
    sendsPerSecond: env.DRUMBEAT_SENDS_PER_SECOND ?? 50,
    ...(env.APPLICATIONINSIGHTS_CONNECTION_STRING && { telemetry: env.APPLICATIONINSIGHTS_CONNECTION_STRING }),
  };
}

type Env = z.infer<typeof Environment>;

function faultsOf(env: Env): string[] {
  const local = !env.MicrosoftAppId;
  const needsPassword = (env.MicrosoftAppType ?? "SingleTenant") === "SingleTenant" && !env.MicrosoftAppPassword;
  return [
    local &&
      env.NODE_ENV === "production" &&
      "MicrosoftAppId: is needed with NODE_ENV=production; without it Drumbeat accepts anybody and runs on this machine only",
    !local && needsPassword && "MicrosoftAppPassword: is needed for a SingleTenant bot",
    !local && !env.MicrosoftAppTenantId && "MicrosoftAppTenantId: is needed beside MicrosoftAppId; one deployment serves one tenant",
    !local && env.DRUMBEAT_CLOCK_START && "DRUMBEAT_CLOCK_START: time can be moved in local mode only; take it out, or MicrosoftAppId",
    env.AZURE_STORAGE_CONNECTION_STRING && env.AZURE_STORAGE_ACCOUNT && "AZURE_STORAGE_ACCOUNT: give it or AZURE_STORAGE_CONNECTION_STRING, not both",
  ].filter((fault) => typeof fault === "string");
}

function storeOf(env: Env): Config["store"] {
  if (env.AZURE_STORAGE_CONNECTION_STRING) return { kind: "azure", connection: { connectionString: env.AZURE_STORAGE_CONNECTION_STRING } };
  if (env.AZURE_STORAGE_ACCOUNT) return { kind: "azure", connection: { account: env.AZURE_STORAGE_ACCOUNT } };
  return { kind: "embedded", dataDir: env.DRUMBEAT_DATA_DIR ?? "./.data" };
}
