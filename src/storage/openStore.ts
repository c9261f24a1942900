import { type Instant, instantOf } from "../domain/localDate.ts";
import type { ClockStore, NoticeBoard, PendingImports, PeopleStore, PlanStore } from "../ports.ts";
import { openClockStore } from "./clockStore.ts";
import { connect, type Patience, type StorageAccount } from "./connection.ts";
import { examineStore, type StoreFindings } from "./examineStore.ts";
import { openNoticeBoard } from "./noticeBoard.ts";
import { openPendingImports } from "./pendingImports.ts";
import { openPeopleStore } from "./peopleStore.ts";
import { openPlanStore } from "./planStore.ts";
import { type Shapes, shapes as shapesOfThisRelease } from "./rowShapes.ts";
import { openTable } from "./table.ts";
import { tableNameOf } from "./tableNames.ts";

export interface Store {
  readonly plans: PlanStore;
  readonly people: PeopleStore;
  readonly notices: NoticeBoard;
  readonly pendingImports: PendingImports;
  readonly clock: ClockStore;
  /** Creates table and queue where they are missing. @throws when the store does not answer */
  ready(): Promise<void>;
  /**
   * Finishes what a crash left half done. Called when the service starts, after `ready`, and then again and again: what
   * may still run elsewhere is only noted the first time, and the later calls look at nothing but that. Every ten minutes
   * of real time all plans are looked at anew, for imports that a killed command line left.
   *
   * @throws NewerRowError once all was done, naming plans that were passed over since only a newer release can read them
   */
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
  /** For tests of anything but time, on a machine that may stand still for seconds. */
  readonly patience?: Patience;
  /** Of another release than this one, to try two side by side. */
  readonly shapes?: Shapes;
}

export async function openStore(storage: StorageAccount, options: StoreOptions = {}): Promise<Store> {
  const { prefix = "", leaseSeconds = 120, realNow = () => instantOf(new Date()), shapes = shapesOfThisRelease } = options;
  const connection = await connect(storage, options.patience);
  const queue = connection.queue(`${prefix}drumbeat-deliveries`);
  const common = connection.table(tableNameOf(prefix, "directory"));
  const table = openTable(connection, prefix, shapes);
  const plans = openPlanStore(table, realNow);
  const notices = openNoticeBoard(table, queue, leaseSeconds, realNow, shapes.delivery?.steps.length ?? 0);

  return {
    plans,
    people: openPeopleStore(table),
    notices,
    pendingImports: openPendingImports(table),
    clock: openClockStore(table),
    async ready() {
      await common.createTable();
      await queue.createIfNotExists();
    },
    examine: () => examineStore(common, queue, plans.unfinishedImports),
    recover: plans.recover,
  };
}
