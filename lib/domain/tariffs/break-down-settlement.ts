import type { Settlement } from "@/lib/domain/settlement/settlement";
import { breakDownCurves, type TariffKnowledge, type TariffTotals } from "./break-down-curves";

/** The energies of a settlement by tariff period: see `breakDownCurves`. */
export function breakDownSettlement(
  { axis, producers, consumers }: Settlement,
  knowledge: TariffKnowledge,
): readonly TariffTotals[] {
  const curves = [
    ...producers.map((point) => ({ role: "producer" as const, ...point })),
    ...consumers.map((point) => ({ role: "consumer" as const, ...point })),
  ];
  return breakDownCurves(curves, axis, knowledge);
}
