import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** Days on which a participant's metering point counts. */
export type OwnStay = {
  readonly meteringPointId: string;
  readonly prm: string;
  /** Null once somebody else holds it: the name is his. */
  readonly site: string | null;
  readonly role: "consumer" | "producer";
  readonly from: CivilDate;
  /** First day that no longer counts; null while open. */
  readonly toExclusive: CivilDate | null;
};

/** A key as it concerns one participant. */
export type OwnKey = {
  readonly kind: CoefficientKind;
  readonly state: "announced" | "sent";
  readonly from: CivilDate;
  /** First day it no longer holds; null while open. */
  readonly toExclusive: CivilDate | null;
  /** Static only: of his consuming points. [ppm] */
  readonly shares: readonly { readonly meteringPointId: string; readonly ppm: number }[];
};

/** Something that happens to him on a day. */
export type OwnDate = {
  readonly day: CivilDate;
  readonly kind: "entry" | "exit" | "key" | "period_end" | "consent_end";
  /** Of an entry or an exit. */
  readonly prm: string | null;
};
