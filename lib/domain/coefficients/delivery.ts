import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";

/** What stands where a consumer has no coefficient at a step. */
export const NO_PPM = -1;

/** How far a delivery went: `accepted` and `refused` are the DSO's words, `sent` waits for them. */
export type DeliveryState = "draft" | "sent" | "accepted" | "refused";

/** The same coefficients for every producer, by consumer: an integer for each step of the period, or NO_PPM. [ppm] */
export type PpmByConsumer = ReadonlyMap<string, Int32Array>;

/** A step, and a producer when full dynamic, that the DSO rejected. */
export type RejectedStep = {
  /** Counted from the first step of the period. */
  readonly step: number;
  /** Null: whatever the producer. */
  readonly producerId: string | null;
};

/**
 * The dynamic coefficients of one period, as the organiser notified them.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 4.4 and annexe 5.
 */
export type Delivery = {
  readonly id: string;
  readonly period: Period;
  /** By e-mail a fault spoils the whole file; by the interface, its own step only. */
  readonly channel: "file" | "api";
  readonly state: DeliveryState;
  /** Null for a draft. */
  readonly sentDay: CivilDate | null;
  /** Whether the file breaks a rule of annexe 5, as it was read. */
  readonly isFaulty: boolean;
  readonly rejectedSteps: readonly RejectedStep[];
  readonly coefficients:
    | { readonly kind: "dynamic_simple"; readonly ppm: PpmByConsumer }
    /** By producer. */
    | { readonly kind: "dynamic_full"; readonly ppm: ReadonlyMap<string, PpmByConsumer> };
};
