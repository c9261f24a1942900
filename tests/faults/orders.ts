import type { Instant, LocalDate } from "../../src/domain/localDate.ts";
import type { Release } from "../support/trialShapes.ts";
import type { Doom } from "./killAt.ts";
import type { PlantedFault } from "./plantedFaults.ts";

/** What a replica serves, and by which clock. */
export interface Serving {
  readonly connectionString: string;
  /** Before the names of table and queue. */
  readonly prefix: string;
  /** Plan time. */
  readonly at: Instant;
  /** How far this machine's clock is ahead of the campaign's. */
  readonly realAheadMs: number;
  /** What it knows of the shapes of rows. */
  readonly release: Release;
  readonly planted?: PlantedFault;
}

export type Order =
  | ({ readonly do: "serve" } & Serving)
  | { readonly do: "moveClock"; readonly to: Instant }
  /** Real time too can be moved on, so that leases and waits of minutes pass in a moment. */
  | { readonly do: "moveRealTime"; readonly realAheadMs: number }
  | { readonly do: "killAt"; readonly doom: Doom | undefined }
  | { readonly do: "import"; readonly plan: string; readonly csv: string; readonly asOf: LocalDate }
  | { readonly do: "stop" };

/** Real time for which a ticket stays with its replica: short, so that tickets are often seen twice. */
export const leaseSeconds = 3;
