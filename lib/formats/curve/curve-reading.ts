import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { EnergySeries } from "@/lib/domain/series/energy-series";
import type { FileProblems } from "@/lib/formats/file-problem";

/** Whether a file stamps a step with the instant it starts or ends at. */
export type StampConvention = "start" | "end";

/** One curve of a file, whatever its format. */
export type CurveReading = {
  /**
   * Whose curve it is, as the file prints it, masked or not: which PRM that is, only
   * the reader's caller knows. Null where the name of the file says it (annexe 6).
   */
  readonly identifier: string | null;
  /** Null where the file does not say, or in words that are not known: ask. */
  readonly quantity: EnergyQuantity | null;
  /**
   * Energies of whole Paris days, `NaN` where the file says nothing: one series per
   * stretch of one step, in time order, each beginning where the one before ends.
   * Empty when the file holds no curve. With errors, what could be understood, for
   * display only. [Wh per step]
   */
  readonly series: readonly EnergySeries[];
  /** As told or as found; null without a curve. The series themselves always count from the start. */
  readonly stampConvention: StampConvention | null;
  readonly problems: FileProblems;
};
