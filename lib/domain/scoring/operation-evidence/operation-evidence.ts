import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";

/** What a figure of an operation says, with the unit of its value. */
export const EVIDENCE_FIGURE_UNITS = {
  settled_periods: "count",
  shared_energy: "Wh",
  production: "Wh",
  withdrawal: "Wh",
  self_consumption_rate: "ratio",
  self_production_rate: "ratio",
  coverage_rate: "ratio",
  surplus_share: "ratio",
  synchronisation: "ratio",
  participants: "count",
  consumer_points: "count",
  producer_points: "count",
  producers: "count",
  peak_power: "W",
  key_kind: "key",
  key_from: "day",
  withdrawal_completeness: "ratio",
  injection_completeness: "ratio",
  complete_points: "count",
  known_withdrawal: "Wh",
  known_injection: "Wh",
  points_at_step: "count",
  points_without_curve: "count",
  last_measured_day: "day",
  measured_share: "ratio",
  corrected_share: "ratio",
} as const;

export type EvidenceFigureCode = keyof typeof EVIDENCE_FIGURE_UNITS;

export type EvidenceFigure = {
  readonly code: EvidenceFigureCode;
  /** In the unit of its code; null where something it needs is missing, never a smaller value. */
  readonly value: number | CivilDate | CoefficientKind | null;
  /** The days it is about; null: the day it was computed. */
  readonly period: Period | null;
  /** Of `points_at_step`. [min] */
  readonly stepMinutes?: number;
  /** Of `peak_power`: the source of the energy, null where it is not told; absent: all of them. */
  readonly energySource?: string | null;
  /** Settlement periods that are not settled, for want of which the value is null. */
  readonly missing?: readonly Period[];
};

/** What an operation proves of an action, as it was on an instant. Names nobody. */
export type OperationEvidence = {
  readonly id: string;
  readonly nodeId: string;
  readonly operation: { readonly id: string; readonly name: string };
  readonly computedAtMs: number;
  readonly figures: readonly EvidenceFigure[];
};
