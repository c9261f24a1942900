import type { MonitoringChange } from "./monitoring.ts";
import type { PartKind } from "./planChanges.ts";

/** `Section 2.1`, `Area 2`; what is called an area in the reference is not called so twice. */
export function partInWords(part: PartKind, ref: string): string {
  return /^\d/.test(ref) ? `${part.charAt(0).toUpperCase()}${part.slice(1)} ${ref}` : ref;
}

/** `Area 2 was released from monitoring` */
export function monitoringInWords({ part, ref, kind }: Pick<MonitoringChange, "part" | "ref" | "kind">): string {
  return `${partInWords(part, ref)} was ${kind === "release" ? "released from monitoring" : "taken back into monitoring"}`;
}
