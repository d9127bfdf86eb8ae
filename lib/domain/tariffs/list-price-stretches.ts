import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { PriceEntry } from "./price-entry";

/** Cuts a period where any price changes: within a stretch all prices hold. In order, whole days, the whole period. */
export function listPriceStretches(entries: Iterable<Pick<PriceEntry, "from">>, period: Period): readonly Period[] {
  const cuts = new Set<CivilDate>([period.from]);
  for (const { from } of entries) if (from > period.from && from < period.toExclusive) cuts.add(from);
  const days = [...cuts].sort();
  return days.map((from, index) => ({ from, toExclusive: days[index + 1] ?? period.toExclusive }));
}
