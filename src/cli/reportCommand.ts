import { extname } from "node:path";
import { reportFormats, reportKinds } from "../domain/report/report.ts";
import { UserError } from "../domain/userError.ts";
import { type CliPorts, readDay, readPlan } from "./readPlan.ts";
import type { Result } from "./result.ts";
import { writeOrRefuse } from "./writeOrRefuse.ts";

/** Writes a report to the file named. @throws UserError for a plan, a kind or a day there is not, an ending that does not fit, or a file that cannot be written */
export async function reportCommand(
  ports: CliPorts,
  id: string,
  wanted: string,
  options: { out: string; asOf?: string; confidential?: boolean },
): Promise<Result> {
  const kind = reportKinds.find((one) => one === wanted);
  if (!kind) throw new UserError(`There is no report “${wanted}”. There are ${reportKinds.join(", ")}.`);
  const formats = reportFormats(kind);
  const format = formats.find((one) => `.${one}` === extname(options.out).toLowerCase());
  if (!format) throw new UserError(`“${options.out}” has the wrong ending for this report. End it with ${formats.map((one) => `.${one}`).join(" or ")}.`);
  const plan = await readPlan(ports, id);
  const today = ports.calendar.localTime(ports.clock.now(), plan.settings.timeZone).day;
  const asOf = options.asOf === undefined ? today : readDay(options.asOf);

  const { confidential = false } = options;

  const { writeReport } = await import("../flows/writeReport.ts");
  const { bytes } = await writeReport(ports, plan, { kind, format, asOf, confidential });
  await writeOrRefuse(options.out, bytes);
  return {
    json: { plan: plan.id, report: kind, format, asOf, file: options.out },
    text: `The report on ${plan.title} as of ${asOf} was written to ${options.out}.`,
  };
}
