import type { ParticipantCounts } from "@/lib/domain/publishing/count-participants";
import type { MeanHours } from "@/lib/domain/publishing/mean-clock-hours";
import type { ShownMonth } from "@/lib/domain/publishing/show-month";
import type { Period } from "@/lib/domain/time/period";

/** One closed period as anybody may read it. */
export type PublicMonth = ShownMonth & {
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
  readonly total: (ShownMonth & { readonly period: Period; readonly monthCount: number }) | null;
  /** The mean day of the same months. [Wh per hour] */
  readonly meanDay: MeanHours | null;
  /** At the last closed period; null without any. */
  readonly participants: ParticipantCounts | null;
};
