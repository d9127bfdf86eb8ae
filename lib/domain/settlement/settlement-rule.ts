import type { Period } from "@/lib/domain/time/period";
import type { CoefficientKind } from "./coefficient-key";

/** Why these coefficients applied. */
export type RuleReason =
  /** Static values of the organiser (art. 4.1, 4.3). */
  | "static_values"
  /** The organiser chose the default key (art. 4.1). */
  | "default_chosen"
  /** Dynamic, but nothing was notified: the default key for the whole period (art. 4.1, 4.4). */
  | "dynamic_not_notified"
  /** No key was ever set for these days: the default key, as when nothing is notified [I]. */
  | "no_key";

/** Which coefficients shared a stretch of a period, and under which rule. */
export type SettlementRule = Period & {
  readonly keyId: string | null;
  readonly chosenKind: CoefficientKind | null;
  readonly appliedKind: CoefficientKind;
  readonly reason: RuleReason;
  /** Articles of the convention. */
  readonly articles: readonly string[];
};
