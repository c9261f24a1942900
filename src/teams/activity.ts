import { z } from "zod";

const text = z.string().nullish();
const named = z.looseObject({ id: z.string().min(1), name: text, aadObjectId: text });
const idOnly = z.looseObject({ id: z.string().min(1), name: text });

/** What Drumbeat reads of an activity; the rest passes unseen. */
export const Activity = z.looseObject({
  type: z.string().min(1),
  id: text,
  name: text,
  text,
  value: z.unknown().optional(),
  action: text,
  channelId: z.string().min(1),
  serviceUrl: z.url(),
  replyToId: text,
  from: named.nullish(),
  recipient: idOnly,
  conversation: z.looseObject({ id: z.string().min(1), conversationType: text, isGroup: z.boolean().nullish(), tenantId: text }),
  channelData: z
    .looseObject({
      eventType: text,
      tenant: idOnly.nullish().catch(undefined),
      team: idOnly.nullish().catch(undefined),
      channel: idOnly.nullish().catch(undefined),
    })
    .nullish(),
  membersAdded: z.array(named).nullish(),
  membersRemoved: z.array(named).nullish(),
  entities: z.array(z.unknown()).nullish(),
});
export type Activity = z.infer<typeof Activity>;

/** An entity of an activity that names somebody; anything else in the list is left alone. */
export const MentionEntity = z.looseObject({ type: z.literal("mention"), mentioned: named, text });
export type MentionEntity = z.infer<typeof MentionEntity>;

/** What an `adaptiveCard/action` invoke carries. */
export const ActionValue = z.looseObject({ action: z.looseObject({ verb: text, data: z.unknown().optional() }) });

/** The tenant an activity says it comes from, as many times as it says so. */
export function tenantsOf(activity: Activity): readonly string[] {
  return [activity.conversation.tenantId, activity.channelData?.tenant?.id].filter((id) => typeof id === "string" && id !== "") as string[];
}
