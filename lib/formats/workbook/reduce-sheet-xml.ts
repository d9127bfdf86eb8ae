const MAX_ROW = 1_048_576;
const MAX_COLUMN = 50;
const MAX_MERGED_CELLS = 100_000;

/** A sheet as exceljs gets it. */
type ReducedSheet = { readonly xml: string; readonly cellCount: number; readonly mergeCount: number };

/**
 * Keeps of a sheet its rows, its hidden columns and its merged cells.
 *
 * Spans are bounded: exceljs makes a cell of every place that a range covers.
 *
 * @param xml - Content of `xl/worksheets/sheetN.xml`.
 * @returns Null when it has no rows element, or rows that no workbook has.
 */
export function reduceSheetXml(xml: string): ReducedSheet | null {
  const start = xml.search(/<sheetData[\s/>]/);
  if (start < 0) return null;
  const end = xml.indexOf("</sheetData>", start);
  // `<sheetData/>`: a sheet without rows.
  const data = end < 0 ? "<sheetData>" : xml.slice(start, end);
  if (end < 0 && !/^<sheetData[^<>]*\/>/.test(xml.slice(start, start + 200))) return null;
  for (const [, row] of data.matchAll(/<row [^<>]*?\br="(\d+)"/g)) if (Number(row) > MAX_ROW) return null;
  const columns = hiddenColumns(xml.slice(0, start));
  const merges = boundedMerges(end < 0 ? "" : xml.slice(end));
  return {
    xml: `<worksheet>${columns}${data}</sheetData>${merges}</worksheet>`,
    cellCount: countMatches(data, /<(?:c|row)[ />]/g),
    mergeCount: countMatches(merges, /<mergeCell /g),
  };
}

function hiddenColumns(xml: string): string {
  let columns = "";
  for (const [tag] of xml.matchAll(/<col [^<>]*>/g)) {
    const min = Number(/\bmin="(\d+)"/.exec(tag)?.[1]);
    const max = Math.min(MAX_COLUMN, Number(/\bmax="(\d+)"/.exec(tag)?.[1]));
    if (/\bhidden="(?:1|true)"/.test(tag) && min <= max) columns += `<col min="${min}" max="${max}" hidden="1"/>`;
  }
  return columns && `<cols>${columns}</cols>`;
}

function boundedMerges(xml: string): string {
  let merges = "";
  let cells = 0;
  for (const [, left = "", top, right = "", bottom] of xml.matchAll(
    /<mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g,
  )) {
    const width = columnNumber(right) - columnNumber(left) + 1;
    const area = width * (Number(bottom) - Number(top) + 1);
    if (width <= MAX_COLUMN && cells + area <= MAX_MERGED_CELLS) {
      cells += area;
      merges += `<mergeCell ref="${left}${top}:${right}${bottom}"/>`;
    }
  }
  return merges && `<mergeCells>${merges}</mergeCells>`;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count += 1;
  return count;
}
