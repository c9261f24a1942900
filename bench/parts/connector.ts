import { startStandInConnector } from "../../tests/support/standInConnector.ts";
import { answerCalls } from "../part.ts";

const connector = await startStandInConnector({ answersAfterMs: Number(process.env.BENCH_ANSWERS_AFTER_MS ?? 0) });

answerCalls(
  {
    received: () => connector.calls.length,
    /** How many messages each conversation holds. */
    ledger: (conversations: readonly string[]) => conversations.map((conversation) => connector.shown(conversation).length),
    lastShown: (conversations: readonly string[]) => conversations.map((conversation) => connector.shown(conversation).at(-1)?.id),
  },
  { url: connector.url },
);
