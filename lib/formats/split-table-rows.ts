import Papa from "papaparse";

/** A line of a table people paste or deposit, its cells trimmed. */
export type TableLine = { readonly line: number; readonly cells: readonly string[] };

/** Splits a table copied from a spreadsheet (tabs) or of a CSV (semicolons) into its lines; empty ones are left out. */
export function splitTableRows(text: string): readonly TableLine[] {
  const delimiter = text.includes("\t") ? "\t" : ";";
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ""), { delimiter });
  return data
    .map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
}
