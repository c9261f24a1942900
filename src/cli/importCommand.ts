import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Problem } from "../domain/problem.ts";
import { bragScheme, RatingScheme } from "../domain/ratingScheme.ts";
import { UserError } from "../domain/userError.ts";
import { type ImportReport, importPlan } from "../flows/importPlan.ts";
import { type CliPorts, readDay } from "./readPlan.ts";
import type { Result } from "./result.ts";

export interface ImportOptions {
  readonly plan: string;
  readonly title?: string;
  /** A preset's name or a JSON file. */
  readonly scheme?: string;
  readonly asOf?: string;
  readonly dryRun?: boolean;
}

const presets: Readonly<Record<string, RatingScheme>> = { brag: bragScheme };

/** @throws UserError for a file or scheme that cannot be read, or a plan id that is none */
export async function importCommand(ports: CliPorts, file: string, options: ImportOptions): Promise<Result> {
  if (!/^[a-z0-9][a-z0-9-]{0,49}$/.test(options.plan))
    throw new UserError(`“${options.plan}” can't name a plan. Use lower-case letters, digits and hyphens, such as warwickshire.`);
  const outcome = await importPlan(ports, {
    bytes: await readOrRefuse(file),
    plan: options.plan,
    title: options.title,
    scheme: options.scheme === undefined ? undefined : await readScheme(options.scheme),
    asOf: options.asOf === undefined ? undefined : readDay(options.asOf),
    dryRun: options.dryRun,
  });
  if (outcome.kind === "refused") {
    const text = [`${file} was refused; nothing was changed.`, ...outcome.problems.map(problemInWords)].join("\n");
    return { json: { plan: options.plan, refused: true, problems: outcome.problems }, text, refused: true };
  }
  return { json: outcome.report, text: reportInWords(outcome.report, options.dryRun === true) };
}

async function readScheme(nameOrFile: string): Promise<RatingScheme> {
  const preset = presets[nameOrFile.toLowerCase()];
  if (preset) return preset;
  const bytes = await readOrRefuse(
    nameOrFile,
    `There is no rating scheme “${nameOrFile}”: presets are ${Object.keys(presets).join(", ")}, anything else is a JSON file.`,
  );
  try {
    return RatingScheme.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    throw new UserError(
      `${nameOrFile} is no rating scheme: ${error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : error}`,
    );
  }
}

async function readOrRefuse(file: string, otherwise = `${file} can't be read.`): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new UserError(code === "ENOENT" ? otherwise.replace("can't be read.", "is not there.") : `${otherwise} (${code})`);
  }
}

function reportInWords(report: ImportReport, dryRun: boolean): string {
  const ratings = Object.entries(report.ratings).map(([label, n]) => `${label} ${n}`);
  const done = dryRun
    ? "Nothing was stored (dry run)."
    : report.changed === 0
      ? "Nothing has changed since the last import."
      : `Stored. New, different or gone since the last import: ${report.changed}.`;
  const head = `${report.plan}: ${report.areas} areas, ${report.actions} actions, ${report.measures} measures. ${ratings.join(", ")}, unrated ${report.unrated}.`;
  const problems =
    report.problems.length > 0
      ? [`${report.problems.length} ${report.problems.length === 1 ? "thing" : "things"} to look at:`, ...report.problems.map(problemInWords)]
      : [];
  const gone =
    report.gone.length > 0
      ? [`Not in the file any more (${report.gone.length}): ${report.gone.join(", ")}. Their updates are kept and come back with them.`]
      : [];
  return [head, done, ...gone, ...problems].join("\n");
}

function problemInWords({ row, column, asWritten, problem }: Problem): string {
  const place = [row !== null && `row ${row}`, column !== null && `column ${column}`].filter(Boolean).join(", ");
  return `  ${place ? `${place}: ` : ""}${asWritten ? `“${asWritten.replaceAll("\n", " ⏎ ")}”: ` : ""}${problem}`;
}
