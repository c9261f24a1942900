import { escapeMarkdown } from "../cards/escape.ts";
import { bindChannel } from "../flows/bindChannel.ts";
import { cadencesInWords } from "../flows/setCadence.ts";
import type { PlanCommand } from "./command.ts";

/** Binds the channel it is said in. */
export const useThisChannelCommand: PlanCommand = {
  name: "use this channel",
  usage: "use this channel",
  does: "Make this the plan's channel for digests and questions",
  where: ["channel"],
  deed: "manage",
  takes: /^for .+$/i,
  bindsChannel: () => true,
  async run({ ports, asker }, at) {
    await bindChannel(ports, asker, at);
    const { plan, today } = at;
    const { channel: before } = plan;
    const moved =
      before && asker.where.kind === "channel" && before.conversationId !== asker.where.channelId ? ` in place of ${before.name ?? "the one before"}` : "";
    const digests = cadencesInWords(ports, plan, today).map((one) => `the ${one}`);
    return {
      text: escapeMarkdown(`This is now the channel of ${plan.title}${moved}. Anybody here can ask me for its summary, and I post ${digests.join("; and ")}.`),
      alert: "Channel bound",
    };
  },
};
