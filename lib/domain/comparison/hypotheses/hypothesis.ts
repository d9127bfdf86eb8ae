import type { ResultQuantity } from "@/lib/domain/comparison/published-results";
import type { SettledResults } from "@/lib/domain/comparison/settled-results";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { SettlementInput } from "@/lib/domain/settlement/settlement";
import type { Period } from "@/lib/domain/time/period";

/** A metering point in one role. */
export type PointRole = { readonly meteringPointId: string; readonly role: PerimeterRole };

/** Stretch of time, half-open. [ms since 1970-01-01T00:00:00Z] */
export type Stretch = { readonly fromMs: number; readonly toMs: number };

/** A value at one step, as we have it and as the operator has it. [Wh] */
export type StepValue = { readonly startMs: number; readonly oursWh: number; readonly theirsWh: number };

/** How the operator may have filled a gap: with nothing, by a straight line, or with the values its curves imply. */
export type GapFilling = "zero" | "linear" | "theirs";

/** What a hypothesis says the operator did; people and sites by id only, so that it can be kept. */
export type HypothesisClaim =
  /** It used what is known today; the run is older. */
  | { readonly kind: "recomputed" }
  /** Another version of the key, or the default key, held; days null: over the whole period. */
  | { readonly kind: "other_key"; readonly keyId: string; readonly days: Period | null }
  | { readonly kind: "default_key"; readonly days: Period | null }
  /** Another notification of the month's coefficients counted. */
  | { readonly kind: "other_delivery"; readonly deliveryId: string }
  /** A metering point did not count, or did, on these days. */
  | ({ readonly kind: "point_absent"; readonly days: Period } & PointRole)
  | ({ readonly kind: "point_present"; readonly days: Period } & PointRole)
  /** A measured curve was read an hour late (1) or early (−1). */
  | ({ readonly kind: "measure_shifted"; readonly hours: 1 | -1 } & PointRole & Stretch)
  | ({ readonly kind: "gaps_filled"; readonly how: GapFilling } & PointRole)
  /** Other measured values. */
  | { readonly kind: "measure_corrected"; readonly points: readonly CorrectedPoint[] }
  /** The split is the same; what was published is shifted, null: of every metering point. */
  | ({ readonly kind: "published_shifted"; readonly hours: 1 | -1; readonly point: PointQuantity | null } & Stretch)
  /** The split is the same; zeros were published. */
  | ({ readonly kind: "published_empty" } & PointQuantity)
  /** The split is the same; single values were published otherwise. */
  | ({ readonly kind: "isolated_values"; readonly values: readonly StepValue[] } & PointQuantity);

/** A published curve. */
export type PointQuantity = PointRole & { readonly quantity: ResultQuantity };

/** A metering point of which other values were measured. */
export type CorrectedPoint = PointRole & { readonly steps: number; readonly first: StepValue };

/** A supposition that can be tried. */
export type Hypothesis = {
  readonly claim: HypothesisClaim;
  /** What the operator settled from; null: from what we did. */
  readonly changeInput: ((input: SettlementInput) => SettlementInput) | null;
  /** What it wrote of its result; null: what it had. */
  readonly changeResults: ((results: SettledResults) => SettledResults) | null;
};
