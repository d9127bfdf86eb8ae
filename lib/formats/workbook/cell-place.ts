/** Where a cell is. */
export type CellPlace = {
  readonly sheet: string;
  /** Row of the sheet. */
  readonly line: number;
  /** Letter and short name: `D (PRM)`. */
  readonly column?: string;
  readonly letter?: string;
};
