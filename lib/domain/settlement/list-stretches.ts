import type { Attachment } from "@/lib/domain/perimeter/attachment";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { CoefficientKey } from "./coefficient-key";

/** Days of a period over which neither the key nor the perimeter changes. */
export type Stretch = {
  readonly days: Period;
  /** Null where no key was ever set. */
  readonly key: CoefficientKey | null;
  readonly attachments: readonly Attachment[];
};

/**
 * Cuts a period where its key or its perimeter changes.
 *
 * @param keys - At most one per day.
 * @param attachments - Of every metering point, in any order.
 * @returns In order, without a hole.
 */
export function listStretches(
  period: Period,
  keys: readonly CoefficientKey[],
  attachments: readonly Attachment[],
): readonly Stretch[] {
  const bounds = [...keys, ...attachments].flatMap(({ from, toExclusive }) => [
    from,
    toExclusive ?? period.toExclusive,
  ]);
  const inside = bounds.filter((day) => day > period.from && day < period.toExclusive);
  const starts = [...new Set<CivilDate>([period.from, ...inside])].sort();
  return starts.map((from, index) => ({
    days: { from, toExclusive: starts[index + 1] ?? period.toExclusive },
    key: keys.find((candidate) => isAttachedOn(candidate, from)) ?? null,
    attachments: attachments.filter((attachment) => isAttachedOn(attachment, from)),
  }));
}
