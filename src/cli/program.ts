import { Command, CommanderError } from "commander";
import { findConfiguredStore, openConfiguredStore, openPorts } from "../app.ts";
import { type Config, ConfigError, readConfig } from "../config.ts";
import { UserError } from "../domain/userError.ts";
import { openLog } from "../log.ts";
import { doctorCommand, type Patient } from "./doctorCommand.ts";
import { dueCommand } from "./dueCommand.ts";
import { exportCommand } from "./exportCommand.ts";
import { historyCommand } from "./historyCommand.ts";
import { importCommand } from "./importCommand.ts";
import { packageCommand } from "./packageCommand.ts";
import { importPeopleCommand, linkCommand, peopleCommand, roleCommand } from "./peopleCommands.ts";
import type { CliPorts } from "./readPlan.ts";
import { reportCommand } from "./reportCommand.ts";
import { restoreCommand } from "./restoreCommand.ts";
import type { Result } from "./result.ts";
import { summaryCommand } from "./summaryCommand.ts";

/** 0 done, 1 refused (bad input, with reasons), 2 broken. */
const exitCodes = { done: 0, refused: 1, broken: 2 };

const program = new Command("drumbeat")
  .description("The operator's command line of Drumbeat. Every command takes --json: one JSON document on stdout, logs on stderr.")
  .configureHelp({ showGlobalOptions: true })
  .exitOverride();

declare("import <files...>", "read a plan from .csv, .xlsx or .docx files, which together are the plan, and merge it into the one stored")
  .requiredOption("--plan <id>", "the plan's short name: lower-case letters, digits, hyphens")
  .option("--title <title>", "the plan's title as people know it")
  .option("--scheme <name>", "rating scheme: a preset such as brag, or a JSON file (default: found from the values)")
  .option("--as-of <day>", "the day the file's ratings speak of (default: today)")
  .option("--map <heading=field>", 'what a column means, such as "When=due"; may be given again', (one: string, all: string[] = []) => [...all, one])
  .option("--take-file", "where chat said something else later, the file has its way")
  .option("--dry-run", "say what would happen, store nothing")
  .action((files, options) => withPorts((ports) => importCommand(ports, files, options)));
declare("summary <plan>", "measures by area and rating")
  .option("--area <ref>", "one area only")
  .option("--as-of <day>", "as it stood at the end of a day, such as 2022-11-21")
  .action((plan, options) => withPorts((ports) => summaryCommand(ports, plan, options)));
declare("due <plan>", "what is overdue, ahead, undated or unreadable")
  .option("--as-of <day>", "as it stood at the end of a day, such as 2022-11-21")
  .option("--original", "by the dates the plan began with, as if none had moved")
  .action((plan, options) => withPorts((ports) => dueCommand(ports, plan, options)));
declare("history <plan> <ref>", "every update of a measure").action((plan, ref) => withPorts((ports) => historyCommand(ports, plan, ref)));
declare("export <plan>", "write a plan to a file, in its own columns")
  .requiredOption("--out <file>", "ends in .csv, .xlsx (plan, updates, dates and people) or .json (everything, for restore)")
  .action((plan, options) => withPorts((ports) => exportCommand(ports, plan, options)));
declare("report <plan> <kind>", "write an exception, full, scrutiny, kpi or on-a-page report, or the stocktake pack, to a file")
  .requiredOption("--out <file>", "ends in .docx or .xlsx; the stocktake pack in .zip")
  .option("--as-of <day>", "as it stood at the end of a day, such as 2022-11-21")
  .option("--confidential", "with confidential items, marked on every page; else they are counted and not told")
  .action((plan, kind, options) => withPorts((ports) => reportCommand(ports, plan, kind, options)));
declare("restore <file>", "bring back a plan that export wrote as .json")
  .option("--over", "put it in place of the plan of that name, its history too")
  .action((file, options) => withPorts((ports) => restoreCommand(ports, file, options)));
const people = declare("people [plan]", "who is linked to each lead, and who is not").action((plan) => withPorts((ports) => peopleCommand(ports, plan)));
people
  .command("import <file>")
  .description("link leads and give roles by a list (.csv or .xlsx): Role or Lead, Name, E-mail, Object ID, Area")
  .option("--plan <id>", "which plan, where there are several")
  .option("--json", "one JSON document on stdout")
  .exitOverride()
  .action((file, options) => withPorts((ports, { admins }) => importPeopleCommand(ports, file, options, admins)));
declare("link <lead> <object-id>", "tie a lead, as the plan writes it, to a person (none unties it)")
  .option("--plan <id>", "which plan, where there are several")
  .option("--email <email>", "the person's address, to know them by")
  .action((lead, objectId, options) => withPorts((ports) => linkCommand(ports, lead, objectId, options)));
declare("role <object-id> <role>", "name a chair, vice-chair, member, sro, manager, reader or substitute, or take all roles with none")
  .requiredOption("--plan <id>", "which plan")
  .option("--area <ref>", "the area an SRO answers for")
  .option("--for <object-id>", "the board member a substitute stands for")
  .action((objectId, role, options) => withPorts((ports, { admins }) => roleCommand(ports, objectId, role, options, admins)));
declare("package", "build and check the Teams app package").action(() => answer(packageCommand(process.env)));
declare("doctor", "look at everything a deployment needs and say what to do").action(() => answer(doctorCommand(thisDeployment())));

await run();

function declare(nameAndArgs: string, description: string): Command {
  return program.command(nameAndArgs).description(description).option("--json", "one JSON document on stdout").exitOverride();
}

async function withPorts(work: (ports: CliPorts, config: Config) => Promise<Result>): Promise<void> {
  const config = readConfig(process.env);
  const ports = await openPorts(config, await openConfiguredStore(config), openLog(process.env.LOG_LEVEL ?? "warn"));
  await answer(work(ports, config));
}

function thisDeployment(): Patient {
  const config = () => readConfig(process.env);
  return {
    configuration: () => ({ ...config(), store: { kind: config().store.kind, place: placeOf(config().store) } }),
    store: async () => (await findConfiguredStore(config())).examine(),
    ports: async () => openPorts(config(), await findConfiguredStore(config()), openLog(process.env.LOG_LEVEL ?? "warn")),
  };
}

function placeOf(store: Config["store"]): string {
  if (store.kind === "embedded") return store.dataDir;
  const { connection } = store;
  return "account" in connection ? connection.account : (/AccountName=([^;]+)/.exec(connection.connectionString)?.[1] ?? "the storage account");
}

async function answer(work: Promise<Result>): Promise<void> {
  const { json, text, refused } = await work;
  print(json, text);
  process.exitCode = refused ? exitCodes.refused : exitCodes.done;
}

function print(json: unknown, text: string): void {
  console.log(process.argv.includes("--json") ? JSON.stringify(json, null, 2) : text);
}

async function run(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.refused;
      if (error.exitCode !== 0 && process.argv.includes("--json")) print(refusal(error.message), "");
      return;
    }
    const message = error instanceof Error ? error.message : String(error);
    const refused = error instanceof UserError || error instanceof ConfigError;
    console.error(refused ? message : `Drumbeat could not do that: ${message}`);
    if (process.argv.includes("--json")) print(refusal(message), "");
    process.exitCode = refused ? exitCodes.refused : exitCodes.broken;
  }
}

function refusal(message: string) {
  return { refused: true, problems: [{ row: null, column: null, asWritten: "", problem: message }] };
}
