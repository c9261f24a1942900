import { expect, test } from "@jest/globals";
import { mostBytes } from "../../src/cards/checkCard.ts";
import type { Call } from "../../src/commands/command.ts";
import { helpCommandFor } from "../../src/commands/helpCommand.ts";
import { commands } from "../../src/commands/registry.ts";
import { nodesOf } from "../cards/readCard.ts";

test.each(["personal", "channel", "group"] as const)("help in a %s chat names every command that can be typed there, with room to spare", async (kind) => {
  const call = { asker: { where: { kind } }, ports: { moveClock: () => undefined } } as unknown as Call;
  const { card = {} } = await helpCommandFor(() => commands).run(call);
  const said = nodesOf(card).map(({ text, title }) => String(text ?? title).replace(/\\|(?: ›)$/g, ""));

  const wanted = commands.filter(({ name, where }) => name !== "help" && where.includes(kind)).map(({ usage }) => usage);
  expect(wanted.filter((usage) => !said.includes(usage))).toEqual([]);
  expect(JSON.stringify(card).length).toBeLessThan(0.75 * mostBytes);
});
