import type { Instant } from "../domain/localDate.ts";
import type { ObjectId, PlanId } from "../domain/plan.ts";
import type { Ports } from "../ports.ts";
import { examinePlan } from "./examinePlan.ts";
import { examineTime } from "./examineTime.ts";
import { counted, type Finding, finding } from "./finding.ts";
import type { CliPorts } from "./readPlan.ts";
import type { Result } from "./result.ts";

/** A deployment, opened step by step: each step is possible only when the one before went well. */
export interface Patient {
  /** @throws Error with every fault, a line each */
  configuration(): Configuration;
  /** @throws when the store does not answer */
  store(): Promise<StoreAsFound>;
  /** Of a store whose table is there. */
  ports(): Promise<CliPorts>;
}

export interface Configuration {
  readonly mode: "local" | "teams";
  /** Where the data is, as an operator knows it. */
  readonly store: { readonly kind: "embedded" | "azure"; readonly place: string };
  readonly admins: readonly ObjectId[];
  /** Hosts that files sent in chat are taken from. */
  readonly sharePoint?: readonly string[];
}

interface StoreAsFound {
  readonly readMs?: number;
  readonly queued?: number;
  readonly storeTime?: Instant;
  readonly imports: readonly { readonly plan: string; readonly startedAt: Instant }[];
  /** What only a newer release can read of plans. */
  readonly newer: readonly string[];
}

/** A read slower than this is felt in chat. */
const slowReadMs = 500;
/** After this an import is taken for crashed (`storage/importRows`). */
const importCrashedAfterMs = 10 * 60_000;

/** Looks at everything a deployment needs and says what to do. Exit code 1 when something is at fault. */
export async function doctorCommand(patient: Patient): Promise<Result> {
  const checks = await examine(patient);
  const faults = checks.filter(({ level }) => level === "fault").length;
  const warnings = checks.filter(({ level }) => level === "warn").length;
  const lines = checks.flatMap(({ level, name, says, todo }) => [`${level.padEnd(5)} ${name}: ${says}`, ...(todo ? [`      -> ${todo}`] : [])]);
  const end = `${counted(faults, "fault")}, ${counted(warnings, "warning")}.`;
  return { json: { checks }, text: [...lines, end].join("\n"), refused: faults > 0 };
}

async function examine(patient: Patient): Promise<Finding[]> {
  let configuration: Configuration;
  try {
    configuration = patient.configuration();
  } catch (error) {
    const todo = "Put it right in the environment; docs/operating.md lists the variables.";
    return messageOf(error)
      .split("\n")
      .map((says) => ({ name: "configuration", level: "fault", says, todo }));
  }
  const findings = examineConfiguration(configuration);

  let store: StoreAsFound;
  try {
    store = await patient.store();
  } catch (error) {
    const todo =
      configuration.store.kind === "embedded"
        ? "Look into store.log in that folder."
        : "Check the name, the key or the managed identity's role (Storage Table and Queue Data Contributor), and the network.";
    return [...findings, { name: "store", level: "fault", says: `${configuration.store.place} does not answer: ${messageOf(error)}.`, todo }];
  }
  findings.push(...examineStore(configuration, store));
  if (store.readMs === undefined) return findings;

  const ports = await patient.ports();
  findings.push(...examineImports(ports, store), ...examineTime(ports, configuration.mode, store.storeTime), ...(await examinePlans(ports, configuration)));
  return findings;
}

function examineConfiguration({ mode, store, admins, sharePoint = [] }: Configuration): Finding[] {
  return [
    finding(
      "configuration",
      "The bot has an identity and serves Microsoft Teams.",
      mode === "local" && {
        level: "warn",
        says: "Drumbeat is in local mode: it believes whoever writes to it, and listens on this machine only.",
        todo: "To serve Teams, set MicrosoftAppId, MicrosoftAppTenantId and MicrosoftAppPassword.",
      },
    ),
    finding(
      "administrators",
      `${counted(admins.length, "person is", "people are")} programme manager of every plan.`,
      admins.length === 0 && { level: "warn", says: "Nobody is programme manager of every plan.", todo: "Put an Entra object id into DRUMBEAT_ADMINS." },
    ),
    finding(
      "files in chat",
      mode === "local" ? "In local mode files are taken from this machine." : `Files are taken from ${sharePoint.join(", ")} and its OneDrive.`,
      mode === "teams" &&
        sharePoint.length === 0 && {
          level: "warn",
          says: "No plan can be brought in by a file in chat, for Drumbeat was not told where the organisation keeps its files.",
          todo: "Set DRUMBEAT_SHAREPOINT_HOST to the address of its SharePoint, such as contoso.sharepoint.com.",
        },
    ),
    finding(
      "kind of store",
      `The data is in ${store.place}.`,
      mode === "teams" &&
        store.kind === "embedded" && {
          level: "warn",
          says: `The data is in ${store.place}, in an emulator that can lose its last five seconds, and only one process can serve it.`,
          todo: "Set AZURE_STORAGE_ACCOUNT or AZURE_STORAGE_CONNECTION_STRING.",
        },
    ),
  ];
}

function examineStore({ store: { place } }: Configuration, { readMs, queued }: StoreAsFound): Finding[] {
  const todo = "Start the service once: it makes what is missing.";
  const missing = (what: string) => ({ level: "fault", says: `${place} has no ${what} of Drumbeat's.`, todo }) as const;
  return [
    finding(
      "table",
      `A read took ${readMs} ms.`,
      readMs === undefined
        ? missing("table")
        : readMs > slowReadMs && { level: "warn", says: `A read took ${readMs} ms.`, todo: "Put service and storage into the same region." },
    ),
    finding("queue", `${counted(queued ?? 0, "delivery is", "deliveries are")} in the queue.`, queued === undefined && missing("queue")),
  ];
}

const newerTodo = "Finish the update of every process, or go back to the newer version, and ask the doctor of that one.";

function examineImports({ clock }: Pick<Ports, "clock">, { imports, newer }: StoreAsFound): Finding[] {
  const crashed = imports.filter(({ startedAt }) => Date.parse(clock.realNow()) - Date.parse(startedAt) > importCrashedAfterMs);
  const plans = crashed.map(({ plan }) => plan).join(", ");
  return [
    finding("versions", "Every plan is of a version this one knows.", newer.length > 0 && { level: "fault", says: newer.join(" "), todo: newerTodo }),
    finding(
      "imports",
      imports.length === 0 ? "No import is half way." : `${counted(imports.length, "import is", "imports are")} under way.`,
      crashed.length > 0 && {
        level: "fault",
        says: `An import broke off half way (${plans}); readers see the plan as it was before.`,
        todo: "The service clears it up within a quarter of an hour, and so does the next import. Import again.",
      },
    ),
  ];
}

async function examinePlans(ports: CliPorts, { admins }: Configuration): Promise<Finding[]> {
  const entries = await ports.plans.list();
  const todo = "Import one: npm run drumbeat -- import FILE --plan ID";
  if (entries.length === 0) return [{ name: "plans", level: "warn", says: "There is no plan yet.", todo }];
  const found: Finding[] = [];
  for (const { id } of entries) found.push(...(await examinePlan(ports, id, admins).catch((error: unknown) => [unreadable(id, error)])));
  return found;
}

/** One plan that can't be read keeps none of the others from being looked at. */
function unreadable(plan: PlanId, error: unknown): Finding {
  return { name: `${plan}: plan`, level: "fault", says: messageOf(error), todo: newerTodo };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
