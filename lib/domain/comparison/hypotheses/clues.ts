import type { ComparedFigure } from "@/lib/domain/comparison/compared-figure";
import type { PublishedResults } from "@/lib/domain/comparison/published-results";
import type { SettledResults } from "@/lib/domain/comparison/settled-results";
import type { SettlementInput } from "@/lib/domain/settlement/settlement";
import type { Period } from "@/lib/domain/time/period";
import type { PointRole, Stretch } from "./hypothesis";
import type { ContradictedPoint } from "./suppose-corrected-measures";

/** Where a settlement stands beside what the operator published: what is to be explained. */
export type Standing = {
  readonly input: SettlementInput;
  readonly results: SettledResults;
  readonly theirs: PublishedResults;
  readonly figures: readonly ComparedFigure[];
};

/** A metering point of which a curve differs. */
export type DifferingPoint = PointRole & {
  /** From its first step that differs to the end of its last one. */
  readonly stretch: Stretch;
  /** The days of that stretch. */
  readonly days: Period;
  /** [Wh] */
  readonly excessWh: number;
};

/** What the differences themselves say of their reason. */
export type Clues = {
  /** From the first step at which a curve differs to the end of the last one; null when none does. */
  readonly stretch: Stretch | null;
  readonly days: Period | null;
  /** The largest differences first. */
  readonly differing: readonly DifferingPoint[];
  /** What a metering point measured by the operator's own curves, by {@link pointKey}. [Wh per step] */
  readonly deducedWh: ReadonlyMap<string, Float64Array>;
  /** The metering points of which that is not what we have, the largest differences first. */
  readonly contradicted: readonly ContradictedPoint[];
};

export const pointKey = ({ meteringPointId, role }: PointRole): string => `${role}|${meteringPointId}`;
