import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** Everything a run says, as it is stored: what two runs are compared by. [Wh, Wh per step] */
export type RunFigures = {
  readonly totals: RunTotals;
  readonly points: readonly PointFigures[];
  readonly pairs: readonly { readonly producerId: string; readonly consumerId: string; readonly energyWh: number }[];
  readonly days: readonly DayFigures[];
  readonly pointDays: readonly PointDayFigures[];
};

export type RunTotals = {
  readonly productionWh: number;
  readonly withdrawalWh: number;
  readonly selfConsumedWh: number;
  readonly surplusWh: number;
  readonly correctedSteps: number;
};

export type PointFigures = {
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  readonly energyWh: number;
  readonly sharedWh: number;
  readonly correctedSteps: number;
};

export type DayFigures = {
  readonly day: CivilDate;
  readonly productionWh: Float64Array;
  readonly withdrawalWh: Float64Array;
  readonly selfConsumedWh: Float64Array;
};

export type PointDayFigures = {
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  readonly day: CivilDate;
  readonly energyWh: Float64Array;
  readonly sharedWh: Float64Array;
  /** A step-origin code per step; null when all are measured. */
  readonly origins: Uint8Array | null;
  /** A part of 1, NaN where another key shared; null where the default key never did. */
  readonly defaultShares: Float64Array | null;
};
