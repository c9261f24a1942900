import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type IPropertiesOptions,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from "docx";
import { inWords } from "../domain/localDate.ts";
import { type Block, type Chart, confidentialMark, type Report, type ReportPart } from "../domain/report/report.ts";
import { cellStyle, docxTable, textSizes } from "./docxTable.ts";
import { drawChart } from "./drawChart.ts";
import { xmlWords } from "./xmlWords.ts";

/** A4 and its margins, in twentieths of a point, as Word counts. */
const paper = { short: 11_906, long: 16_838 };
const margin = { upright: 1_134, onItsSide: 850 };
const ink = "1F3A5F";

/**
 * Writes a report for Word: headings of Word's own, tables whose headings repeat, pages numbered. The first pages stand
 * upright; from the first chapter with a wide table on all lie on their side.
 */
export async function writeDocx(report: Report): Promise<Uint8Array> {
  const turn = firstWideChapter(report.parts);
  const [upright, onItsSide] = [report.parts.slice(0, turn), report.parts.slice(turn)];
  const sections = [
    ...(upright.length > 0 ? [await section(report, upright, "upright", true)] : []),
    ...(onItsSide.length > 0 ? [await section(report, onItsSide, "onItsSide", upright.length === 0)] : []),
  ];
  const file = await Packer.toBuffer(new Document({ ...documentLook(report), sections }));
  return new Uint8Array(file);
}

/** A chapter is a part of level 1 with those of level 2 below it. */
function firstWideChapter(parts: readonly ReportPart[]): number {
  const wide = parts.findIndex(({ blocks }) => blocks.some((block) => block.kind === "table" && block.table.wide));
  return wide < 0 ? parts.length : parts.findLastIndex(({ level }, at) => level === 1 && at <= wide);
}

type Way = keyof typeof margin;

async function section(report: Report, parts: readonly ReportPart[], way: Way, isFirst: boolean) {
  const width = (way === "upright" ? paper.short : paper.long) - 2 * margin[way];
  const edge = margin[way];
  const children: (Paragraph | Table)[] = isFirst ? title(report) : [];
  for (const [n, { heading, level, blocks }] of parts.entries()) {
    const introduces = level === 1 && parts[n + 1]?.level === 2;
    children.push(new Paragraph({ heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, text: xmlWords(heading), keepNext: true }));
    for (const [at, block] of blocks.entries()) {
      const next = blocks[at + 1];
      children.push(...(await written(block, width, next ? next.kind === "table" : introduces)));
    }
  }
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { width: paper.short, height: paper.long, orientation: way === "upright" ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE },
        margin: { top: 1_134, bottom: 1_000, left: edge, right: edge, header: 567, footer: 500 },
      },
    },
    headers: { default: new Header({ children: running(report, width) }) },
    footers: { default: new Footer({ children: [pageNumber()] }) },
    children,
  };
}

/** @param keepNext - not to be left alone at the foot of a page: a table or an area follows */
async function written(block: Block, width: number, keepNext: boolean): Promise<(Paragraph | Table)[]> {
  switch (block.kind) {
    case "words":
      return xmlWords(block.words)
        .split("\n")
        .map((text) => new Paragraph({ text, keepNext, spacing: { after: 100 } }));
    case "points":
      return block.points.map(
        (text) =>
          new Paragraph({ keepNext, text: xmlWords(text).replaceAll("\n", "; "), numbering: { reference: "points", level: 0 }, spacing: { after: 40 } }),
      );
    case "table":
      return [docxTable(block.table, width), new Paragraph({ spacing: { after: 120 } })];
    case "chart":
      return [await picture(block.chart)];
  }
}

async function picture(chart: Chart): Promise<Paragraph> {
  const { png, width, height } = await drawChart(chart);
  const altText = { name: chart.title, title: chart.title, description: xmlWords(chart.alt) };
  return new Paragraph({
    spacing: { before: 120, after: 120 },
    children: [new ImageRun({ type: "png", data: png, transformation: { width, height }, altText })],
  });
}

function title({ planTitle, title: name, asOf }: Report): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, text: xmlWords(planTitle), spacing: { after: 60 } }),
    new Paragraph({ style: "Subtitle", text: `${name}, as of ${inWords(asOf)}` }),
  ];
}

function running({ planTitle, title: name, asOf, confidential }: Report, width: number): Paragraph[] {
  const text = (words: string) => new TextRun({ text: words, size: 16, color: "505A5F" });
  const right = new TextRun({ children: [new Tab(), `${name}, as of ${inWords(asOf)}`], size: 16, color: "505A5F" });
  const mark = new TextRun({ text: confidentialMark, size: 20, bold: true, color: "B10E1E" });
  return [
    ...(confidential ? [new Paragraph({ alignment: AlignmentType.CENTER, children: [mark] })] : []),
    new Paragraph({ tabStops: [{ type: TabStopType.RIGHT, position: width }], children: [text(xmlWords(planTitle)), right] }),
  ];
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES], size: 16, color: "505A5F" })],
  });
}

function documentLook({ planTitle, title: name, asOf }: Report): Omit<IPropertiesOptions, "sections"> {
  const heading = (size: number, before: number) => ({
    run: { font: "Arial", size, bold: true, color: ink },
    paragraph: { spacing: { before, after: 100 }, keepNext: true },
  });
  return {
    title: xmlWords(`${planTitle}: ${name}, as of ${inWords(asOf)}`),
    creator: "Drumbeat",
    styles: {
      default: {
        document: { run: { font: "Arial", size: 20, language: { value: "en-GB" } } },
        title: { run: { font: "Arial", size: 36, bold: true, color: ink } },
        heading1: heading(28, 280),
        heading2: heading(23, 240),
      },
      paragraphStyles: [
        { id: "Subtitle", name: "Subtitle", basedOn: "Normal", next: "Normal", run: { size: 24, color: "505A5F" }, paragraph: { spacing: { after: 200 } } },
        ...textSizes.map((size) => ({ id: cellStyle(size), name: `Cell ${size / 2} pt`, basedOn: "Normal", run: { size } })),
      ],
    },
    numbering: {
      config: [
        {
          reference: "points",
          levels: [
            { level: 0, format: LevelFormat.BULLET, text: "•", alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 360, hanging: 240 } } } },
          ],
        },
      ],
    },
  };
}
