import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** What is held of one curve, of the days on which its metering point takes part. */
export type MeasuredCurve = {
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  /** Days of the year that hold all of their values. [d] */
  readonly completeDays: number;
  /** Sum of the known values of the year; null when there is none. [Wh] */
  readonly knownWh: number | null;
  /** The last day that is there since the year began, and the step it was measured at. */
  readonly lastDay: CivilDate;
  readonly lastStepMinutes: number;
};
