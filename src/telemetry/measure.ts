import { AsyncLocalStorage } from "node:async_hooks";
import type { Meter, Tracer } from "@opentelemetry/api";
import type { Delivery, DeliveryState } from "../domain/delivery.ts";
import type { PlanId } from "../domain/plan.ts";
import type { Front, Ports } from "../ports.ts";
import { traced } from "./traced.ts";

/** Goes round the ports and the front, so that no story knows that it is measured. */
export interface Measures {
  ports(ports: Ports): Ports;
  front(front: Front): Front;
}

/**
 * Counts notices and answers, times the thanks, and draws a span round each question and each send.
 *
 * Attributes are kinds and plan ids; never words, never who.
 */
export function measure(meter: Meter, tracer: Tracer): Measures {
  const owed = meter.createCounter("drumbeat.notices.owed", { description: "Notices posted, to go out now" });
  const outcomes = {
    sent: meter.createCounter("drumbeat.notices.delivered", { description: "Notices that arrived" }),
    refused: meter.createCounter("drumbeat.notices.refused", { description: "Notices Teams refused for good" }),
    unknown: meter.createCounter("drumbeat.notices.unknown", { description: "Notices that may have arrived" }),
  };
  const answers = meter.createCounter("drumbeat.answers", { description: "Updates stored" });
  const thanks = meter.createHistogram("drumbeat.thank.duration", {
    description: "From a lead's press to the answer that thanks for the stored update",
    unit: "s",
    advice: { explicitBucketBoundaries: [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 4, 5, 10] },
  });
  const question = new AsyncLocalStorage<{ stored: boolean }>();

  return { ports: measurePorts, front: measureFront };

  function measurePorts(ports: Ports): Ports {
    const { plans, notices, messenger, clock } = ports;
    const oldestOwed = new Map<PlanId, number>();
    meter
      .createObservableGauge("drumbeat.notices.oldest_owed", { description: "Age of the oldest notice still owed when its plan was last run", unit: "s" })
      .addCallback((gauge) => {
        const now = Date.parse(clock.realNow());
        gauge.observe(Math.max(0, ...[...oldestOwed.values()].map((postedMs) => (now - postedMs) / 1000)));
      });

    return {
      ...ports,
      plans: {
        ...plans,
        read: (id) => traced(tracer, "read plan", { plan: id }, () => plans.read(id)),
        readWithNoticed: (id) =>
          traced(tracer, "read plan to run", { plan: id }, async () => {
            const read = await plans.readWithNoticed(id);
            const posted = read?.noticed.open.flatMap(({ state, postedAt }) => (state.kind === "owed" && postedAt ? [Date.parse(postedAt)] : [])) ?? [];
            if (posted.length > 0) oldestOwed.set(id, Math.min(...posted));
            else oldestOwed.delete(id);
            return read;
          }),
        record: (id, update, ...rest) =>
          traced(tracer, "record update", { plan: id }, async () => {
            const outcome = await plans.record(id, update, ...rest);
            if (outcome.kind === "stored" && update.kind === "report") {
              answers.add(1, { plan: id, via: update.via });
              const asked = question.getStore();
              if (asked) asked.stored = true;
            }
            return outcome;
          }),
      },
      notices: {
        ...notices,
        async post(delivery, noticed) {
          const posted = await notices.post(delivery, noticed);
          if (posted && delivery) owed.add(1, { kind: delivery.notice.kind });
          return posted;
        },
        async record(claim, state) {
          const recorded = await notices.record(claim, state);
          if (recorded) count(claim.delivery, state);
          return recorded;
        },
        async move(delivery, state) {
          const moved = await notices.move(delivery, state);
          if (moved) count(delivery, state);
          return moved;
        },
      },
      messenger: {
        ...messenger,
        send: (...sending) => traced(tracer, "send", {}, () => messenger.send(...sending)),
        update: (...updating) => traced(tracer, "replace message", {}, () => messenger.update(...updating)),
      },
    };
  }

  function measureFront(front: Front): Front {
    return {
      ...front,
      message: (asker, ...said) => traced(tracer, "message", { where: asker.where.kind }, () => timed(() => front.message(asker, ...said))),
      press: (asker, data) => traced(tracer, "press", { where: asker.where.kind }, () => timed(() => front.press(asker, data))),
    };
  }

  /** Only what ended in a stored update is thanked, and timed. */
  async function timed<T>(answer: () => Promise<T>): Promise<T> {
    const asked = { stored: false };
    const began = performance.now();
    const answered = await question.run(asked, answer);
    if (asked.stored) thanks.record((performance.now() - began) / 1000);
    return answered;
  }

  /** A refusal that asks to be tried again leaves the notice owed, and is none of these. */
  function count({ notice }: Delivery, { kind }: DeliveryState): void {
    if (kind === "sent" || kind === "refused" || kind === "unknown") outcomes[kind].add(1, { kind: notice.kind });
  }
}
