import { basename } from "node:path";
import { z } from "zod";
import type { Problem } from "../domain/problem.ts";
import { RatingScheme } from "../domain/ratingScheme.ts";
import { findPreset, schemePresets } from "../domain/schemePresets.ts";
import { UserError } from "../domain/userError.ts";
import { importPlan } from "../flows/importPlan.ts";
import { importInWords, problemInWords, strangerWarning } from "./importInWords.ts";
import { readFileOrRefuse } from "./readFileOrRefuse.ts";
import { type CliPorts, readDay } from "./readPlan.ts";
import type { Result } from "./result.ts";

export interface ImportOptions {
  readonly plan: string;
  readonly title?: string;
  /** A preset's name or a JSON file. */
  readonly scheme?: string;
  readonly asOf?: string;
  /** Corrections of columns, each `HEADING=FIELD`. */
  readonly map?: readonly string[];
  readonly takeFile?: boolean;
  readonly dryRun?: boolean;
}

/** @param files - together one plan @throws UserError for a file, scheme or correction that cannot be read, or a plan id that is none */
export async function importCommand(ports: CliPorts, files: readonly string[], options: ImportOptions): Promise<Result> {
  if (!/^[a-z0-9][a-z0-9-]{0,49}$/.test(options.plan))
    throw new UserError(`“${options.plan}” can't name a plan. Use lower-case letters, digits and hyphens, such as warwickshire.`);
  const outcome = await importPlan(ports, {
    files: await Promise.all(files.map(async (file) => ({ name: basename(file), bytes: await readFileOrRefuse(file) }))),
    plan: options.plan,
    title: options.title,
    scheme: options.scheme === undefined ? undefined : await readScheme(options.scheme),
    asOf: options.asOf === undefined ? undefined : readDay(options.asOf),
    map: Object.fromEntries((options.map ?? []).map(readCorrection)),
    takeFile: options.takeFile,
    dryRun: options.dryRun,
  });
  if (outcome.kind === "refused") {
    const text = [`${files.join(", ")} was refused; nothing was changed.`, ...outcome.problems.map(problemInWords)].join("\n");
    return { json: { plan: options.plan, refused: true, problems: outcome.problems satisfies readonly Problem[] }, text, refused: true };
  }
  const { report, before } = outcome;
  const { dryRun = false, takeFile = false } = options;
  const warning = strangerWarning(report, before, dryRun);
  return { json: { ...report, ...(warning && { warning }) }, text: importInWords(report, { before, dryRun, takeFile }) };
}

/** A heading may hold `=` itself, a field does not. */
function readCorrection(typed: string): [string, string] {
  const at = typed.lastIndexOf("=");
  if (at < 1) throw new UserError(`“${typed}” corrects no column. Write the heading and what it means, such as --map "When=due".`);
  return [typed.slice(0, at).trim(), typed.slice(at + 1).trim()];
}

async function readScheme(nameOrFile: string): Promise<RatingScheme> {
  const preset = findPreset(nameOrFile);
  if (preset) return preset;
  const names = schemePresets.map(({ name }) => name).join(", ");
  const bytes = await readFileOrRefuse(nameOrFile, `There is no rating scheme “${nameOrFile}”: presets are ${names}, anything else is a JSON file.`);
  try {
    return RatingScheme.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    throw new UserError(
      `${nameOrFile} is no rating scheme: ${error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : error}`,
    );
  }
}
