import type { ClockStore } from "../ports.ts";
import { changeRow, type Table } from "./table.ts";

interface Offset {
  readonly offsetMs: number;
}

const at = { partition: "directory", key: "clock", type: "clock" } as const;

export function openClockStore(table: Table): ClockStore {
  return {
    async read() {
      return (await table.find<Offset>(at.partition, at.key))?.value.offsetMs;
    },

    async advanceTo(offsetMs) {
      const inForce = await changeRow<Offset>(table, at, (stored) => (stored && stored.offsetMs >= offsetMs ? stored : { offsetMs }));
      return inForce.offsetMs;
    },
  };
}
