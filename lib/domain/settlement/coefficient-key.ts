import type { CivilDate } from "@/lib/domain/time/civil-date";

/** The kind of coefficients an organiser chose. */
export type CoefficientKind = "static" | "dynamic_simple" | "dynamic_full" | "default";

/** The rule that shares the production, for the days [from, toExclusive[. */
export type CoefficientKey = {
  readonly id: string;
  readonly kind: CoefficientKind;
  readonly from: CivilDate;
  /** First day it no longer holds; null while open. */
  readonly toExclusive: CivilDate | null;
  /** Static only: share of each consumer by metering point id; absent = 0. [ppm] */
  readonly ppmByConsumer: ReadonlyMap<string, number>;
};
