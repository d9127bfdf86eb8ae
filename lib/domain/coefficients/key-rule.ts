import type { TimeAxis } from "@/lib/domain/time/time-axis";

/** Share of each consumer by metering point id, integers; absent = 0. [ppm] */
export type ConsumerShares = Readonly<Record<string, number>>;

/** How the energy that reaches a tier is shared inside it; nobody gets more than he draws. */
export type TierSharing =
  /** In proportion to withdrawal. */
  | { readonly kind: "pro_rata" }
  /** The same for each; what one cannot use goes to the others of the tier. */
  | { readonly kind: "equal" }
  /** By fixed shares of the tier, which make a whole; what one cannot use goes to the others of the tier. [ppm] */
  | { readonly kind: "fixed"; readonly shares: ConsumerShares };

/** Consumers of one priority. */
export type PriorityTier = {
  /** Metering point ids; each in one tier at most. */
  readonly consumerIds: readonly string[];
  readonly sharing: TierSharing;
};

/** A key for some hours of some days. */
export type CalendarEntry = {
  /** The season, as months: 1 to 12. */
  readonly months: readonly number[];
  /** 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[];
  /** Shown by the clock of Paris: [from, to[, 0 to 1440; where `to` is the smaller one, over midnight. [min] */
  readonly fromMinute: number;
  readonly toMinute: number;
  /** Sum ≤ 1 000 000. */
  readonly shares: ConsumerShares;
};

/**
 * How an organiser makes the coefficients of each step, as data that is kept with the key.
 *
 * - `pro_rata`: in proportion to the withdrawal of the step, as the default key does.
 * - `tiers`: the consumers of the first tier are served up to what they draw, those of the next one share what is left.
 * - `calendar`: the one entry that holds at a step, else the default shares.
 * - `file`: values computed elsewhere.
 *
 * The convention leaves the choice of values to the organiser: these rules are ours [I].
 *
 * @see Convention Enedis-FOR-CF_01E, art. 4.1, 4.4 and 11.7.3.
 */
export type KeyRule =
  | { readonly kind: "pro_rata" }
  | { readonly kind: "tiers"; readonly tiers: readonly PriorityTier[] }
  | {
      readonly kind: "calendar";
      readonly entries: readonly CalendarEntry[];
      /** Where no entry holds. Sum ≤ 1 000 000. */
      readonly defaultShares: ConsumerShares;
    }
  | { readonly kind: "file" };

/** A rule that makes values, not a file of them. */
export type MakingRule = Exclude<KeyRule, { readonly kind: "file" }>;

/** Full dynamic: a rule for each producer, in the order in which they are served. */
export type RuleByProducer = {
  readonly kind: "by_producer";
  readonly producers: readonly { readonly producerId: string; readonly rule: MakingRule }[];
};

/** What the coefficients of a period are made from: C consumers, T steps. */
export type KeyMakingInput = {
  readonly axis: TimeAxis;
  /** In the order of `withdrawalWh`. (C,) */
  readonly consumerIds: readonly string[];
  /** L_j; `NaN` = missing. [Wh per step] (C × T) */
  readonly withdrawalWh: readonly Float64Array[];
  /** Multiple to which coefficients are rounded, a divisor of the whole: 100 for 0.01 %. [ppm] */
  readonly unitPpm: number;
};

/** Coefficients that a rule made. */
export type MadeCoefficients = {
  /** C_j(t); 0 at missing steps. [ppm] (C × T) */
  readonly ppm: readonly Uint32Array[];
  /** 1 at the steps that could not be made for want of a measure. (T,) */
  readonly missingSteps: Uint8Array;
  readonly missingCount: number;
};
