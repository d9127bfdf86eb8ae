import type { Period } from "@/lib/domain/time/period";
import type { CoefficientKind } from "./coefficient-key";

/** Why these coefficients applied. */
export type RuleReason =
  /** Static values of the organiser (art. 4.1, 4.3). */
  | "static_values"
  /** The organiser chose the default key (art. 4.1). */
  | "default_chosen"
  /** Dynamic values, notified in time (art. 4.4). */
  | "dynamic_values"
  /** Dynamic, but nothing was notified: the default key for the whole period (art. 4.1, 4.4). */
  | "dynamic_not_notified"
  /** Dynamic, but nothing before the end of the delay: the default key for the whole period (art. 4.4). */
  | "dynamic_notified_late"
  /** Dynamic, but what was notified breaks annexe 5: the default key for the whole period (art. 4.4). */
  | "dynamic_faulty"
  /** No key was ever set for these days: the default key, as when nothing is notified [I]. */
  | "no_key";

/** Why other coefficients applied at some steps of a dynamic key sent through the interface (art. 4.4). */
export type StepReason =
  /** The step is wrong or was rejected: the default key. */
  | "step_faulty"
  /** The step of one producer is, those of others are not: its energy is surplus. */
  | "producer_step_faulty";

/** Steps at which the rule of their days did not apply. */
export type RuleException = {
  /** First step. [ms since 1970-01-01T00:00:00Z] */
  readonly fromMs: number;
  /** Start of the first step that it does not concern. [ms since 1970-01-01T00:00:00Z] */
  readonly toMs: number;
  /** Null: whatever the producer. */
  readonly producerId: string | null;
  readonly reason: StepReason;
};

/** Which coefficients shared a stretch of a period, and under which rule. */
export type SettlementRule = Period & {
  readonly keyId: string | null;
  readonly chosenKind: CoefficientKind | null;
  readonly appliedKind: CoefficientKind;
  readonly reason: RuleReason;
  /** Articles of the convention. */
  readonly articles: readonly string[];
  /** The notification whose coefficients applied; absent where none did. */
  readonly deliveryId?: string;
  /** In order; absent where the rule held at every step. */
  readonly exceptions?: readonly RuleException[];
};
