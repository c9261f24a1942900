import { randomUUID } from "node:crypto";
import { memberIdOf, personalConversationOf, type Shown, type StandInConnector } from "./standInConnector.ts";

export const botId = "28:drumbeat";
export const tenantId = "a0a0a0a0-0000-4000-8000-000000000001";

/** A team and the channel of it that somebody writes in. */
export interface Channel {
  readonly teamId: string;
  readonly channelId: string;
  readonly name: string;
}

/** What a button press came back with. */
export interface PressAnswer {
  /** Of the HTTP answer. */
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a card, a sentence, or nothing
  readonly body: any;
}

/** Somebody who uses Teams: posts to the bot what Teams would post. */
export interface TeamsPerson {
  readonly objectId: string;
  readonly name: string;
  /** Their one to one conversation with the bot. */
  readonly conversationId: string;
  /** Opens the bot one to one for the first time. @returns what it said */
  install(): Promise<readonly Shown[]>;
  /** Writes one to one. @returns what came in answer */
  say(words: string): Promise<readonly Shown[]>;
  /** Sends files one to one, as Teams does once they are in OneDrive. @returns what came in answer, which takes as long as reading them */
  sendFiles(files: readonly { readonly name: string; readonly url: string }[], words?: string): Promise<readonly Shown[]>;
  /** Answers an offer of a file. @param uploadUrl - where to put it; without one the person declines */
  answerOffer(messageId: string, context: unknown, uploadUrl?: string): Promise<void>;
  /** Mentions the bot in a channel, in a new thread. @param others - people mentioned besides, as Teams tells of them: without their object ids */
  mention(channel: Channel, words: string, others?: readonly TeamsPerson[]): Promise<readonly Shown[]>;
  /** Presses an Action.Execute of a message. @param data - the action's data with the inputs merged in @param at - one to one where absent */
  press(messageId: string, data: unknown, at?: string | Channel): Promise<PressAnswer>;
  /** Presses the Action.Submit an older client falls back to. @returns what came below the card */
  submit(messageId: string, data: unknown): Promise<readonly Shown[]>;
  /** Installs the bot in the team a channel belongs to. */
  addToTeam(channel: Channel, teamName?: string): Promise<void>;
  removeFromTeam(channel: Channel): Promise<void>;
  /** Posts any activity as this person, with whatever is given put over what Teams would say. */
  post(activity: object): Promise<Response>;
}

export interface TeamsPersonParts {
  readonly connector: StandInConnector;
  /** Where the bot listens: `http://127.0.0.1:3978`. */
  readonly botUrl: string;
  readonly objectId: string;
  readonly name: string;
}

export function teamsPerson({ connector, botUrl, objectId, name }: TeamsPersonParts): TeamsPerson {
  const conversationId = personalConversationOf(objectId);
  const personal = { conversation: { id: conversationId, conversationType: "personal", tenantId } };

  const person: TeamsPerson = {
    objectId,
    name,
    conversationId,
    post,

    async install() {
      return arriving(conversationId, async () => {
        await expectOk(post({ type: "installationUpdate", action: "add", ...personal }));
        await expectOk(post({ type: "conversationUpdate", membersAdded: [{ id: botId }], ...personal }));
      });
    },

    async say(words) {
      return arriving(conversationId, () => expectOk(post({ type: "message", text: words, ...personal })));
    },

    async sendFiles(files, words = "") {
      const before = connector.shown(conversationId).length;
      const attachments = files.map(({ name, url }) => ({
        contentType: "application/vnd.microsoft.teams.file.download.info",
        contentUrl: `https://contoso-my.sharepoint.com/personal/someone/Documents/${name}`,
        name,
        content: { downloadUrl: url, uniqueId: randomUUID(), fileType: name.replace(/^.*\./, "") },
      }));
      const html = { contentType: "text/html", content: `<p>${words}</p>` };
      await expectOk(post({ type: "message", text: words, attachments: [...attachments, html], ...personal }));
      for (let tries = 0; tries < 200 && connector.shown(conversationId).length === before; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
      return connector.shown(conversationId).slice(before);
    },

    async answerOffer(messageId, context, uploadUrl) {
      const uploadInfo = uploadUrl && {
        contentUrl: "https://contoso-my.sharepoint.com/personal/someone/Documents/sheet.csv",
        name: "sheet.csv",
        uploadUrl,
        uniqueId: "1150D938-8870-4044-9F2C-5BBDEBA70C9D",
        fileType: "csv",
      };
      const value = { type: "fileUpload", action: uploadUrl ? "accept" : "decline", context, ...(uploadInfo && { uploadInfo }) };
      await expectOk(post({ type: "invoke", name: "fileConsent/invoke", value, replyToId: messageId, ...personal }));
    },

    async mention(channel, words, others = []) {
      const thread = `${channel.channelId};messageid=${Date.now()}`;
      const entities = [{ id: botId, name: "Drumbeat" }, ...others.map((other) => ({ id: memberIdOf(other.objectId), name: other.name }))].map((mentioned) => ({
        type: "mention",
        mentioned,
        text: `<at>${mentioned.name}</at>`,
      }));
      const text = `<at>Drumbeat</at>&nbsp;${words}${others.map((other) => ` <at>${other.name}</at>`).join("")}\n`;
      return arriving(thread, () => expectOk(post({ type: "message", text, entities, ...inChannel(channel, thread) })));
    },

    async press(messageId, data, at: string | Channel = conversationId) {
      const value = { action: { type: "Action.Execute", data }, trigger: "manual" };
      const response = await post({
        type: "invoke",
        name: "adaptiveCard/action",
        value,
        replyToId: messageId,
        ...(typeof at === "string" ? { ...personal, conversation: { ...personal.conversation, id: at } } : inChannel(at, at.channelId)),
      });
      const body = await response.text();
      return { status: response.status, body: body ? JSON.parse(body) : undefined };
    },

    async submit(messageId, data) {
      return arriving(conversationId, () => expectOk(post({ type: "message", value: data, replyToId: messageId, ...personal })));
    },

    async addToTeam(channel, teamName) {
      const team = inChannel(channel, channel.teamId, teamName);
      await expectOk(post({ type: "installationUpdate", action: "add", ...team }));
      await expectOk(post({ type: "conversationUpdate", membersAdded: [{ id: botId }], ...team }));
    },

    async removeFromTeam(channel) {
      await expectOk(post({ type: "conversationUpdate", membersRemoved: [{ id: botId }], ...inChannel(channel, channel.teamId) }));
    },
  };
  return person;

  function post(activity: object): Promise<Response> {
    const told = {
      id: randomUUID(),
      timestamp: new Date().toISOString(),
      channelId: "msteams",
      serviceUrl: connector.url,
      from: { id: memberIdOf(objectId), aadObjectId: objectId, name },
      recipient: { id: botId, name: "Drumbeat" },
      channelData: { tenant: { id: tenantId } },
      ...activity,
    };
    return fetch(`${botUrl}/api/messages`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(told) });
  }

  async function arriving(at: string, act: () => Promise<void>): Promise<readonly Shown[]> {
    const before = connector.shown(at).length;
    await act();
    return connector.shown(at).slice(before);
  }
}

function inChannel({ teamId, channelId, name }: Channel, conversationId: string, teamName?: string): object {
  return {
    conversation: { id: conversationId, conversationType: "channel", isGroup: true, tenantId },
    channelData: { tenant: { id: tenantId }, team: { id: teamId, ...(teamName && { name: teamName }) }, channel: { id: channelId, name } },
  };
}

async function expectOk(answer: Promise<Response>): Promise<void> {
  const response = await answer;
  if (!response.ok) throw new Error(`the bot answered ${response.status}: ${await response.text()}`);
}
