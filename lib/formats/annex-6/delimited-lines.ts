/** A line of a small file, cut at its semicolons. */
export type DelimitedLine = {
  /** 1-based, blank lines counted. */
  readonly number: number;
  /** Without the spaces and quotes around them; the last one is empty where the line ends with `;`. */
  readonly cells: readonly string[];
};

/** The lines of a text that say something. */
export function splitDelimitedLines(text: string): readonly DelimitedLine[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, cells: line.split(";").map(tidyCell) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
}

function tidyCell(cell: string): string {
  return cell
    .trim()
    .replace(/^"(.*)"$/, "$1")
    .trim();
}
