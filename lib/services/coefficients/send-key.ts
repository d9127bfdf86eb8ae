import "server-only";
import { writeKeys } from "@/lib/data/coefficient-version-writing";
import { listKeyVersions } from "@/lib/data/coefficient-versions";
import { findHolidayRegion } from "@/lib/data/holiday-region";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { earliestEffectDay } from "@/lib/domain/coefficients/earliest-effect-day";
import { keyBefore } from "@/lib/domain/coefficients/key-before";
import { requiresNotice } from "@/lib/domain/coefficients/requires-notice";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { findMovable } from "./find-movable";

export type KeySending = {
  /** Day on which the DSO was told. */
  readonly sentDay: CivilDate;
  /** The DSO accepted a day that its notice does not reach. */
  readonly isShortNoticeAccepted: boolean;
};

/**
 * Records that an announced version was sent to the DSO: from its first day on it holds, and it never changes again.
 *
 * @throws {DomainError} UNKNOWN_KEY; KEY_MOVE_REFUSED unless it is announced; KEY_NOTICE_TOO_SHORT when its first day
 *   comes before the end of the notice it takes and the DSO did not accept it, `earliest` says the first possible day.
 * @see Convention Enedis-FOR-CF_01E, art. 4.2 and 4.3.
 */
export async function sendKey(
  operationId: AuthorizedOperationId,
  actor: Actor,
  keyId: string,
  { sentDay, isShortNoticeAccepted }: KeySending,
): Promise<void> {
  const earliest = earliestEffectDay(sentDay, await findHolidayRegion(operationId));
  await writeKeys(operationId, actor, async (writing) => {
    const key = await findMovable(writing, keyId, "send");
    const before = keyBefore(await listKeyVersions(operationId), keyId, key.from);
    if (requiresNotice(before?.kind ?? null, key.kind) && key.from < earliest && !isShortNoticeAccepted) {
      throw new DomainError("KEY_NOTICE_TOO_SHORT", "the notice does not reach the first day of the key", {
        details: { from: key.from, earliest, field: "shortNotice" },
      });
    }
    await writing.send(key, sentDay);
  });
}
