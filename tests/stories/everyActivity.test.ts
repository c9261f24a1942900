import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { linkLead } from "../../src/flows/knowPeople.ts";
import { personalConversationOf, type Shown } from "../support/standInConnector.ts";
import { cardOf, eventually, importSample, type RunningBot, startBot, steeringGroup, wordsOf } from "../support/startBot.ts";
import { botId, type TeamsPerson, tenantId } from "../support/teamsPerson.ts";

const leadId = "11111111-1111-1111-1111-111111111111";
const managerId = "33333333-3333-3333-3333-333333333333";
const group = "19:meeting_chat@thread.v2";
const thread = `${steeringGroup.channelId};messageid=1`;

let bot: RunningBot;
let lead: TeamsPerson;

beforeAll(async () => {
  bot = await startBot({ at: "2022-11-19T10:00:00Z", admins: [managerId] }); // a Saturday: nobody is reminded meanwhile
  await importSample(bot);
  await link(leadId);
  lead = bot.person(leadId, "Team Leader");
  await lead.install();
});
afterAll(() => bot.close());

async function link(objectId: string): Promise<void> {
  const plan = await bot.service.ports.plans.read("warwickshire");
  if (plan) await linkLead(bot.service.ports, plan, { lead: "C&F Social Work Operational Team Leader", objectId });
}

const personal = { id: personalConversationOf(leadId), conversationType: "personal", tenantId };
const inGroup = { id: group, conversationType: "groupChat", isGroup: true, tenantId };
const inChannel = { id: thread, conversationType: "channel", isGroup: true, tenantId };
const ofTeam = (more: object = {}) => ({
  channelData: { tenant: { id: tenantId }, team: { id: steeringGroup.teamId }, channel: { id: steeringGroup.channelId, name: "Board" }, ...more },
});
const attached = (contentType: string, more: object = {}) => ({ attachments: [{ contentType, ...more }] });
const saying = (shown: readonly Shown[]) => shown.map(({ activity }) => activity.text ?? wordsOf(cardOf({ activity } as Shown))).join("\n");
const everything = async () => (await bot.store.plans.wholeHistory("warwickshire")).length;

/** What is said in answer; of files a little later. */
async function answerTo(activity: object, at: string): Promise<string> {
  const before = bot.connector.shown(at).length;
  expect((await lead.post(activity)).status).toBe(200);
  return eventually(() => saying(bot.connector.shown(at).slice(before)));
}

/** A lead who sends a file means evidence, which is kept by the place Teams names. */
const notKept = /did not tell me where that is kept/;

describe("one to one, each is answered and none is taken for an update", () => {
  test.each<[string, object, RegExp]>([
    ["nothing at all", { text: "" }, /I am here/],
    ["no text", {}, /I am here/],
    ["spaces", { text: "  \u00a0 \n" }, /I am here/],
    ["a picture", attached("image/png", { contentUrl: "https://example.org/a.png" }), notKept],
    [
      "a sticker",
      { text: "", ...attached("text/html", { content: '<div><img src="https://example.org/sticker.png" itemtype="http://schema.skype.com/Sticker"></div>' }) },
      /I am here|did not open/,
    ],
    ["a gif", attached("image/gif", { contentUrl: "https://example.org/a.gif" }), notKept],
    ["a voice message", attached("audio/mp4", { contentUrl: "https://example.org/a.m4a" }), notKept],
    ["a film", attached("video/mp4", { contentUrl: "https://example.org/a.mp4" }), notKept],
    [
      "a file without words",
      attached("application/vnd.microsoft.teams.file.download.info", { name: "plan.xlsx", content: { downloadUrl: "https://contoso.sharepoint.com/x" } }),
      notKept,
    ],
    ["somebody's card", attached("application/vnd.microsoft.card.adaptive", { content: { type: "AdaptiveCard" } }), /I am here/],
    ["thumbs up", { text: "👍" }, /Noted/],
    ["a link alone", { text: "https://example.org/report" }, /Nothing was recorded|which measure|did not understand/i],
    ["another script", { text: "你好，我们的进展如何" }, /Nothing was recorded|did not understand|which/i],
    ["another script, right to left", { text: "مرحبا كيف حالك" }, /Nothing was recorded|did not understand|which/i],
    ["30,000 characters", { text: "The group met and its notes were shared. ".repeat(740) }, /keep this as an update|did not understand|which/i],
    [
      "a quotation alone",
      {
        text: "",
        ...attached("text/html", {
          content:
            '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong>Drumbeat</strong><p itemprop="preview">Your updates, please</p></blockquote>',
        }),
      },
      /I am here|did not understand|did not open/,
    ],
    ["thanks", { text: "thanks!" }, /Noted/],
    ["marks only", { text: "???" }, /Did you mean|I am here/],
    ["a word nobody knows", { text: "sumary" }, /“summary”/],
    ["HTML", { text: "<b>help</b><script>alert(1)</script>" }, /which measure/i],
  ])("%s", async (_, said, expected) => {
    const before = await everything();

    expect(await answerTo({ type: "message", ...said, conversation: personal }, lead.conversationId)).toMatch(expected);
    expect(await everything()).toBe(before);
  });
});

describe("quietly right", () => {
  test.each<[string, object]>([
    ["typing", { type: "typing", conversation: personal }],
    ["a reaction", { type: "messageReaction", reactionsAdded: [{ type: "like" }], replyToId: "1", conversation: personal }],
    ["a reaction taken back", { type: "messageReaction", reactionsRemoved: [{ type: "like" }], replyToId: "1", conversation: personal }],
    ["a message read", { type: "event", name: "application/vnd.microsoft.readReceipt", value: { lastReadMessageId: "1" }, conversation: personal }],
    ["a kind of activity nobody knows", { type: "somethingNew", text: "2.3.3-1 green all trained", conversation: personal }],
    ["another bot", { type: "message", text: "help", from: { id: "28:other", name: "Other bot" }, conversation: inGroup }],
    ["another bot that says so", { type: "message", text: "help", from: { id: "29:x", name: "Other bot", role: "bot" }, conversation: personal }],
    ["a message deleted that recorded nothing", { type: "messageDelete", id: "77", channelData: { eventType: "softDeleteMessage" }, conversation: personal }],
    ["a deletion undone", { type: "messageUpdate", id: "77", text: "help", channelData: { eventType: "undeleteMessage" }, conversation: personal }],
    ["an edit in a channel", { type: "messageUpdate", id: "78", text: "summary", conversation: inChannel, ...ofTeam({ eventType: "editMessage" }) }],
    ["a deletion in a channel", { type: "messageDelete", id: "78", conversation: inChannel, ...ofTeam() }],
    ["the app upgraded", { type: "installationUpdate", action: "remove-upgrade", conversation: personal }],
    ["the upgrade done", { type: "installationUpdate", action: "add-upgrade", conversation: personal }],
    ["a team takes the bot in", { type: "installationUpdate", action: "add", conversation: inChannel, ...ofTeam() }],
    [
      "somebody joins the team",
      { type: "conversationUpdate", membersAdded: [{ id: "29:somebody" }], conversation: inChannel, ...ofTeam({ eventType: "teamMemberAdded" }) },
    ],
    ["a channel is made", { type: "conversationUpdate", conversation: inChannel, ...ofTeam({ eventType: "channelCreated" }) }],
    ["a channel is renamed", { type: "conversationUpdate", conversation: inChannel, ...ofTeam({ eventType: "channelRenamed" }) }],
    ["a channel is deleted", { type: "conversationUpdate", conversation: inChannel, ...ofTeam({ eventType: "channelDeleted" }) }],
    ["a team is renamed", { type: "conversationUpdate", conversation: inChannel, ...ofTeam({ eventType: "teamRenamed" }) }],
    ["a meeting begins", { type: "event", name: "application/vnd.microsoft.meetingStart", value: {}, conversation: inGroup }],
    ["a group chat takes the bot in", { type: "conversationUpdate", membersAdded: [{ id: botId }], conversation: inGroup }],
    ["a group chat puts the bot out", { type: "conversationUpdate", membersRemoved: [{ id: botId }], conversation: inGroup }],
  ])("%s", async (_, activity) => {
    const calls = bot.connector.calls.length;
    const before = await everything();

    expect((await lead.post(activity)).status).toBe(200);

    expect(bot.connector.calls.slice(calls).filter(({ what }) => what === "activities")).toEqual([]);
    expect(await everything()).toBe(before);
  });
});

describe("where others read along nothing of a plan is said, and nobody is left without an answer", () => {
  const mention = { entities: [{ type: "mention", mentioned: { id: botId, name: "Drumbeat" }, text: "<at>Drumbeat</at>" }] };
  test.each<[string, object, string]>([
    ["a mention alone in a channel", { text: "<at>Drumbeat</at>", ...mention, conversation: inChannel, ...ofTeam() }, thread],
    ["a sentence in a group chat", { text: "<at>Drumbeat</at> 2.3.3-1 green all trained", ...mention, conversation: inGroup }, group],
    ["a command in a meeting's chat", { text: "<at>Drumbeat</at> summary", ...mention, conversation: inGroup, channelData: { meeting: { id: "m" } } }, group],
    ["a command in a channel no plan uses", { text: "<at>Drumbeat</at> summary", ...mention, conversation: inChannel, ...ofTeam() }, thread],
    [
      "a file in a channel",
      {
        text: "<at>Drumbeat</at>",
        ...mention,
        ...attached("text/html", { content: '<attachment id="1"></attachment>' }),
        conversation: inChannel,
        ...ofTeam(),
      },
      thread,
    ],
  ])("%s", async (_, said, at) => {
    const heard = await answerTo({ type: "message", ...said }, at);

    expect(heard).not.toBe("");
    expect(heard).not.toMatch(/Warwickshire|commissioning|Team Leader/);
  });

  test.each([
    ["group", inGroup, {}],
    ["channel", inChannel, ofTeam()],
  ])("a card that found its way into a %s shows nothing of the plan", async (_, conversation, more) => {
    const data = { verb: "showHistory", plan: "warwickshire", ref: "2.3.3-1" };
    const response = await lead.post({
      type: "invoke",
      name: "adaptiveCard/action",
      value: { action: { type: "Action.Execute", data } },
      conversation,
      ...more,
    });

    expect(JSON.stringify(await response.json())).toContain("I have no plan I may show you here");
  });
});
