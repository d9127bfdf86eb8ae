import { answerPeriod } from "@/app/api/v1/operations/[acc]/periods/answer-period";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { daySchema } from "@/lib/schemas/day";
import type { AuthorizedOperation } from "@/lib/server/access";
import { requireFound } from "@/lib/server/http";
import { readPeriodSheet } from "@/lib/services/periods/read-period-sheet";

/** The period that starts on the day of an address: where it stands, its closings, and what changed since its run. */
export async function answerPeriodSheet(operation: AuthorizedOperation, from: string) {
  const day = daySchema.safeParse(from);
  const found = day.success ? await readPeriodSheet(operation, day.data, parisCivilDate(Date.now())) : null;
  const { status, closings, changes } = requireFound(found);
  return {
    period: answerPeriod(status),
    closings: closings.map(({ id, runId, version, closedAt, reopenedAt, reopenReason }) => ({
      id,
      runId,
      version,
      closedAt,
      reopenedAt,
      reopenReason,
    })),
    changes,
  };
}
