import "server-only";
import { listCoefficientKeys } from "@/lib/data/coefficient-keys";
import { listMeteringPoints } from "@/lib/data/metering-points";
import { listOperationStatuses } from "@/lib/data/operation-statuses";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { listOperationEvents, type PeriodFacts } from "@/lib/domain/dashboard/list-operation-events";
import type { OperationEvent } from "@/lib/domain/dashboard/operation-event";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { PeriodStatus } from "@/lib/services/list-periods";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";

/**
 * What explains the figures of a window, by day; three queries.
 *
 * @param periods - Where the periods of the operation stand, which its pages have read already.
 */
export async function readEventTimeline(
  { id, sheet }: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  window: Period,
  periods: readonly PeriodStatus[],
): Promise<readonly OperationEvent[]> {
  const [points, keys, statuses] = await Promise.all([
    listMeteringPoints(id),
    listCoefficientKeys(id),
    listOperationStatuses(id),
  ]);
  const [, ...anniversaries] = settlementCalendarOf(sheet).anniversaries;
  const stays = points.flatMap(({ attachments }) => attachments);
  return listOperationEvents({ stays, keys, periods: periods.map(factsOf), anniversaries, statuses }, window);
}

function factsOf({ period, run, missing, isStale, closing }: PeriodStatus): PeriodFacts {
  const days = missing.reduce((sum, point) => sum + point.days.length, 0);
  return {
    period,
    missing: { points: missing.length, days },
    run: run && {
      version: run.version,
      computedOn: parisCivilDate(run.createdAt.getTime()),
      correctedSteps: run.correctedSteps,
      isStale,
      isClosed: closing !== null,
    },
  };
}
