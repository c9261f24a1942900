import type { FileWanted } from "../cards/fileWanted.ts";
import { may } from "../domain/permission.ts";
import type { ObjectId, Plan, PlanId } from "../domain/plan.ts";
import { UserError } from "../domain/userError.ts";
import type { Asker, MadeFile, Message, Ports } from "../ports.ts";
import { standpointNow } from "./atPlan.ts";
import { type ExportFormat, exportPlan } from "./exportPlan.ts";

const descriptions: Readonly<Record<ExportFormat, string>> = {
  xlsx: "The plan in its own columns, its updates, dates and people",
  csv: "The plan in its own columns",
  json: "Everything, to restore the plan from",
};

/** Offers a plan as a file. @throws UserError for a plan of several tables as CSV */
export async function offerExport(ports: Ports, plan: Plan, format: ExportFormat): Promise<Message> {
  const { name, bytes } = await theFile(ports, plan, format);
  const wanted: FileWanted = { kind: "export", plan: plan.id, format };
  return { alert: `${plan.title} as a file`, file: { kind: "offered", name, description: descriptions[format], bytes: bytes.length, wanted } };
}

/** Makes it as it stands when the person says yes. @throws UserError when they may not have it (any more) */
export async function makeExport(
  ports: Ports,
  asker: Asker,
  { plan: id, format }: { plan: PlanId; format: ExportFormat },
  admins: readonly ObjectId[],
): Promise<MadeFile> {
  const plan = await ports.plans.read(id);
  if (!plan || !may(standpointNow(ports, plan, asker.objectId, admins), "manage"))
    throw new UserError("Only a plan's programme manager can have it as a file.");
  return theFile(ports, plan, format);
}

async function theFile(ports: Ports, plan: Plan, format: ExportFormat): Promise<MadeFile> {
  const [file, ...others] = await exportPlan(ports, plan, format);
  if (others.length > 0) throw new UserError("This plan has several tables, which CSV can't hold in one file. Write export xlsx.");
  return file;
}
