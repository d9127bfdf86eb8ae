import type { CurveDay } from "@/lib/data/load-curve-days";
import type { ImportedDayChange } from "@/lib/domain/measures/import-report";
import { listCurveChanges } from "@/lib/domain/measures/list-curve-changes";
import { groupByCurve } from "./group-by-curve";

/**
 * What a later version of some days changed, day by day, in the order of the curves given.
 *
 * @param before - The versions that are replaced. @param after - Those that replace them, of the same curves.
 */
export function listDayChanges(
  before: readonly CurveDay[],
  after: readonly CurveDay[],
  prmOf: (meteringPointId: string) => string,
): readonly ImportedDayChange[] {
  const [beforeOf, afterOf] = [groupByCurve(before), groupByCurve(after)];
  const curves = new Map(after.map((day) => [`${day.meteringPointId}|${day.quantity}`, day]));
  return [...curves.values()].flatMap(({ meteringPointId: id, quantity }) =>
    listCurveChanges(beforeOf(id, quantity), afterOf(id, quantity)).map((change): ImportedDayChange => {
      const { day, changedCount, filledCount, blankedCount, sharedDifferenceWh } = change;
      const [beforeWh, afterWh] = [change.before?.totalWh ?? null, change.after?.totalWh ?? null];
      const about = { prm: prmOf(id), quantity, day };
      return { ...about, beforeWh, afterWh, differenceWh: sharedDifferenceWh, changedCount, filledCount, blankedCount };
    }),
  );
}
