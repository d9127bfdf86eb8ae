import type { MeasureIdentifier } from "@/lib/domain/identifiers/classify-measure-identifier";
import type { PublishedFigure } from "@/lib/domain/measures/published-figure";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { Period } from "@/lib/domain/time/period";
import type { ConsumerEnergies, SummaryWorkbook } from "@/lib/formats/annex-6/summary/summary-workbook";

/** A quantity and its energy, where the workbook says it. [Wh] */
type Energies = Partial<Record<EnergyQuantity, number | null>>;

/**
 * The energies of a summary as published figures; rates follow from them and are not kept.
 *
 * @param find - The id of a metering point; null leaves its row out.
 */
export function listSummaryFigures(
  { operation, producers, consumers }: SummaryWorkbook,
  period: Period,
  find: (identifier: MeasureIdentifier) => string | null,
): readonly PublishedFigure[] {
  const figuresOf = (meteringPointId: string | null, tariffPeriod: string | null, energies: Energies) =>
    Object.entries(energies).flatMap(([quantity, energyWh]): PublishedFigure[] => {
      if (energyWh === null) return [];
      const about = { meteringPointId, quantity: quantity as EnergyQuantity, period, tariffPeriod };
      return [{ kind: "energy", ...about, source: "summary", energyWh }];
    });
  const whole = figuresOf(null, null, {
    withdrawal: operation.withdrawalWh,
    injection: operation.productionWh,
    self_consumed: operation.selfConsumedWh,
    surplus: operation.surplusWh,
  });
  const ofProducers = producers.flatMap(({ identifier, injectionWh, selfProducedWh, surplusWh }) => {
    const id = find(identifier);
    if (id === null) return [];
    return figuresOf(id, null, { injection: injectionWh, self_produced: selfProducedWh, surplus: surplusWh });
  });
  const ofConsumers = consumers.flatMap(({ identifier, byPeriod, ...total }) => {
    const id = find(identifier);
    if (id === null) return [];
    return [
      ...figuresOf(id, null, energiesOf(total)),
      ...byPeriod.flatMap(({ label, ...energies }) => figuresOf(id, label, energiesOf(energies))),
    ];
  });
  return [...whole, ...ofProducers, ...ofConsumers];
}

function energiesOf({ withdrawalWh, selfConsumedWh, complementWh }: ConsumerEnergies): Energies {
  return { withdrawal: withdrawalWh, self_consumed: selfConsumedWh, complement: complementWh };
}
