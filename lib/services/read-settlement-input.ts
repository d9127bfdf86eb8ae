import "server-only";
import { createHash, type Hash } from "node:crypto";
import { readSentDeliveries } from "@/lib/data/coefficient-deliveries";
import { listCoefficientKeys } from "@/lib/data/coefficient-keys";
import { findHolidayRegion } from "@/lib/data/holiday-region";
import { listCurveDays } from "@/lib/data/load-curve-days";
import { listStandingDecisions } from "@/lib/data/measure-decisions";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { SettlementWriting } from "@/lib/data/settlement-run-writing";
import type { Delivery } from "@/lib/domain/coefficients/delivery";
import { correctSeries } from "@/lib/domain/measures/correct-series";
import type { Attachment, PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { joinParisDays } from "@/lib/domain/series/join-paris-days";
import { ENGINE_VERSION } from "@/lib/domain/settlement/engine-version";
import type { RunInputs } from "@/lib/domain/settlement/run-inputs";
import type { SettlementInput, SettlementPoint } from "@/lib/domain/settlement/settlement";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { Period } from "@/lib/domain/time/period";
import { groupByCurve } from "./measures/group-by-curve";
import { groupDecisions } from "./measures/group-decisions";
import { toOperationStep } from "./measures/to-operation-step";

const WEEK_DAYS = 7;

type Options = {
  /** Restricts it to these metering points, to look at their gaps. */
  readonly only?: ReadonlySet<string>;
  /** Reads what it needs inside a transaction. */
  readonly reading?: Pick<SettlementWriting, "listCurveDays" | "readSentDeliveries">;
};

/** With the decisions that stand on the measures, whose effect the curves already have. */
export type ReadSettlementInput = SettlementInput & { readonly decisionIds: readonly string[] };

/** Everything the split of a period depends on, gaps corrected by art. 5.2.3 and decisions applied. */
export async function readSettlementInput(
  operationId: AuthorizedOperationId,
  period: Period,
  stepMinutes: number,
  { only, reading = readingOf(operationId, only) }: Options = {},
): Promise<ReadSettlementInput> {
  // A week before, for J−7; a day after, because a run of missing steps may cross the end of the period.
  const around = { from: addDays(period.from, -WEEK_DAYS), toExclusive: addDays(period.toExclusive, 1) };
  const [points, keys, deliveries, days, decisions, holidayRegion] = await Promise.all([
    listMeteringPoints(operationId),
    listCoefficientKeys(operationId),
    reading.readSentDeliveries(period),
    reading.listCurveDays(["withdrawal", "injection"], around),
    listStandingDecisions(operationId, around),
    findHolidayRegion(operationId),
  ]);
  const decisionsOf = groupDecisions(decisions);
  const attachments = points.flatMap(({ id, attachments: periods }) =>
    periods.map((attached): Attachment => ({ meteringPointId: id, ...attached })),
  );
  const inPeriod = attachments.filter((attachment) => overlaps(attachment, period));
  const wholeAxis = parisPeriodAxis(around.from, around.toExclusive, stepMinutes);
  const axis = parisPeriodAxis(period.from, period.toExclusive, stepMinutes);
  const daysOf = groupByCurve(days);
  const pointsOf = (role: PerimeterRole): SettlementPoint[] => {
    const ids = new Set(inPeriod.filter((attachment) => attachment.role === role).map((a) => a.meteringPointId));
    const quantity = role === "producer" ? "injection" : "withdrawal";
    return points
      .filter(({ id }) => ids.has(id) && (only?.has(id) ?? true))
      .map(({ id }) => {
        const rows = daysOf(id, quantity).map((day) => toOperationStep(day, stepMinutes));
        const measured = joinParisDays(rows, wholeAxis);
        return { meteringPointId: id, curve: correctSeries(measured, axis, decisionsOf(id, quantity)) };
      });
  };
  return {
    period,
    axis,
    producers: pointsOf("producer"),
    consumers: pointsOf("consumer"),
    attachments: inPeriod,
    keys: keys.filter((key) => overlaps(key, period)),
    deliveries,
    holidayRegion,
    decisionIds: decisions.map(({ id }) => id),
  };
}

const readingOf = (
  operationId: AuthorizedOperationId,
  only?: ReadonlySet<string>,
): NonNullable<Options["reading"]> => ({
  listCurveDays: (...asked) => listCurveDays(operationId, ...asked, { only }),
  readSentDeliveries: (period) => readSentDeliveries(operationId, period),
});

/**
 * SHA-256 over the engine and every value the result depends on: same fingerprint, same figures.
 *
 * Neither names and their order count, nor what becomes of a key or an attachment outside the period.
 */
export function fingerprint(input: SettlementInput): Uint8Array {
  const { period, axis, producers, consumers, attachments, keys, deliveries, holidayRegion } = input;
  const hash = createHash("sha256");
  const plain = {
    engine: ENGINE_VERSION,
    axis,
    attachments: attachments.map((attachment) => JSON.stringify(clip(attachment, period))).sort(),
    keys: keys.map(({ ppmByConsumer, ...key }) => ({ ...clip(key, period), ppm: [...ppmByConsumer].sort() })),
  };
  hash.update(JSON.stringify(plain));
  for (const { meteringPointId, curve } of [...inIdOrder(producers), ...inIdOrder(consumers)]) {
    hash.update(meteringPointId);
    hash.update(curve.energyWh);
    hash.update(curve.origin);
  }
  for (const delivery of deliveries) addDelivery(hash, delivery);
  if (deliveries.length > 0 && holidayRegion === "alsace_moselle") hash.update(holidayRegion);
  return hash.digest();
}

/** The same part by part, but for the curves: what a run keeps, to say later which of them changed. */
export function recordInputs(input: ReadSettlementInput): RunInputs {
  const { period, attachments, keys, deliveries, decisionIds } = input;
  return {
    attachments: attachments
      .map(({ meteringPointId, role, ...stay }) => {
        const { from, toExclusive } = clip(stay, period);
        return { meteringPointId, role, from, toExclusive };
      })
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    keys: keys.map(({ id, kind, ppmByConsumer, ...span }) => {
      const { from, toExclusive } = clip(span, period);
      return { id, kind, from, toExclusive, sha256: sha256Of(JSON.stringify([...ppmByConsumer].sort())) };
    }),
    deliveries: deliveries.map((delivery) => {
      const hash = createHash("sha256");
      addDelivery(hash, delivery);
      return { id: delivery.id, isRefused: delivery.state === "refused", sha256: hash.digest("hex") };
    }),
    decisionIds: [...decisionIds].sort(),
  };
}

const sha256Of = (text: string): string => createHash("sha256").update(text).digest("hex");

function addDelivery(hash: Hash, { coefficients, state, ...delivery }: Delivery): void {
  // That the operator accepts what was sent changes no figure.
  hash.update(JSON.stringify({ ...delivery, isRefused: state === "refused" }));
  const rows = coefficients.kind === "dynamic_simple" ? [["", coefficients.ppm] as const] : [...coefficients.ppm];
  for (const [producerId, ppm] of rows) {
    for (const [consumerId, values] of ppm) hash.update(`${producerId}|${consumerId}`).update(values);
  }
}

function inIdOrder(points: readonly SettlementPoint[]): readonly SettlementPoint[] {
  return points.toSorted((a, b) => (a.meteringPointId < b.meteringPointId ? -1 : 1));
}

type Span = { readonly from: CivilDate; readonly toExclusive: CivilDate | null };

function clip<T extends Span>(span: T, period: Period): T {
  const { from, toExclusive } = span;
  return {
    ...span,
    from: from > period.from ? from : period.from,
    toExclusive: toExclusive !== null && toExclusive < period.toExclusive ? toExclusive : period.toExclusive,
  };
}

function overlaps(span: Span, period: Period): boolean {
  return span.from < period.toExclusive && (span.toExclusive === null || span.toExclusive > period.from);
}
