import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { Period } from "@/lib/domain/time/period";

/** Why the DSO's interface gave nothing of a metering point. */
export type DsoFailureCode =
  | "DSO_API_UNREACHABLE"
  | "DSO_API_CREDENTIALS"
  | "DSO_API_NOT_SUBSCRIBED"
  | "DSO_API_QUOTA"
  | "DSO_API_UNEXPECTED"
  /** An answer came, and is no answer about this metering point. */
  | "DSO_API_UNREADABLE";

/** One metering point of a request that failed. */
export type DsoFailure = {
  /** Its place in `points`. */
  readonly position: number;
  readonly code: DsoFailureCode;
  /** HTTP status, where there was an answer. */
  readonly status: number | null;
};

/** The definitive energies of a settlement period, asked of the DSO's interface metering point by metering point. */
export type DsoRequest = {
  readonly period: Period;
  /** In the order in which they are asked; a site that consumes and produces stands in it twice. */
  readonly points: readonly { readonly meteringPointId: string; readonly role: PerimeterRole }[];
  readonly failures: readonly DsoFailure[];
};
