import type { BarSeriesOption } from "echarts/charts";
import type { EChartsCoreOption } from "echarts/core";
import type { Chart } from "../domain/report/report.ts";
import { ratingFill } from "./ratingFill.ts";

const font = "Arimo";
const ink = "#0B0C0C";
const rowHeight = 26;
/** Title, legend and axis. */
const aroundRows = { ratings: 96, way: 92 };

/** A chart is so wide, in pixels; its height goes by its bars. */
export const chartWidth = 640;

export function chartHeight({ kind, bars }: Chart): number {
  return aroundRows[kind] + bars.length * rowHeight;
}

/** What Apache ECharts is told: bars that lie, one a row, from the top down, each with its figure on it. */
export function chartOption(chart: Chart): EChartsCoreOption {
  const names = chart.bars.map(({ name }) => name);
  return {
    animation: false,
    textStyle: { fontFamily: font, color: ink, fontSize: 12 },
    title: { text: chart.title, left: 8, top: 6, textStyle: { fontFamily: font, fontSize: 13, fontWeight: "bold", color: ink } },
    grid: { left: 8, right: 24, top: chart.kind === "ratings" ? 62 : 54, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    yAxis: {
      type: "category",
      data: names,
      inverse: true,
      axisTick: { show: false },
      axisLabel: { color: ink, width: 130, overflow: "truncate", fontFamily: font },
    },
    ...(chart.kind === "ratings" ? ofRatings(chart) : ofWay(chart)),
  };
}

function ofRatings({ ratings, bars }: Extract<Chart, { kind: "ratings" }>): EChartsCoreOption {
  const series = ratings.map(({ label, colour }, at): BarSeriesOption => {
    const { background, ink: onIt } = ratingFill(colour);
    return {
      type: "bar",
      name: label,
      stack: "all",
      barWidth: 18,
      itemStyle: { color: `#${background}`, borderColor: "#505A5F", borderWidth: 0.5 },
      label: { show: true, color: `#${onIt}`, fontFamily: font, fontWeight: "bold", fontSize: 11 },
      data: bars.map(({ counts }) => counts[at] || null),
    };
  });
  return {
    legend: { top: 30, left: 8, itemWidth: 14, itemHeight: 10, textStyle: { color: ink, fontFamily: font } },
    xAxis: { type: "value", minInterval: 1, axisLabel: { color: ink, fontFamily: font } },
    series,
  };
}

function ofWay({ bars }: Extract<Chart, { kind: "way" }>): EChartsCoreOption {
  const data = bars.map(({ percent }) => ({
    value: Math.max(-100, Math.min(200, percent)),
    label: { formatter: `${percent}%` },
    itemStyle: { color: percent < 0 ? "#C8321B" : "#1D70B8" },
  }));
  return {
    xAxis: {
      type: "value",
      min: ({ min }: { min: number }) => Math.min(0, Math.floor(min / 25) * 25),
      max: ({ max }: { max: number }) => Math.max(125, Math.ceil(max / 25) * 25),
      interval: 25,
      axisLabel: { formatter: "{value}%", color: ink, fontFamily: font },
    },
    series: [
      {
        type: "bar",
        barWidth: 16,
        label: { show: true, position: "right", color: ink, fontFamily: font, fontSize: 11 },
        markLine: {
          silent: true,
          symbol: "none",
          lineStyle: { color: ink, type: "solid", width: 1.5 },
          label: { formatter: "Target", position: "start", color: ink, fontFamily: font },
          data: [{ xAxis: 100 }],
        },
        data,
      },
    ],
  };
}
