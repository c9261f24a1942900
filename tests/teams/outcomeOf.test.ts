import { expect, test } from "@jest/globals";
import { ConnectorError } from "../../src/teams/connector.ts";
import { outcomeOf } from "../../src/teams/outcomeOf.ts";

const now = Date.parse("2022-11-21T09:00:00Z");

test.each([
  ["120", 120],
  ["0", 0],
  ["Mon, 21 Nov 2022 09:00:30 GMT", 30],
  ["Mon, 21 Nov 2022 08:59:00 GMT", 0],
  ["soon", 5],
  [undefined, 5],
])("Retry-After %j means %d seconds", (retryAfter, seconds) => {
  const outcome = outcomeOf(new ConnectorError({ left: true, status: 429, retryAfter }, undefined), now);

  expect(outcome).toMatchObject({ kind: "refused", retryAfterSeconds: seconds });
});

test.each([
  ["a plain body", '{"subCode":"MessageWritesBlocked","details":"user has blocked"}'],
  ["an error inside", '{"error":{"code":"Forbidden","innerError":{"code":"MessageWritesBlocked"}}}'],
  ["no JSON at all", "MessageWritesBlocked"],
])("the reason is found in %s", (_what, body) => {
  expect(outcomeOf(new ConnectorError({ left: true, status: 403, body }, undefined), now)).toEqual({
    kind: "refused",
    why: "the person has blocked or removed Drumbeat (403 MessageWritesBlocked)",
  });
});

test.each(["", "<html>", "null", '{"error":null}'])("a refusal with the body %j still says what it can", (body) => {
  expect(outcomeOf(new ConnectorError({ left: true, status: 403, body }, undefined), now)).toEqual({
    kind: "refused",
    why: "Teams does not let Drumbeat write there (403)",
  });
});

test("a message that never left, because the bot could not sign in, may be tried again", () => {
  expect(outcomeOf(new ConnectorError({ left: false, status: 400 }, new Error("invalid_client")), now)).toMatchObject({
    kind: "refused",
    retryAfterSeconds: 60,
  });
});
