import "server-only";
import { type DeliverySummary, listDeliveries } from "@/lib/data/coefficient-deliveries";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { dynamicKeyDeadline } from "@/lib/domain/coefficients/dynamic-key-deadline";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listSettlementPeriods } from "@/lib/domain/time/list-settlement-periods";
import type { Period } from "@/lib/domain/time/period";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";

const SHOWN = 3; // the month that runs, the one to notify, the one before

/** The coefficients of one period, which the organiser notifies once it is over. */
export type MonthDelivery = {
  readonly period: Period;
  /** Last day to notify them (art. 4.1). */
  readonly deadline: CivilDate;
  /** The latest one of the organiser; null before any is made. */
  readonly delivery: DeliverySummary | null;
};

/** Where the deliveries of the latest periods of a dynamic key stand, latest first; the running period comes first. */
export async function listMonthDeliveries(
  { id, sheet }: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  /** First day of the key: what ended before it is not its matter. */
  from: CivilDate,
  today: CivilDate,
): Promise<readonly MonthDelivery[]> {
  const deliveries = await listDeliveries(id);
  const own = deliveries.filter(({ source, isSuperseded }) => source === "organiser" && !isSuperseded);
  return listSettlementPeriods(settlementCalendarOf(sheet), today)
    .filter(({ toExclusive }) => toExclusive > from)
    .toReversed()
    .slice(0, SHOWN)
    .map((period) => ({
      period,
      deadline: dynamicKeyDeadline(period, sheet.holidayRegion),
      delivery: own.find((delivery) => delivery.period.from === period.from) ?? null,
    }));
}
