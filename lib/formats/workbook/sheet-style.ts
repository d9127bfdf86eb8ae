import type { Cell, Fill, Row } from "exceljs";

/** The colour code of our workbooks: what must be filled in, what sometimes, what may stay empty. */
export const CELL_COLOURS = { required: "FFCFE8D5", conditional: "FFFFE8B3", optional: "FFE6E9EE" } as const;

/** A colour by what it asks. */
export type CellColour = keyof typeof CELL_COLOURS;

/** A plain background. */
export function fillOf(colour: CellColour): Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb: CELL_COLOURS[colour] } };
}

/** Dresses the cells of a header: bold, wrapped, in the colour of what its column asks. */
export function styleHeader(row: Row, colours: readonly CellColour[]): void {
  for (const [index, colour] of colours.entries()) styleHeaderCell(row.getCell(index + 1), colour);
}

function styleHeaderCell(cell: Cell, colour: CellColour): void {
  cell.font = { bold: true };
  cell.fill = fillOf(colour);
  cell.alignment = { wrapText: true, vertical: "middle" };
  cell.border = { bottom: { style: "thin" } };
}
