import { expect, test } from "@jest/globals";
import { readConfig } from "../src/config.ts";

const id = "00000000-0000-4000-8000-00000000ABCD";
const teams = { MicrosoftAppId: id, MicrosoftAppPassword: "secret", MicrosoftAppTenantId: id };

test("nothing set is local mode on the embedded store", () => {
  expect(readConfig({})).toEqual({
    port: 3978,
    mode: "local",
    store: { kind: "embedded", dataDir: "./.data" },
    admins: [],
    tickSeconds: 60,
    sendsPerSecond: 50,
  });
});

test("everything set is read, and a blank counts as not set", () => {
  const config = readConfig({
    ...teams,
    PORT: "80",
    AZURE_STORAGE_ACCOUNT: "drumbeat",
    DRUMBEAT_ADMINS: ` ${id} ,`,
    DRUMBEAT_CLOCK_START: " ",
    DRUMBEAT_TICK_SECONDS: "30",
    DRUMBEAT_SHAREPOINT_HOST: "Contoso.sharepoint.com, contosoeur.sharepoint.com",
    DRUMBEAT_SENDS_PER_SECOND: "25",
  });

  expect(config).toEqual({
    port: 80,
    mode: "teams",
    bot: { appType: "SingleTenant", appId: id, password: "secret", tenantId: id },
    store: { kind: "azure", connection: { account: "drumbeat" } },
    admins: [id.toLowerCase()],
    sharePoint: ["contoso.sharepoint.com", "contosoeur.sharepoint.com"],
    tickSeconds: 30,
    sendsPerSecond: 25,
  });
});

test("a managed identity needs no password", () => {
  expect(readConfig({ ...teams, MicrosoftAppPassword: "", MicrosoftAppType: "UserAssignedMSI" }).bot?.appType).toBe("UserAssignedMSI");
});

test.each([
  [{ NODE_ENV: "production" }, ["MicrosoftAppId"]],
  [{ PORT: "many" }, ["PORT"]],
  [{ ...teams, MicrosoftAppPassword: "" }, ["MicrosoftAppPassword"]],
  [{ ...teams, MicrosoftAppTenantId: "" }, ["MicrosoftAppTenantId"]],
  [{ ...teams, MicrosoftAppType: "MultiTenant" }, ["MicrosoftAppType"]],
  [{ DRUMBEAT_SHAREPOINT_HOST: "evil.example" }, ["DRUMBEAT_SHAREPOINT_HOST"]],
  [{ DRUMBEAT_SHAREPOINT_HOST: "https://contoso.sharepoint.com" }, ["DRUMBEAT_SHAREPOINT_HOST"]],
  [{ ...teams, DRUMBEAT_CLOCK_START: "2022-11-21T09:00:00Z" }, ["DRUMBEAT_CLOCK_START"]],
  [
    { DRUMBEAT_CLOCK_START: "tomorrow", DRUMBEAT_ADMINS: "me", DRUMBEAT_TICK_SECONDS: "0" },
    ["DRUMBEAT_CLOCK_START", "DRUMBEAT_ADMINS", "DRUMBEAT_TICK_SECONDS"],
  ],
  [{ AZURE_STORAGE_ACCOUNT: "drumbeat", AZURE_STORAGE_CONNECTION_STRING: "UseDevelopmentStorage=true" }, ["AZURE_STORAGE_ACCOUNT"]],
])("%j is refused with every fault named", (environment, names) => {
  let message = "";
  try {
    readConfig(environment);
  } catch (error) {
    message = (error as Error).message;
  }
  for (const name of names) expect(message).toContain(name);
  expect(message.split("\n")).toHaveLength(names.length);
});
