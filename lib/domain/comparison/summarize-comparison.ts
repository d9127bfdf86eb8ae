import type { ComparedFigure } from "./compared-figure";
import { figureDifference } from "./figure-difference";

/** A comparison at a glance. */
export type ComparisonSummary = {
  readonly figures: number;
  readonly differingFigures: number;
  /** Metering points of which a figure differs. */
  readonly differingPoints: number;
  /** Of the figures that differ, theirs − ours; null when none does. [Wh] */
  readonly largestWh: number | null;
  /** Start of the first step that differs. [ms since 1970-01-01T00:00:00Z] */
  readonly firstMs: number | null;
  /** Metering points of which nothing, or not all, is published of what is for the others. */
  readonly incompletePoints: number;
};

/** Counts what differs and what is missing; the two are never mixed. */
export function summarizeComparison(figures: readonly ComparedFigure[]): ComparisonSummary {
  const differing = figures.filter(({ isDifferent }) => isDifferent);
  const largest = differing.map((figure) => figureDifference(figure).wh ?? 0);
  const firsts = differing.flatMap(({ steps }) => steps?.firstMs ?? []);
  return {
    figures: figures.length,
    differingFigures: differing.length,
    differingPoints: countPoints(differing),
    largestWh: largest.length === 0 ? null : largest.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a)),
    firstMs: firsts.length === 0 ? null : Math.min(...firsts),
    incompletePoints: countPoints(figures.filter(({ steps }) => (steps?.missingTheirs ?? 0) > 0)),
  };
}

function countPoints(figures: readonly ComparedFigure[]): number {
  return new Set(figures.flatMap(({ meteringPointId }) => meteringPointId ?? [])).size;
}
