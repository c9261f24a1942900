import { commands } from "../commands/registry.ts";
import type { Where } from "../ports.ts";
import { type CommandScope, packageApp } from "./packageApp.ts";
import type { Result } from "./result.ts";

const scopes: Readonly<Record<Where["kind"], CommandScope>> = { personal: "personal", channel: "team", group: "groupChat" };

/** Builds the app package for the bot the environment names. @throws UserError when Teams would refuse it */
export async function packageCommand(environment: Readonly<Record<string, string | undefined>>): Promise<Result> {
  const { MicrosoftAppId: appId, DRUMBEAT_DEVELOPER_NAME: name, DRUMBEAT_WEBSITE: website } = environment;
  const listed = commands
    .filter((command) => !command.unlisted)
    .map((command) => ({ title: command.name, description: command.does, scopes: command.where.map((kind) => scopes[kind]) }));
  const built = await packageApp({ appId: appId || undefined, outDir: "build", commands: listed, ...(name && website && { developer: { name, website } }) });
  return { json: built, text: [built.path, ...built.warnings.map((warning) => `  ${warning}`)].join("\n") };
}
