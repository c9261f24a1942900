import { inflateSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
import type { Chart } from "../../src/domain/report/report.ts";
import { drawChart } from "../../src/reports/drawChart.ts";

const ratings: Chart = {
  kind: "ratings",
  title: "Measures by area and rating",
  alt: "",
  ratings: bragScheme.ratings,
  bars: [
    { name: "Area 1", counts: [0, 10, 3, 0, 2] },
    { name: "Area 2", counts: [7, 13, 1, 0, 0] },
  ],
};
const way: Chart = {
  kind: "way",
  title: "The way",
  alt: "",
  bars: [
    { name: "1.1.1-1", percent: 71 },
    { name: "1.1.1-2", percent: -300 },
  ],
};

/** Width, height and how many different colours a PNG of eight bits a channel has. */
function pngFacts(png: Uint8Array): { width: number; height: number; colours: number } {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), colours: new Set(inflateSync(Buffer.concat(data))).size };
}

test.each([ratings, way])("a chart of $kind is a picture of twice its size on the page, with something on it", async (chart) => {
  const { png, width, height } = await drawChart(chart);

  const facts = pngFacts(png);
  expect([facts.width, facts.height]).toEqual([2 * width, 2 * height]);
  expect(facts.colours).toBeGreaterThan(20);
});

test("another figure draws another picture, the same figures the same", async () => {
  const other = { ...ratings, bars: [{ name: "Area 1", counts: [1, 10, 3, 0, 2] }, ...ratings.bars.slice(1)] };

  const [one, again, another] = [await drawChart(ratings), await drawChart(ratings), await drawChart(other)];
  expect(Buffer.from(one.png).equals(Buffer.from(again.png))).toBe(true);
  expect(Buffer.from(one.png).equals(Buffer.from(another.png))).toBe(false);
});

test("letters come from the font that comes along: without a name on it the picture is another one", async () => {
  const unnamed = { ...ratings, title: "" };

  expect(Buffer.from((await drawChart(unnamed)).png).equals(Buffer.from((await drawChart(ratings)).png))).toBe(false);
});
