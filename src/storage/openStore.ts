import { type Instant, instantOf } from "../domain/localDate.ts";
import type { ClockStore, NoticeBoard, PendingImports, PeopleStore, PlanStore } from "../ports.ts";
import { openClockStore } from "./clockStore.ts";
import { connect, type StorageAccount } from "./connection.ts";
import { examineStore, type StoreFindings } from "./examineStore.ts";
import { openNoticeBoard } from "./noticeBoard.ts";
import { openPendingImports } from "./pendingImports.ts";
import { openPeopleStore } from "./peopleStore.ts";
import { openPlanStore } from "./planStore.ts";
import { openTable } from "./table.ts";

export interface Store {
  readonly plans: PlanStore;
  readonly people: PeopleStore;
  readonly notices: NoticeBoard;
  readonly pendingImports: PendingImports;
  readonly clock: ClockStore;
  /** Creates table and queue where they are missing. @throws when the store does not answer */
  ready(): Promise<void>;
  /** Finishes what a crash left half done; called when the service starts, after `ready`. */
  recover(): Promise<void>;
  /** What whoever looks after the store should know; changes nothing. @throws when the store does not answer */
  examine(): Promise<StoreFindings>;
}

export interface StoreOptions {
  /** Before the names of table and queue, so that several deployments or tests share an account: a lower-case letter, then letters and digits. */
  readonly prefix?: string;
  /** Real time for which a ticket of the notice board stays with whoever took it. */
  readonly leaseSeconds?: number;
  readonly realNow?: () => Instant;
}

export async function openStore(storage: StorageAccount, options: StoreOptions = {}): Promise<Store> {
  const { prefix = "", leaseSeconds = 120, realNow = () => instantOf(new Date()) } = options;
  const clients = await connect(storage, `${prefix}drumbeat`, `${prefix}drumbeat-deliveries`);
  const table = openTable(clients.table);
  const plans = openPlanStore(table, realNow);
  const notices = openNoticeBoard(table, clients.queue, leaseSeconds, realNow);

  return {
    plans,
    people: openPeopleStore(table),
    notices,
    pendingImports: openPendingImports(table),
    clock: openClockStore(table),
    async ready() {
      await clients.table.createTable();
      await clients.queue.createIfNotExists();
    },
    examine: () => examineStore(clients.table, clients.queue, plans.unfinishedImports),
    async recover() {
      await plans.recover();
      await notices.recover((await plans.list()).map(({ id }) => id));
    },
  };
}
