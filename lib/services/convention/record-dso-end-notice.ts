import "server-only";
import { type DsoEndNotice, insertDsoEndNotice } from "@/lib/data/dso-end-notices";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/**
 * Records that the DSO told suppliers, producers and balance responsible parties of a suspension or of the end.
 *
 * @returns False when it was recorded already.
 * @throws {DomainError} DAY_IN_FUTURE.
 * @see Convention Enedis-FOR-CF_01E, art. 8.5.2 and 8.6.2.
 */
export async function recordDsoEndNotice(
  operationId: AuthorizedOperationId,
  actor: Actor,
  notice: DsoEndNotice,
  today: CivilDate,
): Promise<boolean> {
  if (notice.toldDay > today) {
    throw new DomainError("DAY_IN_FUTURE", "nobody was told yet", { details: { field: "toldDay" } });
  }
  return insertDsoEndNotice(operationId, actor, notice);
}
