import type { MeasureDecision } from "@/lib/data/measure-decisions";
import type { CurveDecisions } from "@/lib/domain/measures/correct-series";
import type { GapDecision } from "@/lib/domain/measures/gap-decision";
import type { ManualValue } from "@/lib/domain/measures/manual-value";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";

const NONE: CurveDecisions = { manualValues: [], gapDecisions: [] };

/** Finds what was decided of each curve. */
export function groupDecisions(
  decisions: readonly MeasureDecision[],
): (meteringPointId: string, quantity: EnergyQuantity) => CurveDecisions {
  const byCurve = new Map<string, { manualValues: ManualValue[]; gapDecisions: GapDecision[] }>();
  for (const { meteringPointId, quantity, kind, authorId, powerW, ...decision } of decisions) {
    const key = `${meteringPointId}|${quantity}`;
    const curve = byCurve.get(key) ?? { manualValues: [], gapDecisions: [] };
    byCurve.set(key, curve);
    const dated = { ...decision, authorId: authorId ?? "" };
    if (kind === "leave_missing") curve.gapDecisions.push(dated);
    else curve.manualValues.push({ ...dated, powerW });
  }
  return (meteringPointId, quantity) => byCurve.get(`${meteringPointId}|${quantity}`) ?? NONE;
}
