import "server-only";
import type { DatedStatus } from "@/lib/domain/operation/operation-status-on";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { fromDbDate } from "./codecs";
import { prisma } from "./prisma";
import type { AuthorizedOperationId } from "./scope";

/** A suspension, its end, or the end of the convention; and the request it comes from, if one does. */
export type RecordedStatus = DatedStatus & { readonly requestId: string | null; readonly recordedAt: Date };

/** What was decided of the convention of an operation, in the order it was recorded. */
export async function listOperationStatuses(operationId: AuthorizedOperationId): Promise<readonly RecordedStatus[]> {
  const rows = await prisma.operationStatus.findMany({
    where: { operationId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { fromDay: true, status: true, requestId: true, createdAt: true },
  });
  return rows.map(({ fromDay, createdAt, ...row }) => ({ ...row, from: fromDbDate(fromDay), recordedAt: createdAt }));
}

/** The day on which the convention of each of many operations ended or will; those whose end is not known are left out. */
export async function listEndDays(
  operationIds: readonly AuthorizedOperationId[],
): Promise<ReadonlyMap<string, CivilDate>> {
  const rows = await prisma.operationStatus.groupBy({
    by: ["operationId"],
    where: { operationId: { in: [...operationIds] }, status: "ended" },
    _min: { fromDay: true },
  });
  return new Map(
    rows.flatMap(({ operationId, _min }) => (_min.fromDay ? [[operationId, fromDbDate(_min.fromDay)]] : [])),
  );
}
