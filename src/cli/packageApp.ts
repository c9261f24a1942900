import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { UserError } from "../domain/userError.ts";

export type CommandScope = "personal" | "team" | "groupChat";

/** A chat command as Teams offers it while people type. */
export interface ListedCommand {
  readonly title: string;
  readonly description: string;
  /** Where it is offered; a command with none is understood everywhere and offered nowhere. */
  readonly scopes: readonly CommandScope[];
}

export interface AppToPackage {
  /** The bot's Entra application id; absent in local mode. */
  readonly appId?: string;
  readonly outDir: string;
  /** In the order Teams is to list them. */
  readonly commands: readonly ListedCommand[];
  /** Who answers for the app, as Teams shows it. Under the website stand the pages `/privacy` and `/terms`. */
  readonly developer?: { readonly name: string; readonly website: string };
  /** Folder with manifest.json and the icons. */
  readonly source?: string;
}

type Manifest = Record<string, unknown> & { readonly bots: readonly object[] };

const schema = "https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json";
const noId = "00000000-0000-0000-0000-000000000000";
const noDeveloper = { name: "Drumbeat", website: "https://drumbeat.example.org" };
const iconSizes = { "color.png": 192, "outline.png": 32 };
// Teams lists no more than twelve commands and cuts longer words; its schema leaves room for more.
const most = { commands: 12, title: 32, description: 128 };

/**
 * Builds `drumbeat.zip`, the Teams app package, checked offline against Microsoft's schema of manifest 1.29.
 *
 * @returns where it was written, and what keeps it from being used in earnest, in sentences
 * @throws UserError when the manifest, an icon or a command list would be refused by Teams; then nothing is written
 */
export async function packageApp(app: AppToPackage): Promise<{ path: string; warnings: readonly string[] }> {
  const source = app.source ?? fileURLToPath(new URL("../../appPackage", import.meta.url));
  const manifest = withCommands(await readManifest(source, app), commandLists(app.commands));
  await checkManifest(manifest);
  const icons = await Promise.all(Object.entries(iconSizes).map(async ([name, size]) => [name, await readIcon(source, name, size)] as const));

  const path = join(app.outDir, "drumbeat.zip");
  await mkdir(app.outDir, { recursive: true });
  await writeFile(path, zipSync({ "manifest.json": new TextEncoder().encode(JSON.stringify(manifest, null, 2)), ...Object.fromEntries(icons) }));
  return { path, warnings: warningsOf(app) };
}

async function readManifest(source: string, { appId = noId, developer = noDeveloper }: AppToPackage): Promise<Manifest> {
  const values: Record<string, string> = { MicrosoftAppId: appId, DeveloperName: developer.name, Website: developer.website.replace(/\/$/, "") };
  const text = await readFile(join(source, "manifest.json"), "utf8");
  return JSON.parse(text, (_, value) => (typeof value === "string" ? value.replace(/\$\{(\w+)\}/g, (asWritten, name) => values[name] ?? asWritten) : value));
}

function commandLists(commands: readonly ListedCommand[]): object[] {
  const tooLong = commands.find(({ title, description }) => title.length > most.title || description.length > most.description);
  if (tooLong) {
    throw new UserError(
      `The command "${tooLong.title}" is too long for Teams: a title has at most ${most.title} characters, a description ${most.description}. Shorten it.`,
    );
  }

  return (["personal", "team", "groupChat"] as const).flatMap((scope) => {
    const offered = commands.filter(({ scopes }) => scopes.includes(scope)).map(({ title, description }) => ({ title, description }));
    if (offered.length > most.commands) {
      throw new UserError(`Teams lists at most ${most.commands} commands, and ${offered.length} are offered in the scope ${scope}. Offer fewer there.`);
    }
    return offered.length > 0 ? [{ scopes: [scope], commands: offered }] : [];
  });
}

function withCommands(manifest: Manifest, lists: object[]): Manifest {
  return { ...manifest, bots: manifest.bots.map((bot) => ({ ...bot, commandLists: lists })) };
}

async function checkManifest(manifest: Manifest): Promise<void> {
  // Any other schema would be fetched from the network.
  if (manifest.$schema !== schema) throw new UserError(`manifest.json must name the schema ${schema}; it names ${manifest.$schema}.`);

  // Loaded here because no other command needs it and it takes a sixth of a second.
  const { AppManifestUtils } = await import("@microsoft/app-manifest");
  const faults = await AppManifestUtils.validateAgainstSchema(manifest as never);
  if (faults.length === 0) return;
  const listed = faults.map((fault) => fault.replace(/\. Details: .*$/s, "").trim());
  throw new UserError(`The app manifest does not keep to Teams schema 1.29: ${listed.join("; ")}.`);
}

async function readIcon(source: string, name: string, size: number): Promise<Uint8Array> {
  const icon = await readFile(join(source, name));
  const isPng = icon.subarray(1, 4).toString("latin1") === "PNG" && icon.length > 24;
  const found = isPng ? `${icon.readUInt32BE(16)} × ${icon.readUInt32BE(20)}` : "no PNG";
  if (found !== `${size} × ${size}`) throw new UserError(`The icon ${name} must be a PNG of ${size} × ${size} pixels; it is ${found}.`);
  return icon;
}

function warningsOf({ appId, developer }: AppToPackage): string[] {
  const warnings: string[] = [];
  if (appId === undefined) {
    warnings.push(`MicrosoftAppId is not set, so the package carries the id ${noId} and cannot be installed. Set it and package again.`);
  }
  if (developer === undefined) {
    warnings.push(
      `Nobody is named as developer, so the package points to ${noDeveloper.website}. Set DRUMBEAT_DEVELOPER_NAME and DRUMBEAT_WEBSITE before people install it.`,
    );
  }
  return warnings;
}
