import type { CivilDate } from "@/lib/domain/time/civil-date";

/** What binds a participant to an operation, as far as it decides how long his data are kept. */
export type RetentionFacts = {
  /** Stays of his metering points in the perimeter, planned ones included. */
  readonly stays: readonly { readonly from: CivilDate; readonly toExclusive: CivilDate | null }[];
  readonly consents: readonly {
    readonly givenDay: CivilDate;
    /** First day that no longer counts; null: as long as the convention. */
    readonly expiryDay: CivilDate | null;
    readonly withdrawnDay: CivilDate | null;
  }[];
};

export type Retention =
  /** He takes part, or is about to: nothing can be erased before he has left. */
  | { readonly kind: "participating"; readonly until: CivilDate | null }
  /** What proves the past is kept until `endDay`, the first day on which nothing keeps us from erasing. */
  | {
      readonly kind: "kept";
      readonly lastBond: "stay" | "consent";
      /** First day on which nothing binds him any more. */
      readonly endedOn: CivilDate;
      readonly endDay: CivilDate;
    }
  /** He never took part and agreed to nothing: nothing has to be kept. */
  | { readonly kind: "unbound" };
