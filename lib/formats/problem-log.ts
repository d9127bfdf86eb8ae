import type { FileProblem, FileProblems } from "./file-problem";
import { typesetFrench } from "./typeset-french";

const LISTED_PER_CODE = 20;
const LAST = Number.MAX_SAFE_INTEGER; // problems of the whole file, after those of its lines

/** Where a problem is; see {@link FileProblem}. */
type Place = Pick<FileProblem, "line" | "column" | "sheet">;

/** Collects the problems of one file while it is read. */
export class ProblemLog {
  readonly #listedPerCode: number;
  readonly #countByCode = new Map<string, number>();
  readonly #listed: FileProblem[] = [];
  #errorCount = 0;
  #warningCount = 0;

  constructor(listedPerCode = LISTED_PER_CODE) {
    this.#listedPerCode = listedPerCode;
  }

  /** The message is a function: a million bad lines must not build a million texts. */
  error(code: string, place: Place, message: () => string): void {
    this.#errorCount += 1;
    this.#list("error", code, place, message);
  }

  warning(code: string, place: Place, message: () => string): void {
    this.#warningCount += 1;
    this.#list("warning", code, place, message);
  }

  problems(): FileProblems {
    const listed = this.#listed.toSorted((a, b) => (a.line ?? LAST) - (b.line ?? LAST));
    return { listed, errorCount: this.#errorCount, warningCount: this.#warningCount };
  }

  #list(severity: FileProblem["severity"], code: string, place: Place, message: () => string): void {
    const count = (this.#countByCode.get(code) ?? 0) + 1;
    this.#countByCode.set(code, count);
    if (count <= this.#listedPerCode)
      this.#listed.push({ severity, ...place, code, message: typesetFrench(message()) });
  }
}
