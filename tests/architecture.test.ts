import { spawnSync } from "node:child_process";
import { glob as globFiles, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";

/** The rooms of src and what each may import besides itself; `all` is every room. Packages stand further down. */
const arrows: Record<string, readonly string[] | "all"> = {
  domain: [],
  "ports.ts": ["domain"],
  cards: ["domain"],
  intake: ["domain"],
  reports: ["domain"],
  flows: ["domain", "cards", "intake", "reports", "ports.ts"],
  commands: ["domain", "cards", "ports.ts", "flows"],
  storage: ["domain", "ports.ts"],
  clock: ["domain", "ports.ts"],
  teams: ["domain", "ports.ts", "flows", "commands", "cards"],
  cli: ["domain", "ports.ts", "flows", "commands"],
  "cli/program.ts": ["cli", "domain", "ports.ts", "flows", "commands", "app.ts", "config.ts", "log.ts"],
  telemetry: ["domain", "ports.ts"],
  "config.ts": ["domain"],
  "log.ts": ["ports.ts"],
  "app.ts": "all",
  "index.ts": ["app.ts", "config.ts", "log.ts"],
  "playground.ts": [],
  "start.ts": ["app.ts", "config.ts", "log.ts", "playground.ts", "flows", "storage/embeddedStore.ts"],
};

/** Packages that stay in one room, so that replacing one changes one folder (law 9 for botbuilder). */
const packageRooms: Record<string, string> = {
  "botbuilder|botframework-[^/]+|restify": "teams",
  "@azure/(data-tables|identity|storage-queue)|azurite": "storage",
  "@opentelemetry/[^/]+|@azure/monitor-opentelemetry": "telemetry",
  "temporal-polyfill|rrule-temporal|date-holidays": "clock",
  "docx|echarts|@resvg/[^/]+": "reports",
};

const rules: IForbiddenRuleType[] = [
  ...Object.entries(arrows).flatMap(([room, may]) => (may === "all" ? [] : [onlyInto(room, [room, ...may])])),
  ...Object.entries(packageRooms).map(([packages, room]) =>
    forbid(`only ${room} imports ${packages}`, { pathNot: inside(room) }, `node_modules/(${packages})/`),
  ),
  {
    ...forbid("domain imports no package but zod", { path: inside("domain") }, undefined),
    to: { dependencyTypesNot: ["local"], pathNot: "node_modules/zod/" },
  },
  forbid("ports imports no package", { path: inside("ports.ts") }, "node_modules/"),
  { ...forbid("no two files import each other", {}, undefined), to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
  // It takes a second to load: nothing to a service that is not measured, and to the command line.
  { ...forbid("telemetry is loaded only when it is asked for", {}, undefined), to: { path: "^src/telemetry/startTelemetry", dynamic: false } },
  // So do the libraries that write and draw them.
  {
    ...forbid("reports are loaded only when one is wanted", {}, undefined),
    to: { path: "^src/(flows/writeReport|reports/write(Docx|ReportXlsx))", dynamic: false },
  },
  { ...forbid("every import is found", {}, undefined), to: { couldNotResolve: true } },
];

let badTree: string;
beforeAll(async () => {
  badTree = await mkdtemp(join(tmpdir(), "drumbeat-arrows-"));
});
afterAll(() => rm(badTree, { recursive: true }));

test("every arrow between the rooms holds", async () => {
  expect(await faultsOf(process.cwd())).toEqual([]);
});

test("law 9: botbuilder stays inside src/teams; its state, its dialogs and its test adapter are used nowhere", async () => {
  const files = await Array.fromAsync(globFiles("{src,tests}/**/*.ts"));
  for (const file of files.filter((one) => one !== "tests/architecture.test.ts")) {
    const source = await readFile(file, "utf8");
    if (!file.startsWith("src/teams/")) expect([file, /from "(botbuilder|botframework-)/.test(source)]).toEqual([file, false]);
    expect([file, /botbuilder-dialogs|\b(BotState|ConversationState|UserState|TestAdapter)\b/.test(source)]).toEqual([file, false]);
  }
});

test.each([
  ["src/domain/bad.ts", 'import { x } from "../storage/x.ts";', "domain imports only itself"],
  ["src/domain/bad.ts", 'import type { x } from "../ports.ts";', "domain imports only itself"],
  ["src/domain/bad.ts", 'import "node:fs";', "domain imports no package but zod"],
  ["src/ports.ts", 'import type { x } from "./flows/x.ts";', "ports.ts imports only itself, domain"],
  ["src/ports.ts", 'import "zod";', "ports imports no package"],
  ["src/cards/bad.ts", 'import "../flows/x.ts";', "cards imports only itself, domain"],
  ["src/intake/bad.ts", 'import "../ports.ts";', "intake imports only itself, domain"],
  ["src/reports/bad.ts", 'export { x } from "../cards/x.ts";', "reports imports only itself, domain"],
  ["src/flows/bad.ts", 'const x = await import("../clock/x.ts");', "flows imports only itself, domain, cards, intake, reports, ports.ts"],
  ["src/commands/bad.ts", 'import "../teams/x.ts";', "commands imports only itself, domain, cards, ports.ts, flows"],
  ["src/storage/bad.ts", 'import "../flows/x.ts";', "storage imports only itself, domain, ports.ts"],
  ["src/clock/bad.ts", 'import "../storage/x.ts";', "clock imports only itself, domain, ports.ts"],
  ["src/teams/bad.ts", 'import "../storage/x.ts";', "teams imports only itself, domain, ports.ts, flows, commands, cards"],
  ["src/cli/bad.ts", 'import "../app.ts";', "cli imports only itself, domain, ports.ts, flows, commands"],
  ["src/cli/program.ts", 'import "../storage/x.ts";', "cli/program.ts imports only itself, cli, domain, ports.ts, flows, commands, app.ts"],
  ["src/config.ts", 'import "./storage/x.ts";', "config.ts imports only itself, domain"],
  ["src/log.ts", 'import "./app.ts";', "log.ts imports only itself, ports.ts"],
  ["src/index.ts", 'import "./teams/x.ts";', "index.ts imports only itself, app.ts, config.ts, log.ts"],
  ["src/start.ts", 'import "./storage/x.ts";', "start.ts imports only itself, app.ts, config.ts, log.ts, playground.ts, flows, storage/embeddedStore.ts"],
  ["src/flows/bad.ts", 'import "botbuilder";', "only teams imports botbuilder|botframework-[^/]+|restify"],
  ["src/flows/bad.ts", 'import "@azure/data-tables";', "only storage imports @azure/(data-tables|identity|storage-queue)|azurite"],
  ["src/flows/bad.ts", 'import "@opentelemetry/api";', "only telemetry imports @opentelemetry/[^/]+|@azure/monitor-opentelemetry"],
  ["src/telemetry/bad.ts", 'import "../flows/x.ts";', "telemetry imports only itself, domain, ports.ts"],
  ["src/app.ts", 'import "./telemetry/startTelemetry.ts"; export const app = 1;', "telemetry is loaded only when it is asked for"],
  ["src/flows/bad.ts", 'import "docx";', "only reports imports docx|echarts|@resvg/[^/]+"],
  ["src/flows/bad.ts", 'import "../reports/writeDocx.ts";', "reports are loaded only when one is wanted"],
  ["src/domain/bad.ts", 'import "temporal-polyfill";', "only clock imports temporal-polyfill|rrule-temporal|date-holidays"],
  ["src/flows/x.ts", 'import "./y.ts"; export const x = 1;', "no two files import each other"],
  ["src/flows/bad.ts", 'import "./nowhere.ts";', "every import is found"],
  ["src/mail/bad.ts", "export const x = 1;", "every file has a room"],
  ["src/flows/utils.ts", "export const x = 1;", "no file is named for being useful"],
  ["src/flows/helpers/dates.ts", "export const x = 1;", "no file is named for being useful"],
])("%s with %j breaks a rule", async (path, source, rule) => {
  await plant(badTree, { ...soundTree, [path]: source });

  expect(await faultsOf(badTree)).toContainEqual(expect.stringContaining(`${path}: ${rule}`));
});

test("the tree the bad files are planted in is sound without them", async () => {
  await plant(badTree, soundTree);

  expect(await faultsOf(badTree)).toEqual([]);
});

test.each([
  ["export default 1;", "noDefaultExport"],
  ["export enum Colour { Red }", "noEnum"],
  ['export * from "./plan.ts";', "noBarrelFile"],
])("the linter refuses %j", async (source, rule) => {
  await plant(badTree, { "src/domain/bad.ts": source, "biome.json": await readFile("biome.json", "utf8") });

  const lint = spawnSync(resolve("node_modules/.bin/biome"), ["lint"], { cwd: badTree, encoding: "utf8" });

  expect(lint.stderr).toContain(rule);
  expect(lint.status).not.toBe(0);
});

const soundTree: Record<string, string> = {
  "src/domain/x.ts": 'import "zod"; export const x = 1;',
  "src/ports.ts": 'import type { x } from "./domain/x.ts"; export type X = typeof x;',
  "src/cards/x.ts": "export const x = 1;",
  "src/flows/x.ts": 'import "../ports.ts"; import "../cards/x.ts"; export const x = 1;',
  "src/flows/y.ts": 'import "./x.ts"; export const y = 1;',
  "src/clock/x.ts": 'import "temporal-polyfill"; export const x = 1;',
  "src/storage/x.ts": 'import "@azure/data-tables"; import "node:fs"; export const x = 1;',
  "src/storage/embeddedStore.ts": 'import "azurite"; export const x = 1;',
  "src/teams/x.ts": 'import "botbuilder"; import "restify"; export const x = 1;',
  "src/reports/writeDocx.ts": 'import "docx"; export const x = 1;',
  "src/flows/z.ts": 'export const z = import("../reports/writeDocx.ts");',
  "src/telemetry/startTelemetry.ts": 'import "@opentelemetry/api"; export const x = 1;',
  "src/config.ts": 'import "zod"; export const config = 1;',
  "src/app.ts": 'import "./storage/x.ts"; import "./clock/x.ts"; import "./teams/x.ts"; export const app = import("./telemetry/startTelemetry.ts");',
  "src/start.ts": 'import "./app.ts"; import "./storage/embeddedStore.ts";',
  "src/cli/program.ts": 'import "../app.ts"; import "./x.ts";',
  "src/cli/x.ts": 'import "../flows/x.ts";',
  ...Object.fromEntries(
    ["zod", "botbuilder", "restify", "@azure/data-tables", "azurite", "temporal-polyfill", "@opentelemetry/api", "docx"].map((name) => [
      `node_modules/${name}/index.js`,
      "",
    ]),
  ),
};

/** `file: rule -> what it imports`, one for each fault. */
async function faultsOf(root: string): Promise<string[]> {
  const { output } = await cruise(["src"], {
    baseDir: root,
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    validate: true,
    ruleSet: { forbidden: rules },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  });
  const { modules, summary } = output as ICruiseResult;
  const files = modules.map(({ source }) => source).filter((source) => source.startsWith("src/"));

  return [
    ...summary.violations.map(({ from, to, rule }) => `${from}: ${rule.name} -> ${to}`),
    ...files.filter((file) => !Object.keys(arrows).some((room) => new RegExp(inside(room)).test(file))).map((file) => `${file}: every file has a room`),
    ...files.filter((file) => /\/(utils?|helpers?|common|types)(\/|\.ts$)/.test(file)).map((file) => `${file}: no file is named for being useful`),
  ];
}

function onlyInto(room: string, may: readonly string[]): IForbiddenRuleType {
  const name = `${room} imports only ${["itself", ...may.slice(1)].join(", ")}`;
  const from = room === "cli" ? { path: inside(room), pathNot: inside("cli/program.ts") } : { path: inside(room) };
  return { name, severity: "error", from, to: { path: "^src/", pathNot: may.map(inside) } };
}

function forbid(name: string, from: IForbiddenRuleType["from"], to: string | undefined): IForbiddenRuleType {
  return { name, severity: "error", from, to: to ? { path: to } : {} };
}

function inside(room: string): string {
  return room.endsWith(".ts") ? `^src/${room.replaceAll(".", "\\.")}$` : `^src/${room}/`;
}

async function plant(root: string, files: Record<string, string>): Promise<void> {
  await rm(root, { recursive: true, force: true });
  for (const [path, source] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), source);
  }
}
