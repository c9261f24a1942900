import type { Delivery } from "../domain/delivery.ts";
import { tellsAllOf } from "../domain/tellsAllOf.ts";
import type { Ports } from "../ports.ts";

/** Ends a person's refused and unknown deliveries that one which arrived has made good: it tells all that they did. */
export async function overtakeFailed(ports: Pick<Ports, "notices" | "people" | "clock">, arrived: Delivery): Promise<void> {
  const { notice } = arrived;
  if (notice.kind === "digest") return;
  const failed = (await ports.notices.open(arrived.plan)).filter(
    ({ state, notice: other }) => (state.kind === "refused" || state.kind === "unknown") && other.kind !== "digest" && other.to === notice.to,
  );
  const madeGood = failed.filter((other) => tellsAllOf(notice, other.notice));
  for (const other of madeGood) await ports.notices.move(other, { kind: "overtaken", at: ports.clock.realNow(), by: arrived.key });
  if (madeGood.length === failed.length) await ports.people.save({ objectId: notice.to, missed: false });
}
