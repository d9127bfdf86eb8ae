import type { CivilDate } from "@/lib/domain/time/civil-date";

/** A tenant of a HLM body leaves, and the metering point waits for the next one (art. 3.2.2.2). */
export type TenantChange = {
  /** The day the former contract ended, from which the point no longer counts. */
  readonly endDay: CivilDate;
  /** The day the DSO told it; null while its notice is awaited. */
  readonly endNoticeDay: CivilDate | null;
  /** The day the next contract is in service; null while the place is empty. */
  readonly serviceDay: CivilDate | null;
  readonly serviceNoticeDay: CivilDate | null;
  /** The day the refusal of the new tenant was reported to the DSO. */
  readonly refusalDay: CivilDate | null;
  /** The day nothing is awaited any more: nobody comes, or it was entered by error. */
  readonly abandonedDay: CivilDate | null;
  /** The point is back in the registry. */
  readonly isReturned: boolean;
};

/** What can happen to a change of tenant. */
export type TenantMove =
  /** The DSO tells that the former contract ended, which was known already. */
  | "notice"
  /** The next contract is in service. */
  | "service"
  /** The new tenant's refusal is reported before the point comes back. */
  | "refuse"
  /** The point comes back by itself. */
  | "return"
  | "abandon";
