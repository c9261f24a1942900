import { expect, test } from "@jest/globals";
import { Activity } from "../../src/teams/activity.ts";
import { readIncoming } from "../../src/teams/incoming.ts";

const base = {
  type: "message",
  channelId: "msteams",
  serviceUrl: "https://smba.trafficmanager.net/uk/",
  from: { id: "29:anna", aadObjectId: "AAAA", name: "Anna" },
  recipient: { id: "28:bot" },
  conversation: { id: "a:1", conversationType: "personal", tenantId: "t" },
};

const read = (activity: object, local = false) => readIncoming(Activity.parse({ ...base, ...activity }), local);

test.each([
  ["summary", "summary"],
  ["\u00a0summary&nbsp; 2\u00a0", "summary 2"],
  ["two\nlines", "two\nlines"],
  ["<at>Drumbeat</at>help", "help"],
  ["5 < 6 &amp; <b>", "5 < 6 &amp; <b>"],
])("%j is heard as %j", (text, words) => {
  const entities = [{ type: "mention", mentioned: { id: "28:bot", name: "Drumbeat" }, text: "<at>Drumbeat</at>" }];

  expect(read({ text, entities })).toMatchObject({ kind: "message", words });
});

test("entities of every shape are survived", () => {
  const entities = [null, 7, "x", [], { type: "mention" }, { type: "mention", mentioned: { id: "29:ben" } }];

  expect(read({ text: "hello", entities })).toMatchObject({ kind: "message", words: "hello", mentions: [{ memberId: "29:ben", name: "" }] });
});

test("outside local mode somebody without an object id is nobody", () => {
  expect(read({ from: { id: "29:guest" } }).asker).toBeUndefined();
  expect(read({ from: { id: "29:guest" } }, true).asker?.objectId).toBe("29:guest");
});

test("the bot itself is nobody", () => {
  expect(read({ from: { id: "28:bot", aadObjectId: "BBBB" } }).asker).toBeUndefined();
});

test("a thread is told from its channel", () => {
  const incoming = read({
    conversation: { id: "19:c@thread.tacv2;messageid=42", conversationType: "channel" },
    channelData: { team: { id: "19:t@thread.tacv2" } },
  });

  expect(incoming.asker).toMatchObject({
    where: { kind: "channel", teamId: "19:t@thread.tacv2", channelId: "19:c@thread.tacv2", threadId: "42" },
    address: { conversationId: "19:c@thread.tacv2" },
  });
  expect(incoming.replyTo.conversationId).toBe("19:c@thread.tacv2;messageid=42");
});

test("a group chat is neither personal nor a channel", () => {
  expect(read({ conversation: { id: "19:g@thread.v2", conversationType: "groupChat" } }).asker?.where).toEqual({ kind: "group" });
});

test("joining a group chat brings no welcome", () => {
  expect(
    read({ type: "conversationUpdate", membersAdded: [{ id: "28:bot" }], conversation: { id: "19:g@thread.v2", conversationType: "groupChat" } }).kind,
  ).toBe("quiet");
});

test("an action's verb joins its data, and never overrules it", () => {
  const invoke = (action: object) => read({ type: "invoke", name: "adaptiveCard/action", value: { action } });

  expect(invoke({ verb: "openForm", data: { ref: "1.1" } })).toMatchObject({ data: { verb: "openForm", ref: "1.1" } });
  expect(invoke({ verb: "other", data: { verb: "openForm" } })).toMatchObject({ data: { verb: "openForm" } });
});

test("a team that is deleted is lost", () => {
  const channelData = { eventType: "teamDeleted", team: { id: "19:t@thread.tacv2" } };

  expect(read({ type: "conversationUpdate", conversation: { id: "19:t@thread.tacv2", conversationType: "channel" }, channelData })).toMatchObject({
    kind: "teamLost",
    teamId: "19:t@thread.tacv2",
  });
});
