import type { EnergySeries } from "@/lib/domain/series/energy-series";
import type { FileProblems } from "@/lib/formats/file-problem";

/** What a load-curve file holds. */
export type LoadCurveReading = {
  /**
   * Energies on the Paris axis of the period, `NaN` where the file says nothing.
   * Null when the file holds no curve at all. With errors it holds what could be
   * understood, for display only. [Wh per step]
   */
  readonly series: EnergySeries | null;
  readonly problems: FileProblems;
};
