import type { CurveReading, StampConvention } from "@/lib/formats/curve/curve-reading";
import { placePoints } from "@/lib/formats/curve/place-points";
import { resolveStamps } from "@/lib/formats/curve/resolve-stamps";
import { decodeText } from "@/lib/formats/decode-text";
import type { FileProblems } from "@/lib/formats/file-problem";
import { ProblemLog } from "@/lib/formats/problem-log";
import { listR63Curves, type R63Curve } from "./list-r63-curves";
import { openR63Document } from "./open-r63-document";
import * as messages from "./r63-messages";
import { readR63Points } from "./read-r63-points";

const MEGABYTE = 1_048_576;

/** Largest file that is read: where it holds one meter, it takes some five times its size of memory. [B] */
export const R63_MAX_BYTES = 64 * MEGABYTE;

/** What an R63 file holds. */
export type R63Reading = {
  /** One per meter and quantity, in file order; each with its own problems. */
  readonly curves: readonly CurveReading[];
  /** Those that belong to no curve. */
  readonly problems: FileProblems;
};

type Options = {
  /**
   * What the caller knows of a meter, {@link stampConventionOfSegment} for instance;
   * null leaves it to the stamps.
   */
  readonly stampConventionOf?: (identifier: string) => StampConvention | null;
};

/**
 * Reads the load curves of an R63 file in JSON, as SGE delivers it
 * (`{"mesures": […]}`) or as Data Connect does (`{"idPrm", "grandeur"}` alone).
 *
 * Stamps are local and mostly without offset: October's repeated hour is told by
 * the order of the points. They are starts of steps for segments C1–C4 and P1–P3,
 * ends for C5 and P4; where the caller does not know, {@link guessStampConvention}
 * looks at them, and a doubt is a warning. Nothing in a file makes this throw: what
 * has another shape is a problem with its path in the JSON.
 *
 * @param bytes - Content of the file, at most {@link R63_MAX_BYTES}.
 */
export function readR63File(bytes: Uint8Array, options: Options = {}): R63Reading {
  const log = new ProblemLog();
  if (bytes.length > R63_MAX_BYTES) {
    const [size, most] = [Math.ceil(bytes.length / MEGABYTE), R63_MAX_BYTES / MEGABYTE];
    log.error("FILE_TOO_LARGE", {}, () => messages.fileTooLarge(size, most));
    return { curves: [], problems: log.problems() };
  }
  try {
    const curves = Array.from(listR63Curves(openR63Document(bytes), log), (curve) => readCurve(curve, options));
    if (curves.length === 0 && log.problems().errorCount === 0) log.error("NO_CURVE", {}, messages.noCurve);
    return { curves, problems: log.problems() };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { curves: [], problems: notJson(bytes) };
  }
}

function notJson(bytes: Uint8Array): FileProblems {
  const log = new ProblemLog();
  if (decodeText(bytes).trim() === "") log.error("EMPTY_FILE", {}, messages.emptyFile);
  else log.error("NOT_JSON", {}, messages.notJson);
  return log.problems();
}

function readCurve(curve: R63Curve, { stampConventionOf }: Options): CurveReading {
  const { identifier, quantity, path } = curve;
  const log = new ProblemLog();
  const points = resolveStamps(readR63Points(curve, log), log);
  const context = {
    stampConvention: stampConventionOf?.(identifier) ?? null,
    stepHintMinutes: null,
    curvePlace: { place: { column: path }, where: `PRM ${identifier}, ${path}` },
  };
  const placed = placePoints(points, context, log);
  return { identifier, quantity, ...placed, problems: log.problems() };
}
