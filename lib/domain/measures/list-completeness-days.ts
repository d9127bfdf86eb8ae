import type { Attachment } from "@/lib/domain/perimeter/attachment";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CorrectedSeries } from "@/lib/domain/series/fill-gaps";
import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import type { CompletenessDay, CompletenessState } from "./completeness-day";

const WEAKEST_FIRST = ["missing", "manual", "copied", "interpolated"] as const;

/**
 * The state of each day of a curve, for the completeness board.
 *
 * A day without attachment is outside the perimeter whatever was received for it; its counts are kept, as they are of
 * use when somebody asks why a day does not count.
 *
 * @param corrected - What counts, as `correctSeries` returns it; whole Paris days, none in the future: a day that has
 *   not come is not missing.
 * @param attachments - Of this metering point in this role.
 * @returns One entry per day of the axis, in order.
 * @throws {DomainError} INVALID_PERIOD when the axis is not made of whole days.
 */
export function listCompletenessDays(
  { axis, origin }: CorrectedSeries,
  attachments: readonly Pick<Attachment, "from" | "toExclusive">[],
): readonly CompletenessDay[] {
  return listParisDays(axis).map(({ day, start, length }) => {
    const counts = countOrigins(origin, start, start + length);
    const count = (name: keyof typeof STEP_ORIGIN) => counts[STEP_ORIGIN[name]] as number;
    const isInside = attachments.some((attachment) => isAttachedOn(attachment, day));
    const weakest: CompletenessState = WEAKEST_FIRST.find((name) => count(name) > 0) ?? "measured";
    return {
      day,
      state: isInside ? weakest : "outside_perimeter",
      stepCount: length,
      measuredCount: count("measured"),
      interpolatedCount: count("interpolated"),
      copiedCount: count("copied"),
      manualCount: count("manual"),
      missingCount: count("missing"),
    };
  });
}

function countOrigins(origin: Uint8Array, start: number, end: number): Uint16Array {
  const counts = new Uint16Array(Object.keys(STEP_ORIGIN).length);
  for (let t = start; t < end; t += 1) {
    const code = origin[t] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  return counts;
}
