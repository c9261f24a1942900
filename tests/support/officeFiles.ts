import { strToU8, zipSync } from "fflate";

/** Parts of a zip by name. */
export type Parts = Record<string, string | Uint8Array>;

const types = "application/vnd.openxmlformats-officedocument";
const relationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relationType}"`;

export interface WrittenSheet {
  readonly name: string;
  /** What stands in `sheetData`. */
  readonly data: string;
  readonly merges?: readonly string[];
  readonly state?: "hidden" | "veryHidden";
}

export interface WrittenWorkbook {
  readonly sheets: readonly WrittenSheet[];
  readonly strings?: readonly string[];
  /** Number formats of the styles from 1 on; style 0 is General. */
  readonly formats?: readonly string[];
  readonly from1904?: boolean;
  readonly parts?: Parts;
  readonly relations?: string;
  readonly contentType?: string;
}

/** An .xlsx as Excel packs it, so that a test says in XML exactly what it tries. */
export function writeXlsx({ sheets, strings = [], formats = [], from1904 = false, parts = {}, relations = "", contentType }: WrittenWorkbook): Uint8Array {
  return zip({
    "[Content_Types].xml": contentTypes("/xl/workbook.xml", contentType ?? `${types}.spreadsheetml.sheet.main+xml`),
    "xl/workbook.xml": `<workbook ${main}><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${sheets
      .map(({ name, state = "visible" }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(
      sheets.map((_, index) => relation(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`)).join("") +
        relation("s", "sharedStrings", "sharedStrings.xml") +
        relation("f", "styles", "/xl/styles.xml") +
        relations,
    ),
    "xl/sharedStrings.xml": `<sst ${main}>${strings.join("")}</sst>`,
    "xl/styles.xml": `<styleSheet ${main}><numFmts>${formats
      .map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code)}"/>`)
      .join("")}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join("")}</cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map(({ data, merges = [] }, index) => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(data, merges)])),
    ...parts,
  });
}

/** Rows of words, each cell with its words in it. */
export function rowsOfWords(rows: readonly (readonly string[])[]): string {
  return rows.map((cells, index) => `<row r="${index + 1}">${cells.map(inlineCell).join("")}</row>`).join("");
}

export function inlineCell(words: string): string {
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(words)}</t></is></c>`;
}

/** A .docx of what stands in `w:body`. */
export function writeDocx(body: string, { styles = "", numbering = "", relations = "" } = {}): Uint8Array {
  return zip({
    "[Content_Types].xml": contentTypes("/word/document.xml", `${types}.wordprocessingml.document.main+xml`),
    "word/document.xml": word("document", `<w:body>${body}</w:body>`),
    "word/_rels/document.xml.rels": relationships(relation("s", "styles", "styles.xml") + relation("n", "numbering", "numbering.xml") + relations),
    "word/styles.xml": word("styles", styles),
    "word/numbering.xml": word("numbering", numbering),
  });
}

/** A Word paragraph; line breaks in its words become breaks. */
export function paragraph(words: string, { properties = "", run = "" } = {}): string {
  const lines = words.split("\n").map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr>${lines.join("<w:br/>")}</w:r></w:p>`;
}

export function wordTable(...rows: string[]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells}</w:tr>`).join("")}</w:tbl>`;
}

/** @param content - words, or paragraphs already written */
export function wordCell(content: string, properties = ""): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith("<") ? content : paragraph(content)}</w:tc>`;
}

export function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${relationType}/${type}" Target="${target}"/>`;
}

export function zip(parts: Parts): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part])));
}

export function contentTypes(part: string, type: string): string {
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="${part}" ContentType="${type}"/></Types>`;
}

function worksheet(data: string, merges: readonly string[]): string {
  return `<worksheet ${main}><sheetData>${data}</sheetData><mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells></worksheet>`;
}

function relationships(relations: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`;
}

function word(element: string, content: string): string {
  return `<w:${element} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:${element}>`;
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("\r", "&#13;");
}
