import type { CarbonFactor } from "@/lib/domain/carbon/carbon-factor";
import type { Period } from "@/lib/domain/time/period";
import type { ParticipantCounts } from "./count-participants";
import type { MeanHours } from "./mean-clock-hours";
import type { ShownMonth } from "./show-month";

/** What the energy that was shared avoided and saved; null: held back with it, or a factor or a price lacks. */
export type PublicEffects = {
  /** [g CO₂e] */
  readonly avoidedCarbonG: number | null;
  /** What consumers pay less. [cents] */
  readonly savedCents: number | null;
};

/** One closed period as anybody may read it. */
export type PublicMonth = ShownMonth &
  PublicEffects & {
    readonly period: Period;
    /** Of the run, which was made then. */
    readonly version: number;
    readonly settledAt: Date;
  };

/** All that is public of an operation's energy. */
export type PublicFigures = {
  /** Latest first. */
  readonly months: readonly PublicMonth[];
  /** Of the last twelve months of which everything is shown; null without any. */
  readonly total: (ShownMonth & PublicEffects & { readonly period: Period; readonly monthCount: number }) | null;
  /** The mean day of the same months. [Wh per hour] */
  readonly meanDay: MeanHours | null;
  /** At the last closed period; null without any. */
  readonly participants: ParticipantCounts | null;
  /** Those the avoided CO₂ was counted with. */
  readonly carbonFactors: readonly CarbonFactor[];
};
