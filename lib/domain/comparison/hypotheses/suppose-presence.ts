import type { SettlementInput, SettlementPoint } from "@/lib/domain/settlement/settlement";
import type { Period } from "@/lib/domain/time/period";
import type { Hypothesis, PointRole } from "./hypothesis";
import { supposeAbsence } from "./suppose-absence";

/**
 * Supposes that a metering point counted on days on which it does not for us: it entered earlier or left later.
 *
 * @param deducedWh - What it measured by the operator's own curves, `NaN` where they do not say it: taken where we have
 *   no measure of it. [Wh per step]
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.
 */
export function supposePresence(point: PointRole, days: Period, deducedWh: Float64Array | null): Hypothesis {
  const { meteringPointId, role } = point;
  const isIt = (each: SettlementPoint) => each.meteringPointId === meteringPointId;
  return {
    claim: { kind: "point_present", meteringPointId, role, days },
    changeInput: (input) => {
      const { attachments } = supposeAbsence(point, days).changeInput?.(input) ?? input;
      const field = role === "producer" ? "producers" : "consumers";
      const points = input[field].some(isIt) ? input[field] : [...input[field], unmeasured(meteringPointId, input)];
      return {
        ...input,
        attachments: [...attachments, { meteringPointId, role, ...days }],
        [field]: points.map((each) => (isIt(each) ? complete(each, deducedWh) : each)),
      };
    },
    changeResults: null,
  };
}

function unmeasured(meteringPointId: string, { axis }: SettlementInput): SettlementPoint {
  const energyWh = new Float64Array(axis.length).fill(Number.NaN);
  return { meteringPointId, curve: { axis, energyWh, origin: new Uint8Array(axis.length) } };
}

function complete(point: SettlementPoint, deducedWh: Float64Array | null): SettlementPoint {
  if (!deducedWh) return point;
  const energyWh = point.curve.energyWh.map((wh, t) => (Number.isNaN(wh) ? (deducedWh[t] as number) : wh));
  return { ...point, curve: { ...point.curve, energyWh } };
}
