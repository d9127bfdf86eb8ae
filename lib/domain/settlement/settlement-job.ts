import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** Where a job that settles periods stands; `stopping`: it ends after the period it is at. */
export type SettlementJobState = "queued" | "running" | "stopping" | "done" | "cancelled" | "failed";

/** What a period of a job lacks, one entry for each metering point and role. */
export type MissingOfJob = {
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  readonly days: readonly CivilDate[];
};

/** What became of one period of a job. */
export type SettlementJobOutcome =
  | { readonly kind: "waiting" }
  /** A new version. */
  | { readonly kind: "settled"; readonly version: number }
  /** The latest version already says it. */
  | { readonly kind: "unchanged"; readonly version: number }
  | { readonly kind: "incomplete"; readonly missing: readonly MissingOfJob[] }
  /** Code of the domain error. */
  | { readonly kind: "refused"; readonly code: string }
  /** The job ended before its turn. */
  | { readonly kind: "left_out" };
