import type { Delivery } from "@/lib/domain/coefficients/delivery";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import type { Attachment } from "@/lib/domain/perimeter/attachment";
import type { CorrectedSeries } from "@/lib/domain/series/fill-gaps";
import type { Period } from "@/lib/domain/time/period";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import type { CoefficientKey } from "./coefficient-key";
import type { SettlementRule } from "./settlement-rule";

/** One metering point in one role, with the curve that counts for it over the period. */
export type SettlementPoint = {
  readonly meteringPointId: string;
  /** Injection of a producer, withdrawal of a consumer, gaps filled. [Wh per step] */
  readonly curve: CorrectedSeries;
};

export type SettlementInput = {
  readonly period: Period;
  /** The axis of every curve. */
  readonly axis: TimeAxis;
  readonly producers: readonly SettlementPoint[];
  readonly consumers: readonly SettlementPoint[];
  readonly attachments: readonly Attachment[];
  readonly keys: readonly CoefficientKey[];
  /** What the organiser notified for the period, in the order it was sent. */
  readonly deliveries: readonly Delivery[];
  /** Whose public holidays the delay to notify leaves out; absent: those of metropolitan France. */
  readonly holidayRegion?: HolidayRegion;
};

/** What a metering point used or gave. */
export type SettledPoint = {
  readonly meteringPointId: string;
  /** The curve as it counted: 0 on the days out of the perimeter. [Wh per step] */
  readonly energyWh: Float64Array;
  /** Self-consumed of a consumer, self-produced of a producer. [Wh per step] */
  readonly sharedWh: Float64Array;
  readonly origin: Uint8Array;
  readonly totalEnergyWh: number;
  readonly totalSharedWh: number;
  /** Consumers: C_j where the default key shared, a part of 1, NaN at the other steps; null where it never did. */
  readonly defaultShares: Float64Array | null;
  /** Steps whose value is not measured: corrected by the convention's rule, or given by a person. */
  readonly correctedSteps: number;
};

export type Settlement = {
  readonly axis: TimeAxis;
  readonly rules: readonly SettlementRule[];
  readonly producers: readonly SettledPoint[];
  readonly consumers: readonly SettledPoint[];
  /** Energy of each producer delivered to each consumer. [Wh] (P × C) */
  readonly pairTotalsWh: readonly Float64Array[];
  /** Curves of the whole operation. [Wh per step] */
  readonly productionWh: Float64Array;
  readonly withdrawalWh: Float64Array;
  readonly selfConsumedWh: Float64Array;
};
