import type { MeasureIdentifier } from "@/lib/domain/identifiers/classify-measure-identifier";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** One attachment of the DSO's perimeter: the days [from, toExclusive[. */
export type PerimeterRow = {
  readonly identifier: MeasureIdentifier;
  readonly from: CivilDate;
  /** First day that no longer counts; null while open. */
  readonly toExclusive: CivilDate | null;
};
