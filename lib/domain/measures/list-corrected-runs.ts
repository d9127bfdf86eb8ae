import type { CorrectedSeries } from "@/lib/domain/series/fill-gaps";
import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";

/** Steps in a row that were corrected in the same way; half-open. [ms since 1970-01-01T00:00:00Z] */
export type CorrectedRun = {
  readonly origin: "interpolated" | "copied";
  readonly startMs: number;
  readonly endMs: number;
};

/**
 * The stretches of a curve that the convention's rule filled in, in order.
 *
 * @param corrected - As `correctSeries` returns it.
 * @see Convention Enedis-FOR-CF_01E, art. 5.2.3.
 */
export function listCorrectedRuns({ axis, origin }: Pick<CorrectedSeries, "axis" | "origin">): readonly CorrectedRun[] {
  const stepMs = axis.stepMinutes * 60_000;
  const runs: CorrectedRun[] = [];
  for (let start = 0; start < origin.length; ) {
    let end = start + 1;
    while (end < origin.length && origin[end] === origin[start]) end += 1;
    const name = nameOf(origin[start]);
    if (name) runs.push({ origin: name, startMs: axis.startMs + start * stepMs, endMs: axis.startMs + end * stepMs });
    start = end;
  }
  return runs;
}

function nameOf(code: number | undefined): CorrectedRun["origin"] | null {
  if (code === STEP_ORIGIN.interpolated) return "interpolated";
  return code === STEP_ORIGIN.copied ? "copied" : null;
}
