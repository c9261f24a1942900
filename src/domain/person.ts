import type { ObjectId, PlanId } from "./plan.ts";

/** A person of the tenant the bot has heard of, or who was linked by object id before they wrote. */
export interface Person {
  readonly objectId: ObjectId;
  readonly name?: string;
  readonly email?: string;
  /** Where to reach them one to one; absent until they wrote, installed, or were reached through a team. */
  readonly address?: Address;
  /** Plans that may know them: where to look first. Permission is the plan's own to give. */
  readonly plans?: readonly PlanId[];
  /** Told once what this is and why they hear from it. */
  readonly welcomed?: boolean;
  /** Has removed the app, and not been heard of since. */
  readonly left?: boolean;
  /** Something waits for them to be heard of. */
  readonly awaited?: boolean;
  /** Something could not be delivered to them, and nothing since has made it good. */
  readonly missed?: boolean;
  /** The plan they last chose, when they belong to several. */
  readonly currentPlan?: PlanId;
}

/** Our own conversation-reference record: all that is needed to write into a conversation again. */
export interface Address {
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly tenantId: string;
  /** The bot's id in that conversation: `28:…`. */
  readonly botId: string;
}

/** A team that holds the bot; its roster reaches people who never wrote. */
export interface Team {
  readonly teamId: string;
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly botId: string;
  readonly name?: string;
}
