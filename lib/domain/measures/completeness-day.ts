import type { CivilDate } from "@/lib/domain/time/civil-date";

/**
 * What one day of one curve is worth, told by its weakest step: one missing step makes a day missing.
 *
 * From the weakest: missing, given by a person, repeated from the week before (J−7), interpolated over at most an
 * hour, measured.
 */
export type CompletenessState = "outside_perimeter" | "missing" | "manual" | "copied" | "interpolated" | "measured";

/** One metering point on one Paris day. The five counts add up to `stepCount`. */
export type CompletenessDay = {
  readonly day: CivilDate;
  readonly state: CompletenessState;
  /** 46, 48 or 50 half-hours. */
  readonly stepCount: number;
  readonly measuredCount: number;
  readonly interpolatedCount: number;
  readonly copiedCount: number;
  readonly manualCount: number;
  readonly missingCount: number;
};
