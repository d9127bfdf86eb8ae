import type { SettledHolding } from "@/lib/domain/publishing/group-holdings";
import type { Period } from "@/lib/domain/time/period";

/** Whom a participant is compared with: households, public bodies, or firms and associations. */
export type ComparedKind = "household" | "public_body" | "other_body";

/** A run that closed its period, now or before the period was reopened. */
export type ClosedRun = {
  readonly period: Period;
  /** The period is closed by it today. */
  readonly isStanding: boolean;
  /** Its consumers, of every kind. A point that changed hands in the period is there once for each holder. */
  readonly settled: readonly SettledHolding[];
};

/**
 * Why nothing is compared: `too_few` of the kind; somebody of it came, left or took over a point (`changed`); a closed
 * month of theirs was made again (`corrected`); the other protected kind would follow by subtraction (`exposes_others`).
 */
export type WithheldReason = "too_few" | "changed" | "corrected" | "exposes_others";

/** What one or some closed months were for a participant and for the others of his kind. */
export type OthersComparison = {
  readonly kind: ComparedKind;
  /** From the first day of the first month to the end of the last. */
  readonly span: Period;
  /** [months] */
  readonly monthCount: number;
} & (
  | { readonly state: "withheld"; readonly reason: WithheldReason }
  | {
      readonly state: "shown";
      readonly own: ComparedFigures;
      /** For each of them on average, all months together. */
      readonly others: ComparedFigures & { readonly count: number };
    }
);

/** Rounded before they are shown to anybody. */
export type ComparedFigures = {
  /** Consumed. [whole kWh] */
  readonly consumedKwh: number;
  /** Of it, came from the operation: of all the energy, not a mean of shares. Null when nothing was consumed. [whole %] */
  readonly sharePercent: number | null;
};
