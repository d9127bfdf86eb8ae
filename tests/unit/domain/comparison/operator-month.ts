import { listResultCurves } from "@/lib/domain/comparison/list-result-curves";
import type { PublishedResults } from "@/lib/domain/comparison/published-results";
import type { SettledResults } from "@/lib/domain/comparison/settled-results";
import { demonstrationCurves } from "@/lib/domain/demonstration/demonstration-curves";
import { DEMONSTRATION_OPERATION } from "@/lib/domain/demonstration/demonstration-operation";
import type { CoefficientKey } from "@/lib/domain/settlement/coefficient-key";
import { settle } from "@/lib/domain/settlement/settle";
import type { SettlementInput } from "@/lib/domain/settlement/settlement";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

/** A fortnight with a clock change in it: 29 March 2026. */
export const FORTNIGHT = { from: civilDate("2026-03-20"), toExclusive: civilDate("2026-04-03") };

export const STATIC_KEY: CoefficientKey = {
  id: "static",
  kind: "static",
  from: DEMONSTRATION_OPERATION.startDay,
  toExclusive: null,
  ppmByConsumer: new Map(
    DEMONSTRATION_OPERATION.meteringPoints.flatMap((point) =>
      point.role === "consumer" ? [[point.prm, point.coefficientPpm] as const] : [],
    ),
  ),
};

export const DEFAULT_KEY: CoefficientKey = { ...STATIC_KEY, id: "default", kind: "default", ppmByConsumer: new Map() };

const AXIS = parisPeriodAxis(FORTNIGHT.from, FORTNIGHT.toExclusive, 30);
const CURVES = demonstrationCurves(AXIS);

/** The demonstration operation over a fortnight, its metering points named by their PRM. */
export function operatorFortnight(key: CoefficientKey): SettlementInput {
  const pointsOf = (role: "consumer" | "producer") =>
    CURVES.filter(({ meteringPoint }) => meteringPoint.role === role).map(({ meteringPoint, series }) => ({
      meteringPointId: meteringPoint.prm,
      curve: { ...series, origin: new Uint8Array(AXIS.length) },
    }));
  return {
    period: FORTNIGHT,
    axis: AXIS,
    producers: pointsOf("producer"),
    consumers: pointsOf("consumer"),
    attachments: CURVES.map(({ meteringPoint: { prm, role } }) => ({
      meteringPointId: prm,
      role,
      from: DEMONSTRATION_OPERATION.startDay,
      toExclusive: null,
    })),
    keys: [key],
    deliveries: [],
  };
}

/** What an operator publishes of a result: whole watts. */
export function publish(results: SettledResults): PublishedResults {
  const { stepMinutes } = results.axis;
  const rounded = (energyWh: Float64Array) =>
    energyWh.map((wh) => (Math.round((wh * 60) / stepMinutes) * stepMinutes) / 60);
  const curves = listResultCurves(results).map((curve) => ({ ...curve, energyWh: rounded(curve.energyWh) }));
  return { curves, figures: [] };
}

export const publishSettled = (input: SettlementInput): PublishedResults => publish(settle(input));
