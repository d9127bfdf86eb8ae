import type { SettlementInput, SettlementPoint } from "@/lib/domain/settlement/settlement";
import type { PointRole } from "./hypothesis";

/** The same input with another measured curve of one metering point; nothing is modified. */
export function changeCurve(
  input: SettlementInput,
  { meteringPointId, role }: PointRole,
  change: (energyWh: Float64Array, origin: Uint8Array) => Float64Array,
): SettlementInput {
  const field = role === "producer" ? "producers" : "consumers";
  const points = input[field].map(
    (point): SettlementPoint =>
      point.meteringPointId === meteringPointId
        ? { ...point, curve: { ...point.curve, energyWh: change(point.curve.energyWh, point.curve.origin) } }
        : point,
  );
  return { ...input, [field]: points };
}
