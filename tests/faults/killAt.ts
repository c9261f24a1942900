import { TableClient } from "@azure/data-tables";
import { QueueClient } from "@azure/storage-queue";
import type { Ports } from "../../src/ports.ts";

/** Steps around a send and around an update at which a process can die, before each or after it; some oftener than others. */
export const steps = [
  "notices.claim",
  "messenger.send",
  "messenger.send",
  "notices.record",
  "notices.post",
  "queue.sendMessage",
  "notices.take",
  "notices.find",
  "notices.claim",
  "messenger.send",
  "notices.record",
  "notices.finish",
  "notices.putBack",
  "notices.move",
  "notices.merge",
  "people.save",
  "plans.record",
  "plans.append",
  "plans.append",
  "queue.letGo",
  "import.submitTransaction",
  "import.submitTransaction",
  "import.submitTransaction",
  "table.submitTransaction",
  "table.writeOne",
  "messenger.openPersonal",
] as const;

export interface Doom {
  readonly step: (typeof steps)[number];
  readonly when: "before" | "after";
  /** At the how manieth passing. */
  readonly passing: number;
}

let doom: Doom | undefined;
let passings = 0;

/** Has this process killed at a step; undefined lets it live. */
export function killAt(next: Doom | undefined): void {
  doom = next;
  passings = 0;
}

/** Puts the steps round the ports. */
export function withSteps(ports: Ports): Ports {
  return {
    ...ports,
    plans: stepping("plans", ports.plans),
    people: stepping("people", ports.people),
    notices: stepping("notices", ports.notices),
    messenger: stepping("messenger", ports.messenger),
  };
}

/** Between the writes of one port's method lies a step too, as between a transaction and the queue. */
export function stepInsideStorage(): void {
  const { createEntity, updateEntity, upsertEntity, submitTransaction } = TableClient.prototype;
  TableClient.prototype.createEntity = function (...args) {
    return around("table.writeOne", () => createEntity.apply(this, args));
  };
  TableClient.prototype.updateEntity = function (...args) {
    return around("table.writeOne", () => updateEntity.apply(this, args));
  };
  TableClient.prototype.upsertEntity = function (...args) {
    return around("table.writeOne", () => upsertEntity.apply(this, args));
  };
  TableClient.prototype.submitTransaction = function (...args) {
    const isImport = Array.from(args[0]).some(([, { type }]) => type === "journal");
    return around(isImport ? "import.submitTransaction" : "table.submitTransaction", () => submitTransaction.apply(this, args));
  };
  const { sendMessage, deleteMessage, updateMessage } = QueueClient.prototype;
  QueueClient.prototype.sendMessage = function (...args) {
    return around("queue.sendMessage", () => sendMessage.apply(this, args));
  };
  QueueClient.prototype.deleteMessage = function (...args) {
    return around("queue.letGo", () => deleteMessage.apply(this, args));
  };
  QueueClient.prototype.updateMessage = function (...args) {
    return around("queue.letGo", () => updateMessage.apply(this, args));
  };
}

function stepping<T extends object>(name: string, port: T): T {
  return new Proxy(port, {
    get(target, key) {
      const [method, step]: [unknown, string] = [Reflect.get(target, key), `${name}.${String(key)}`];
      return typeof method === "function" && isStep(step) ? (...args: unknown[]) => around(step, () => method.apply(target, args)) : method;
    },
  });
}

function isStep(name: string): boolean {
  return steps.some((step) => step === name);
}

async function around<T>(step: string, work: () => Promise<T>): Promise<T> {
  pass(step, "before");
  const result = await work();
  pass(step, "after");
  return result;
}

function pass(step: string, when: Doom["when"]): void {
  if (doom?.step !== step || doom.when !== when) return;
  passings += 1;
  if (passings >= doom.passing) process.kill(process.pid, "SIGKILL");
}
