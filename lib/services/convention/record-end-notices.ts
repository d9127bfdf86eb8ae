import "server-only";
import { type EndingKey, insertEndNotices, listEndNotices } from "@/lib/data/end-notices";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listPeopleToTell } from "./list-people-to-tell";

/**
 * Records that participants were told of a suspension or an end.
 *
 * @param participantIds - Null: everybody who has to know and was not told yet.
 * @returns How many were told.
 * @throws {DomainError} DAY_IN_FUTURE; UNKNOWN_PARTICIPANT when somebody does not take part then.
 */
export async function recordEndNotices(
  operationId: AuthorizedOperationId,
  actor: Actor,
  {
    toldDay,
    participantIds,
    ...key
  }: EndingKey & { readonly toldDay: CivilDate; readonly participantIds: readonly string[] | null },
  today: CivilDate,
): Promise<number> {
  if (toldDay > today) {
    throw new DomainError("DAY_IN_FUTURE", "nobody was told yet", { details: { field: "toldDay" } });
  }
  const notices = await listEndNotices([operationId]);
  const people = await listPeopleToTell(operationId, { ...key, kind: key.ending }, today, notices);
  const untold = people.filter((person) => person.toldDay === null).map(({ participantId }) => participantId);
  const known = new Set(people.map(({ participantId }) => participantId));
  const stranger = participantIds?.find((id) => !known.has(id));
  if (stranger !== undefined) throw new DomainError("UNKNOWN_PARTICIPANT", "does not take part then");
  return insertEndNotices(operationId, actor, key, participantIds ?? untold, toldDay);
}
