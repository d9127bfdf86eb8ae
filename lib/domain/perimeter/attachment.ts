import type { CivilDate } from "@/lib/domain/time/civil-date";

/** How a metering point takes part: a storage unit, or a site with a roof, has one attachment for each role. */
export type PerimeterRole = "consumer" | "producer";

/** When a metering point counts in the operation, and as what. */
export type Attachment = {
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  readonly from: CivilDate;
  /** First day that no longer counts; null while open. */
  readonly toExclusive: CivilDate | null;
};
