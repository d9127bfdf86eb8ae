import "server-only";
import { readAudience } from "@/lib/data/coefficient-announcements";
import type { EndNoticeRow } from "@/lib/data/end-notices";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { Ending } from "@/lib/domain/operation/list-endings";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";

/** A producer or a consumer who has to know, and when he was told. */
export type PersonToTell = {
  readonly participantId: string;
  readonly name: string;
  readonly address: string | null;
  readonly email: string | null;
  readonly isProducer: boolean;
  readonly toldDay: CivilDate | null;
};

/**
 * Everybody who takes part on the last day before a suspension or an end, or today while that is to come, by name.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 8.5.2 and 8.6.2.
 */
export async function listPeopleToTell(
  operationId: AuthorizedOperationId,
  { kind, effectDay }: Pick<Ending, "kind" | "effectDay">,
  today: CivilDate,
  notices: readonly EndNoticeRow[],
): Promise<readonly PersonToTell[]> {
  const before = addDays(effectDay, -1);
  const day = before < today ? before : today;
  const { people, stays } = await readAudience(operationId, day);
  const attached = stays.filter((stay) => isAttachedOn(stay, day));
  const holders = new Set(attached.map(({ participantId }) => participantId));
  const producers = new Set(
    attached.flatMap(({ role, participantId }) => (role === "producer" ? [participantId] : [])),
  );
  const told = new Map(
    notices
      .filter((notice) => notice.ending === kind && notice.effectDay === effectDay)
      .map(({ participantId, toldDay }) => [participantId, toldDay]),
  );
  return people
    .filter(({ id, isErased }) => !isErased && holders.has(id))
    .map(({ id, name, address, email }) => ({
      participantId: id,
      name,
      address,
      email,
      isProducer: producers.has(id),
      toldDay: told.get(id) ?? null,
    }));
}
