import { basename, dirname, extname, join } from "node:path";
import { UserError } from "../domain/userError.ts";
import { type ExportedFile, exportFormats, exportPlan } from "../flows/exportPlan.ts";
import { type CliPorts, readPlan } from "./readPlan.ts";
import type { Result } from "./result.ts";
import { writeOrRefuse } from "./writeOrRefuse.ts";

/** Writes the plan to the file named, further tables of a CSV beside it. @throws UserError for a plan there is not, or a file that cannot be written */
export async function exportCommand(ports: CliPorts, id: string, options: { out: string }): Promise<Result> {
  const ending = extname(options.out).slice(1).toLowerCase();
  const format = exportFormats.find((one) => one === ending);
  if (!format) throw new UserError(`“${options.out}” says no format. End its name with ${exportFormats.map((one) => `.${one}`).join(", ")}.`);
  const plan = await readPlan(ports, id);

  const files = await exportPlan(ports, plan, format);
  const written: string[] = [];
  for (const file of files) {
    const path = written.length === 0 ? options.out : besides(options.out, plan.id, file);
    await writeOrRefuse(path, file.bytes);
    written.push(path);
  }
  const text = [`${plan.title} was written to ${written[0]}.`, ...written.slice(1).map((path) => `Another table of it is in ${path}.`)].join("\n");
  return { json: { plan: plan.id, format, files: written }, text };
}

/** `out/plan.csv` and `out/plan-key-measures.csv`. */
function besides(out: string, id: string, { name }: ExportedFile): string {
  return join(dirname(out), `${basename(out, extname(out))}${name.slice(id.length)}`);
}
