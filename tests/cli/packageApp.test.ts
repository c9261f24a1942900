import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { type ListedCommand, packageApp } from "../../src/cli/packageApp.ts";

const appId = "11111111-2222-3333-4444-555555555555";
const developer = { name: "Borough of Example", website: "https://example.org/drumbeat/" };
const commands: ListedCommand[] = [
  { title: "help", description: "What Drumbeat can do for you", scopes: ["personal", "team", "groupChat"] },
  { title: "mine", description: "Your measures, with a form for each", scopes: ["personal"] },
  { title: "link", description: "Tie a lead to a person", scopes: [] },
];

let folder: string;
let source: string;
let outDir: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "drumbeat-package-"));
  source = join(folder, "appPackage");
  outDir = join(folder, "build");
  await cp("appPackage", source, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

test("the package holds the filled manifest and both icons, and nothing else", async () => {
  const { path, warnings } = await packageApp({ appId, outDir, commands, developer });

  const files = unzipSync(await readFile(path));
  const manifest = JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array()));
  expect(path).toBe(join(outDir, "drumbeat.zip"));
  expect(warnings).toEqual([]);
  expect(Object.keys(files).sort()).toEqual(["color.png", "manifest.json", "outline.png"]);
  expect(manifest).toMatchObject({ id: appId, developer: { name: "Borough of Example", privacyUrl: "https://example.org/drumbeat/privacy" } });
  expect(manifest.bots).toMatchObject([{ botId: appId, scopes: ["personal", "team", "groupChat"], supportsFiles: true }]);
  expect(JSON.stringify(manifest)).not.toContain("${");
  for (const icon of ["color.png", "outline.png"]) expect(Buffer.from(files[icon] ?? [])).toEqual(await readFile(join("appPackage", icon)));
});

test("each scope lists the commands offered there", async () => {
  const { path } = await packageApp({ appId, outDir, commands });

  const manifest = JSON.parse(strFromU8(unzipSync(await readFile(path))["manifest.json"] ?? new Uint8Array()));
  const titles = manifest.bots[0].commandLists.map((list: { scopes: string[]; commands: { title: string }[] }) => [
    list.scopes,
    list.commands.map((c) => c.title),
  ]);
  expect(titles).toEqual([
    [["personal"], ["help", "mine"]],
    [["team"], ["help"]],
    [["groupChat"], ["help"]],
  ]);
});

test("the manifest's version is the project's", async () => {
  const versions = await Promise.all(["appPackage/manifest.json", "package.json"].map(async (file) => JSON.parse(await readFile(file, "utf8")).version));

  expect(versions[0]).toBe(versions[1]);
});

test("without an app id or a developer a package is built and the lack is said", async () => {
  const { warnings } = await packageApp({ outDir, commands });

  expect(warnings).toEqual([expect.stringContaining("MicrosoftAppId is not set"), expect.stringContaining("Nobody is named as developer")]);
});

test.each<[string, (manifest: Record<string, never>) => object, string]>([
  ["a name of 31 characters", (m) => ({ ...m, name: { short: "x".repeat(31) } }), "/name/short must NOT have more than 30 characters"],
  ["no description", (m) => ({ ...m, description: undefined }), "must have required property 'description'"],
  ["a field nobody knows", (m) => ({ ...m, colour: "red" }), "must NOT have additional properties"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as the manifest writes placeholders
  ["a placeholder nobody fills", (m) => ({ ...m, id: "${AppId}" }), "/id must match pattern"],
  ["another schema", (m) => ({ ...m, $schema: "https://example.org/schema.json" }), "manifest.json must name the schema"],
])("a manifest with %s is refused in the schema's words, and nothing is written", async (_, broken, words) => {
  const manifest = JSON.parse(await readFile(join(source, "manifest.json"), "utf8"));
  await writeFile(join(source, "manifest.json"), JSON.stringify(broken(manifest)));

  await expect(packageApp({ appId, outDir, commands, source })).rejects.toMatchObject({ name: "UserError", message: expect.stringContaining(words) });

  await expect(readdir(outDir)).rejects.toThrow("ENOENT");
});

test("an app id that is no GUID is refused", async () => {
  await expect(packageApp({ appId: "drumbeat", outDir, commands })).rejects.toThrow("/id must match pattern");
});

test.each([
  ["of the wrong size", () => readFile("appPackage/outline.png"), "The icon color.png must be a PNG of 192 × 192 pixels; it is 32 × 32."],
  ["that is no picture", async () => "hello", "The icon color.png must be a PNG of 192 × 192 pixels; it is no PNG."],
])("an icon %s is refused", async (_, icon, words) => {
  await writeFile(join(source, "color.png"), await icon());

  await expect(packageApp({ appId, outDir, commands, source })).rejects.toThrow(words);
});

test.each<[string, ListedCommand[], string]>([
  [
    "thirteen commands in one scope",
    Array.from({ length: 13 }, (_, i) => ({ title: `c${i}`, description: "", scopes: ["team"] })),
    "13 are offered in the scope team",
  ],
  ["a title of 33 characters", [{ title: "t".repeat(33), description: "", scopes: ["team"] }], "is too long for Teams"],
  ["a description of 129 characters", [{ title: "t", description: "d".repeat(129), scopes: [] }], 'The command "t" is too long'],
])("%s is refused", async (_, tooMuch, words) => {
  await expect(packageApp({ appId, outDir, commands: tooMuch })).rejects.toThrow(words);
});
