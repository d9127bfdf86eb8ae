import "server-only";
import { type DeliverySummary, readSentDeliveries } from "@/lib/data/coefficient-deliveries";
import { countExchanges, type ExchangeOutcome, listExchanges } from "@/lib/data/coefficient-exchanges";
import { listCoefficientKeys } from "@/lib/data/coefficient-keys";
import { findHolidayRegion } from "@/lib/data/holiday-region";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { dynamicKeyDeadline } from "@/lib/domain/coefficients/dynamic-key-deadline";
import { findStepReason } from "@/lib/domain/settlement/find-step-reason";
import { listRules } from "@/lib/domain/settlement/list-rules";
import type { RuleReason, StepReason } from "@/lib/domain/settlement/settlement-rule";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const PAGE = 50;

/** A message that the DSO rejected. */
export type RejectedExchange = {
  readonly id: string;
  /** Start of the step. [ms since 1970-01-01T00:00:00Z] */
  readonly stepMs: number;
  /** Null when the coefficients are the same for every producer. */
  readonly producerName: string | null;
  /** The DSO's words. */
  readonly rejection: string | null;
  readonly answeredAt: Date | null;
  /** What shares the energy of this step as things stand. */
  readonly reason: RuleReason | StepReason | null;
};

export type DeliveryExchange = {
  readonly counts: Readonly<Record<ExchangeOutcome, number>>;
  /** The delay is over: neither accepted in time nor rejected, they count as not notified. */
  readonly notNotifiedCount: number;
  readonly isDelayOver: boolean;
  readonly rejected: readonly RejectedExchange[];
  /** Where the next page of rejected ones begins; null on the last one. */
  readonly nextAfter: string | null;
  /** Whether another notification of the period counts instead of this one, or none does. */
  readonly isSetAside: boolean;
};

/**
 * How far a notification through the interface went, and what applies where it was rejected.
 *
 * @param delivery - Sent through the interface.
 * @param after - Id of the last rejected message of the page before.
 * @param day - Today.
 * @see Convention Enedis-FOR-CF_01E, art. 4.4.
 */
export async function readDeliveryExchange(
  operationId: AuthorizedOperationId,
  { id, period, stepMinutes }: DeliverySummary,
  after: string | undefined,
  day: CivilDate,
): Promise<DeliveryExchange> {
  const [counts, exchanges, deliveries, keys, points, holidayRegion] = await Promise.all([
    countExchanges(operationId, id),
    listExchanges(operationId, id, { outcome: "rejected", after, limit: PAGE + 1 }),
    readSentDeliveries(operationId, period),
    listCoefficientKeys(operationId),
    listMeteringPoints(operationId),
    findHolidayRegion(operationId),
  ]);
  const axis = parisPeriodAxis(period.from, period.toExclusive, stepMinutes);
  const isIn = ({ from, toExclusive }: { readonly from: CivilDate; readonly toExclusive: CivilDate | null }) =>
    from < period.toExclusive && (toExclusive === null || toExclusive > period.from);
  const attachments = points.flatMap((point) =>
    point.attachments.filter(isIn).map((stay) => ({ meteringPointId: point.id, ...stay })),
  );
  const rules = listRules({ period, axis, keys: keys.filter(isIn), attachments, deliveries, holidayRegion });
  const names = new Map(points.map(({ id: pointId, name }) => [pointId, name]));
  const isDelayOver = day > dynamicKeyDeadline(period, holidayRegion);
  const notCounted = deliveries.find((each) => each.id === id)?.rejectedSteps.length ?? 0;
  const shown = exchanges.slice(0, PAGE);
  return {
    counts,
    notNotifiedCount: isDelayOver ? notCounted - counts.rejected : 0,
    isDelayOver,
    rejected: shown.map(({ id: exchangeId, stepMs, producerId, rejection, answeredAt }) => ({
      id: exchangeId,
      stepMs,
      producerName: producerId && (names.get(producerId) ?? null),
      rejection,
      answeredAt,
      reason: findStepReason(rules, stepMs, producerId),
    })),
    nextAfter: exchanges.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    isSetAside: !rules.some(({ deliveryId }) => deliveryId === id),
  };
}
