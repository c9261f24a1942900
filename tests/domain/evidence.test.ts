import { expect, test } from "@jest/globals";
import { readAnswer, typedAgain } from "../../src/domain/answerForm.ts";
import { linksIn, once, readFileReference, readLink } from "../../src/domain/evidence.ts";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
import { makeUpdate } from "../support/makePlan.ts";

test.each([
  ["https://council.gov.uk/send/offer", "council.gov.uk"],
  ["https://www.council.gov.uk", "council.gov.uk"],
  ["https://a.sharepoint.com/Docs/Minutes%20June.pdf?web=1", "Minutes June.pdf (a.sharepoint.com)"],
  ["https://council.gov.uk/%E0%A4%A", "council.gov.uk"],
])("%s is a link called %s", (address, name) => {
  expect(readLink(address)).toMatchObject({ kind: "link", name });
});

test.each([
  "http://council.gov.uk",
  "council.gov.uk",
  "https://",
  "https://user:secret@council.gov.uk/x",
  "https://localhost/x",
  "javascript:alert(1)",
  "file:///etc/passwd",
  `https://council.gov.uk/${"x".repeat(600)}`,
  "",
])("%s is no link to keep", (address) => {
  expect(readLink(address)).toBeUndefined();
});

test("links are found in words without the punctuation after them, each once", () => {
  const words = "Minutes (https://a.gov.uk/m), and https://b.gov.uk/x. Again https://a.gov.uk/m! Not http://c.gov.uk.";

  expect(linksIn(words).map(({ address }) => address)).toEqual(["https://a.gov.uk/m", "https://b.gov.uk/x"]);
});

test("a file is referred to where Teams says it stands, and not at all where it says nothing that opens", () => {
  expect(readFileReference("m.pdf", "https://a-my.sharepoint.com/personal/x/m.pdf")).toMatchObject({ kind: "file", name: "m.pdf" });
  expect(readFileReference("m.pdf", undefined)).toBeUndefined();
  expect(readFileReference("m.pdf", "http://a-my.sharepoint.com/m.pdf")).toBeUndefined();
});

test("one update keeps five at most, each address once", () => {
  const many = Array.from({ length: 9 }, (_, n) => ({ kind: "link" as const, name: "a", address: `https://a.gov.uk/${n % 7}` }));

  expect(once(many).map(({ address }) => address.at(-1))).toEqual(["0", "1", "2", "3", "4"]);
});

test("what was typed, what was sent and what stands in the words are kept, and come back into the boxes they came from", () => {
  const file = { kind: "file", name: "m.pdf", address: "https://a.sharepoint.com/m.pdf" } as const;
  const typed = {
    rating: "Green",
    narrative: "See https://a.gov.uk/words",
    link: "https://b.gov.uk/1 https://c.gov.uk/2",
    files: [file],
    risk: "Winter",
    why: " ",
  };
  const read = readAnswer(typed, bragScheme);
  if (read.kind === "faults") throw new Error("faults");

  expect(read.answer.evidence?.map(({ address }) => address)).toEqual([file.address, "https://b.gov.uk/1", "https://c.gov.uk/2", "https://a.gov.uk/words"]);
  expect(read.answer).not.toHaveProperty("why");
  expect(readAnswer(typedAgain(makeUpdate("000001", read.answer)), bragScheme)).toEqual(read);
});

test("a link that is none is said, with the rest", () => {
  const read = readAnswer({ rating: "Green", narrative: "On course.", link: "see the folder", impact: "Purple" }, bragScheme);

  expect(read.kind === "faults" && read.faults.map(({ field }) => field)).toEqual(["impact", "link"]);
});

test.each(["", "none", undefined])("impact may stay blank: %j", (impact) => {
  expect(readAnswer({ rating: "Green", narrative: "On course.", impact }, bragScheme)).toEqual({
    kind: "answer",
    answer: { rating: "Green", narrative: "On course." },
  });
});
