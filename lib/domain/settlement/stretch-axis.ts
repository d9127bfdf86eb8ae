import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import type { Stretch } from "./list-stretches";

/** Where the steps of a stretch stand among those of its period: [start, end[. */
export type StretchSteps = { readonly axis: TimeAxis; readonly start: number; readonly end: number };

/** The steps of a stretch, counted from the first one of its period. */
export function stretchAxis({ days }: Pick<Stretch, "days">, whole: TimeAxis): StretchSteps {
  const axis = parisPeriodAxis(days.from, days.toExclusive, whole.stepMinutes);
  const start = (axis.startMs - whole.startMs) / (whole.stepMinutes * 60_000);
  return { axis, start, end: start + axis.length };
}
