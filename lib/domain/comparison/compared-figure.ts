import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { Period } from "@/lib/domain/time/period";

/** Where the operator said it: its curves, its energy files, its summary workbook, its detail by producer. */
export type FigureSource = "curve" | "energy_file" | "summary" | "detail";

/** What a figure is about. */
export type FigureSubject = {
  readonly source: FigureSource;
  /** The producer of a detail; null: the whole operation. */
  readonly meteringPointId: string | null;
  /** Of a detail: who received. */
  readonly consumerId: string | null;
  /** Null: the whole operation. */
  readonly role: PerimeterRole | null;
  readonly quantity: EnergyQuantity;
  readonly days: Period;
};

/** How two curves differ, step by step. Differences are theirs − ours. */
export type StepComparison = {
  /** Steps at which both say something. */
  readonly comparedSteps: number;
  /** Steps at which they are further apart than the tolerance. */
  readonly differingSteps: number;
  /** Steps that only one of them has; what is missing is never taken for 0. */
  readonly missingOurs: number;
  readonly missingTheirs: number;
  /** Starts of the first and the last step that differ. [ms since 1970-01-01T00:00:00Z] */
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  /** Largest difference at a step, and the start of that step. [Wh], [ms] */
  readonly largestWh: number | null;
  readonly largestMs: number | null;
};

/** A figure of ours beside the operator's. */
export type ComparedFigure = FigureSubject & {
  /** Of curves: over the steps that both have, so that like is set beside like. Null: not known. [Wh] */
  readonly oursWh: number | null;
  readonly theirsWh: number | null;
  /** How far apart they may be: at each step of a curve, or an energy as a whole. [Wh] */
  readonly toleranceWh: number;
  readonly isDifferent: boolean;
  /** What is apart by more than the tolerance, added up without signs. [Wh] */
  readonly excessWh: number;
  /** Null for an energy. */
  readonly steps: StepComparison | null;
};
