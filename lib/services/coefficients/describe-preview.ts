import type { ConsumerPreview, KeyPreview, ProducerPreview } from "@/lib/domain/coefficients/preview-key";
import type { CoefficientPreview } from "@/lib/schemas/api/coefficient-preview";
import type { OperationPreview } from "./preview-operation-key";
import type { PreviewPoint } from "./read-preview-input";

/** A trial as machines and the editor read it: by PRM, both keys side by side. */
export function describePreview(preview: OperationPreview): CoefficientPreview {
  const { period, tried, inForce, leftOut, leftOutPpm } = preview;
  const { stepCount, leftOutSteps, productionWh, withdrawalWh, boundWh } = tried;
  return {
    ...period,
    stepCount,
    leftOutSteps,
    productionWh,
    withdrawalWh,
    boundWh,
    tried: totalsOf(tried),
    inForce: { kind: inForce.kind, comparedKind: inForce.comparedKind, ...totalsOf(inForce.preview) },
    consumers: preview.consumers.map((point, j) => ({
      ...named(point),
      annualWh: point.annualWh,
      isAnnualMeasured: point.isMeasured,
      withdrawalWh: tried.consumers[j]?.withdrawalWh ?? 0,
      tried: consumerOf(tried.consumers[j] as ConsumerPreview),
      inForce: consumerOf(inForce.preview.consumers[j] as ConsumerPreview),
    })),
    producers: preview.producers.map((point, i) => ({
      ...named(point),
      productionWh: tried.producers[i]?.productionWh ?? 0,
      tried: producerOf(tried.producers[i] as ProducerPreview),
      inForce: producerOf(inForce.preview.producers[i] as ProducerPreview),
    })),
    months: tried.months.map((month, m) => ({
      from: month.from,
      productionWh: month.productionWh,
      boundWh: month.boundWh,
      triedWh: month.selfConsumedWh,
      inForceWh: inForce.preview.months[m]?.selfConsumedWh ?? 0,
    })),
    leftOut: leftOut.map(({ prm, name, role, reason }) => ({ prm, name, role, reason })),
    leftOutPpm,
  };
}

function totalsOf({ selfConsumedWh, surplusWh, selfConsumptionRate, selfProductionRate, boundRatio }: KeyPreview) {
  return { selfConsumedWh, surplusWh, selfConsumptionRate, selfProductionRate, boundRatio };
}

function named({ prm, name, from, origin, profile }: PreviewPoint) {
  return { prm, name, from, origin, profile };
}

function consumerOf({ selfConsumedWh, complementWh, selfProductionRate }: ConsumerPreview) {
  return { selfConsumedWh, complementWh, selfProductionRate };
}

function producerOf({ selfProducedWh, surplusWh }: ProducerPreview) {
  return { selfProducedWh, surplusWh };
}
