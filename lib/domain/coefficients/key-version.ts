import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** How far a version of the key went, as it is kept: what the days then make of it is said by `keyState`. */
export type KeyProgress = "draft" | "announced" | "sent";

/** Precisions of a coefficient: from 1 % down to 0,0001 %. [ppm] */
export const UNITS_PPM = [10_000, 1_000, 100, 10, 1] as const;

export type UnitPpm = (typeof UNITS_PPM)[number];

/** How the coefficients of a month are made, as it is kept. */
export type KeyRuleJson = Readonly<Record<string, unknown>>;

/**
 * A version of the rule that shares the production.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 4.1 to 4.4.
 */
export type KeyVersion = {
  readonly id: string;
  /** Counted from 1 in the operation. */
  readonly version: number;
  readonly kind: CoefficientKind;
  readonly progress: KeyProgress;
  /** First day it holds, or is wanted to. */
  readonly from: CivilDate;
  /** First day it no longer holds; null while open. */
  readonly toExclusive: CivilDate | null;
  readonly unitPpm: UnitPpm;
  /** Why it was made. */
  readonly reason: string | null;
  /** The version it was made from. */
  readonly sourceKeyId: string | null;
  /** Day on which it was notified to the DSO; null until then, and for a key recorded as already in force. */
  readonly sentDay: CivilDate | null;
  /** Given up, or taken whole by a later decision. */
  readonly isSuperseded: boolean;
  /** Static only: share of each consumer by metering point id; absent = 0. [ppm] */
  readonly ppmByConsumer: ReadonlyMap<string, number>;
};
