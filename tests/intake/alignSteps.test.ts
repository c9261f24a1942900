import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { alignSteps } from "../../src/intake/alignSteps.ts";

test("leads, dates and bullets as many as each other make steps with their own leads and words", () => {
  const how = "• Ask the team about easy read.\n• Ask what parents prefer.\n• Open channels.\n• Fill the planner.";

  const { leads, due } = alignSteps("MK\nMK\nMK / HD\nHD", "October 2019\nSeptember 2019\nOctober onwards\nAugust 2019", ["Reach everybody", how, ""]);

  expect(leads).toEqual(["MK", "HD"]);
  expect(due).toMatchObject({
    kind: "milestones",
    steps: [
      { on: "2019-08-31", label: "Fill the planner.", leads: ["HD"] },
      { on: "2019-09-30", label: "Ask what parents prefer.", leads: ["MK"] },
      { on: "2019-10-31", label: "Ask the team about easy read.", leads: ["MK"] },
      { on: "2019-10-31", label: "Open channels.", leads: ["MK", "HD"] },
    ],
    doubts: ["“October” has no year and was read as 2019, like the other dates beside it."],
  });
});

test("steps of one lead are named and belong to every lead", () => {
  const { leads, due } = alignSteps("AB", "September 2019\nOctober 2019", ["Agree:\n• Choose channels.\n• Put news in the planner.\nBy all."]);

  expect(leads).toEqual(["AB"]);
  expect(due).toMatchObject({
    steps: [
      { on: "2019-09-30", label: "Choose channels." },
      { on: "2019-10-31", label: "Put news in the planner." },
    ],
  });
  expect(due).not.toMatchObject({ steps: [{ leads: expect.anything() }, {}] });
});

test("of two lists as long as the dates, the one nearer to them names the steps", () => {
  const { due } = alignSteps("HD\nMK", "July/August 2019\nJuly/August 2019", ["All see it.\nAll join in.", "Ask the web team.\nWrite the page."]);

  expect(due).toMatchObject({
    steps: [
      { on: "2019-08-31", label: "Ask the web team.", leads: ["HD"] },
      { on: "2019-08-31", label: "Write the page.", leads: ["MK"] },
    ],
  });
});

test("several leads beside one date are all its leads", () => {
  expect(alignSteps("HD\nHD\nMK", "July/August 2019", [])).toEqual({
    leads: ["HD", "MK"],
    due: { kind: "day", on: "2019-08-31", asWritten: "July/August 2019" },
  });
});

test("lines that do not agree in number, or cannot be read, are not paired", () => {
  expect(alignSteps("HD\nMK", "May 2022\nJune 2022\nJuly 2022", []).due).toMatchObject({
    steps: [{ on: "2022-05-31" }, { on: "2022-06-30" }, { on: "2022-07-31" }],
  });
  expect(alignSteps("HD\nMK", "May 2022\n31/09/2022", [])).toMatchObject({ leads: ["HD", "MK"], due: { kind: "invalid" } });
});

test("pairs as many dates as it is given with as many leads, in date order", () => {
  const months = ["May 2022", "1 March 2022", "Q3 2022/23", "31/12/2022"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...months), { minLength: 2, maxLength: 6 }), (dates) => {
      const { due } = alignSteps(dates.map((_, at) => `Lead ${at}`).join("\n"), dates.join("\n"), []);

      const steps = due.kind === "milestones" ? due.steps : [];
      expect(steps.map(({ leads }) => leads?.[0]).toSorted()).toEqual(dates.map((_, at) => `Lead ${at}`));
      expect(steps.map(({ on }) => on)).toEqual(steps.map(({ on }) => on).toSorted());
    }),
  );
});
