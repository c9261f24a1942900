import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Chart } from "../domain/report/report.ts";
import { chartHeight, chartOption, chartWidth } from "./chartOption.ts";

/** A chart as a PNG of twice its size on the page, sharp in print. */
export interface Picture {
  readonly png: Uint8Array;
  /** As it stands on the page, in pixels of 1/96 inch. */
  readonly width: number;
  readonly height: number;
}

const { resolve } = createRequire(import.meta.url);
const renderer = resolve("@resvg/resvg-wasm/index_bg.wasm");
const fonts = [resolve("@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf"), resolve("@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf")];

use([BarChart, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, SVGRenderer]);

/** Needs no browser and no font of the machine's: the fonts come along, so a bare container draws the same picture. */
export async function drawChart(chart: Chart): Promise<Picture> {
  const fontBuffers = await pen();
  const [width, height] = [chartWidth, chartHeight(chart)];
  const drawing = init(null, null, { renderer: "svg", ssr: true, width, height });
  drawing.setOption(chartOption(chart));
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  const png = new Resvg(svg, { fitTo: { mode: "zoom", value: 2 }, background: "white", font: { fontBuffers, defaultFontFamily: "Arimo" } }).render().asPng();
  return { png, width, height };
}

let ready: Promise<Uint8Array[]> | undefined;

/** The renderer is started once a process. */
function pen(): Promise<Uint8Array[]> {
  ready ??= (async () => {
    await initWasm(await readFile(renderer));
    return Promise.all(fonts.map((file) => readFile(file)));
  })();
  return ready;
}
