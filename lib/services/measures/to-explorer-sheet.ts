import "server-only";
import type { CalendarGrain } from "@/lib/domain/explorer/calendar-grain";
import { downSampleGroup } from "@/lib/domain/explorer/down-sample-group";
import { summarizeGroup } from "@/lib/domain/explorer/summarize-group";
import { describeCurve } from "@/lib/format/describe-curve";
import type { CurveSheet } from "@/lib/formats/curve-workbook/curve-sheet";
import type { Explorer } from "./read-explorer";

/** The curves of the explorer as a file holds them, a line for each step, hour, day, week or month. */
export function toExplorerSheet({ curves }: Explorer, grain: CalendarGrain): CurveSheet {
  let startsMs = new Float64Array();
  const columns = curves.map((curve) => {
    const buckets = downSampleGroup(curve.group, grain);
    if (startsMs.length === 0) startsMs = Float64Array.from(buckets, (bucket) => bucket.startMs);
    return {
      label: describeCurve(curve),
      energyWh: Float64Array.from(buckets, ({ incompleteCount, knownWh, state }) =>
        incompleteCount > 0 || state === "outside" ? Number.NaN : knownWh,
      ),
      states: buckets.map(({ state }) => state),
      summary: summarizeGroup(curve.group),
    };
  });
  return { startsMs, columns };
}
