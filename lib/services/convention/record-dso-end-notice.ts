import "server-only";
import { type DsoEndNotice, insertDsoEndNotice } from "@/lib/data/dso-end-notices";
import type { Actor } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { DatedOperation } from "@/lib/services/complaints/read-complaints";
import { readEndings } from "./read-endings";

/**
 * Records that the DSO told suppliers, producers and balance responsible parties of a suspension or of the end; a later
 * record corrects the day of an earlier one.
 *
 * @returns False when that day was noted already.
 * @throws {DomainError} DAY_IN_FUTURE; UNKNOWN_ENDING when nothing recorded or announced suspends or ends it on that day.
 * @see Convention Enedis-FOR-CF_01E, art. 8.5.2 and 8.6.2.
 */
export async function recordDsoEndNotice(
  operation: DatedOperation,
  actor: Actor,
  notice: DsoEndNotice,
  today: CivilDate,
): Promise<boolean> {
  if (notice.toldDay > today) {
    throw new DomainError("DAY_IN_FUTURE", "nobody was told yet", { details: { field: "toldDay" } });
  }
  const { endings } = await readEndings(operation, today);
  if (!endings.some(({ kind, effectDay }) => kind === notice.ending && effectDay === notice.effectDay)) {
    throw new DomainError("UNKNOWN_ENDING", "nothing suspends or ends it on that day", {
      details: { field: "effectDay" },
    });
  }
  return insertDsoEndNotice(operation.id, actor, notice);
}
