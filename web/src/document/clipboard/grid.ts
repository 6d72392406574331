/** Tables on the clipboard, as spreadsheets put them there and read them: text/html, and text with tabs. */

/** What the clipboard holds, as far as tables are concerned. */
export interface Flavours {
  readonly html: string;
  readonly text: string;
}

/** Rows and columns one paste may have; a browser's clipboard may hold far more than a map can. */
const MOST_ROWS = 2000;
const MOST_COLUMNS = 500;

/** The cells of a pasted range, row by row. The cells that a merged one covers are empty, and all rows are as long. */
export function readGrid(data: Flavours): string[][] {
  const fromHtml = data.html === "" ? undefined : readHtmlTable(data.html);
  return trimmed(fromHtml ?? readTsv(data.text));
}

/** Reads the first table of a page; none if there is no table. */
export function readHtmlTable(html: string): string[][] | undefined {
  // Scripts do not run and images are not fetched in a document that is only parsed.
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (!table) return undefined;
  const rows: string[][] = [];
  for (const [y, row] of [...table.rows].slice(0, MOST_ROWS).entries()) {
    let x = 0;
    for (const cell of row.cells) {
      // Cells that hang down from rows above have taken their places.
      while (rows[y]?.[x] !== undefined) x += 1;
      const [width, height] = [span(cell.colSpan), span(cell.rowSpan)];
      place(rows, x, y, Math.min(width, MOST_COLUMNS - x), Math.min(height, MOST_ROWS - y), textOf(cell));
      x += width;
    }
  }
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, x) => row[x] ?? ""));
}

function span(count: number): number {
  return Number.isInteger(count) && count > 0 ? count : 1;
}

function place(rows: string[][], x: number, y: number, width: number, height: number, text: string): void {
  for (let down = 0; down < height; down += 1) {
    rows[y + down] ??= [];
    const row = rows[y + down] as string[];
    for (let right = 0; right < width; right += 1) row[x + right] = down === 0 && right === 0 ? text : "";
  }
}

const BLOCKS = new Set(["P", "DIV", "LI", "TR", "H1", "H2", "H3", "H4", "H5", "H6", "UL", "OL"]);

/** The text of a cell: line breaks and paragraphs become new lines, all other space is as wide as one blank. */
function textOf(cell: Element): string {
  let text = "";
  const visit = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      text += (node.nodeValue ?? "").replace(/[ \t\r\n]+/g, " ");
    } else if (node instanceof Element || node.nodeType === Node.ELEMENT_NODE) {
      const { tagName } = node as Element;
      if (["STYLE", "SCRIPT", "TEMPLATE"].includes(tagName)) return;
      if (tagName === "BR") text += "\n";
      else if (BLOCKS.has(tagName) && text.trim() !== "" && !text.endsWith("\n")) text += "\n";
      for (const child of node.childNodes) visit(child);
    }
  };
  for (const child of cell.childNodes) visit(child);
  return text
    .split("\n")
    .map((line) => line.replace(/[ \u00a0]+/g, " ").trim())
    .join("\n")
    .trim();
}

/** Reads text with tabs: a cell in quotes may hold tabs, new lines and, doubled, quotes. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  const body = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  while (at <= body.length) {
    const [cell, end] = body[at] === '"' ? quotedCell(body, at) : plainCell(body, at);
    rows.at(-1)?.push(cell);
    if (end >= body.length) break;
    if (body[end] === "\n") rows.push([]);
    at = end + 1;
    if (rows.length > MOST_ROWS) break;
  }
  return rows;
}

function plainCell(text: string, start: number): [string, number] {
  const end = endOfCell(text, start);
  return [text.slice(start, end), end];
}

function endOfCell(text: string, start: number): number {
  let end = start;
  while (end < text.length && text[end] !== "\t" && text[end] !== "\n") end += 1;
  return end;
}

/** Some programs leave quotes as they are: a quote that does not close before a tab or a new line is a letter. */
function quotedCell(text: string, start: number): [string, number] {
  let cell = "";
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') {
      cell += text[at];
    } else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else {
      const isClosed = at + 1 >= text.length || text[at + 1] === "\t" || text[at + 1] === "\n";
      return isClosed ? [cell, at + 1] : plainCell(text, start);
    }
  }
  return plainCell(text, start);
}

/** Empty rows and columns at the ends, which whole-column selections bring along, are left out. */
function trimmed(rows: string[][]): string[][] {
  const isFilled = (cell: string | undefined) => cell !== undefined && cell.trim() !== "";
  const height = rows.findLastIndex((row) => row.some(isFilled)) + 1;
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...rows.map((row) => row.findLastIndex(isFilled) + 1)));
  return rows
    .slice(0, Math.min(height, MOST_ROWS))
    .map((row) => Array.from({ length: width }, (_, x) => row[x] ?? ""));
}

/** A cell that spans several columns or rows when it is written. */
export interface SpannedCell {
  readonly text: string;
  readonly columns?: number;
  readonly isHeader?: boolean;
}

/** Writes rows as text with tabs, which every spreadsheet reads. */
export function writeTsv(rows: readonly (readonly SpannedCell[])[]): string {
  const line = (row: readonly SpannedCell[]) =>
    row.flatMap((cell) => [quoted(cell.text), ...Array<string>((cell.columns ?? 1) - 1).fill("")]).join("\t");
  return rows.map(line).join("\r\n");
}

function quoted(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes rows as a table that spreadsheets take with its merged cells and line breaks. */
export function writeHtmlTable(
  rows: readonly (readonly SpannedCell[])[],
  data: Readonly<Record<string, string>>,
): string {
  const document = new DOMParser().parseFromString("", "text/html");
  const table = document.createElement("table");
  for (const [name, value] of Object.entries(data)) table.setAttribute(`data-${name}`, value);
  for (const row of rows) {
    const line = table.insertRow();
    for (const { text, columns = 1, isHeader = false } of row) {
      const cell = document.createElement(isHeader ? "th" : "td");
      if (columns > 1) cell.colSpan = columns;
      if (isMisread(text)) markAsText(cell);
      for (const [at, part] of text.split("\n").entries()) {
        if (at > 0) cell.append(lineBreak(document));
        cell.append(part);
      }
      line.append(cell);
    }
  }
  return `<meta charset="utf-8">${table.outerHTML}`;
}

/** Programs take a text like `=1+1`, `007` or `1/2` for a formula, a number or a date. */
function isMisread(text: string): boolean {
  const isNumber = /^-?(?:0|[1-9]\d*)(?:[.,]\d+)?$/.test(text);
  return !isNumber && /^(?:[=+@-]|0\d|\d+ ?[/.:-] ?\d)/.test(text);
}

/** Says that a cell holds a text: to Excel by its style, to LibreOffice by its format of numbers. */
function markAsText(cell: Element): void {
  cell.setAttribute("style", 'mso-number-format:"\\@"');
  cell.setAttribute("sdnum", "1033;0;@");
}

/** Excel makes a new row of a plain line break, unless it is told that the cell goes on. */
function lineBreak(document: Document): Element {
  const line = document.createElement("br");
  line.setAttribute("style", "mso-data-placement:same-cell");
  return line;
}
