import { expect, test } from "@jest/globals";
import { Activity } from "../../src/teams/activity.ts";
import { withQuote } from "../../src/teams/withQuote.ts";

const base = {
  type: "message",
  channelId: "msteams",
  serviceUrl: "https://smba.trafficmanager.net/uk/",
  recipient: { id: "28:bot" },
  conversation: { id: "a:1" },
};
const block = (inside: string) => `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1">${inside}</blockquote>`;
const html = (content: string) => ({ attachments: [{ contentType: "text/html", content }] });

test.each([
  ["no quote", html("<p>green</p>"), "green", "green"],
  [
    "a preview",
    html(
      `${block('<strong itemprop="mri">Bot</strong><span></span><p itemprop="preview">2.1.1-1 Train &amp; tell</p>')}<p>green<br>all &lt;12&gt; trained</p>`,
    ),
    "x",
    "> 2.1.1-1 Train & tell\ngreen\nall <12> trained",
  ],
  ["a quote without a preview", html(`${block("<strong>Bot</strong>2.1.1-1")}amber`), "2.1.1-1 amber", "> 2.1.1-1\namber"],
  [
    "a placeholder and its entity",
    { entities: [{ type: "quotedReply", quotedReply: { messageId: "1", preview: "2.1.1-1 Train" } }] },
    '<quoted messageId="1"/> amber',
    "> 2.1.1-1 Train\namber",
  ],
  ["a blockquote that is no reply", html("<blockquote>as I said</blockquote>"), "as I said", "as I said"],
])("%s", (_, more, words, heard) => {
  expect(withQuote(Activity.parse({ ...base, ...more }), words)).toBe(heard);
});
