/**
 * One problem of a file, told so that its reader can fix it.
 *
 * Readers return problems, they never throw for bad content. An error means that
 * something of the file was not understood and the file must not be imported; a
 * warning, that it was understood in a way its author should know.
 */
export type FileProblem = {
  readonly severity: "error" | "warning";
  /** 1-based line of a text file, or row of a sheet. */
  readonly line?: number;
  /** What the author calls the column: a header, a letter, "valeur 2"… */
  readonly column?: string;
  /** Sheet of a workbook. */
  readonly sheet?: string;
  /** Stable, English, upper snake case. */
  readonly code: string;
  /** French: where, what, and what to do. */
  readonly message: string;
};

/** Problems of one file: all counted, not all listed. */
export type FileProblems = {
  /** In file order; the first ones of each code, so that one mistake made 10 000 times hides no other. */
  readonly listed: readonly FileProblem[];
  readonly errorCount: number;
  readonly warningCount: number;
};
