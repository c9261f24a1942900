import { expect, test } from "@jest/globals";
import { roleSaid } from "../../src/commands/roleSaid.ts";

test.each([
  ["chair Cath Chair", { role: "chair", who: "Cath Chair" }],
  ["Cath Chair vice chair", { role: "vice chair", who: "Cath Chair" }],
  ["vice-chair Kim", { role: "vice chair", who: "Kim" }],
  ["Kim sro 2", { role: "sro", area: "2", who: "Kim" }],
  ["sro area 2 Kim", { role: "sro", area: "2", who: "Kim" }],
  ["Kim Lane workstream lead of area 2", { role: "sro", area: "2", who: "Kim Lane" }],
  ["sro Kim", { role: "sro", who: "Kim" }],
  ["Kim none", { role: "none", who: "Kim" }],
  ["programme manager me", { role: "manager", who: "me" }],
  ["board member 11111111-1111-1111-1111-111111111111", { role: "member", who: "11111111-1111-1111-1111-111111111111" }],
  ["reader", { role: "reader", who: "" }],
])("“role %s”", (typed, expected) => {
  expect(roleSaid(typed)).toEqual(expected);
});

test.each(["", "Kim Lane", "king Kim"])("no role is read from “%s”", (typed) => {
  expect(roleSaid(typed)).toBeUndefined();
});
