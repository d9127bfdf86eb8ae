import "server-only";
import { writeRequests } from "@/lib/data/convention-request-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { moveRequest } from "@/lib/domain/requests/move-request";
import { assertPast } from "@/lib/domain/time/assert-past";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { findLockedRequest } from "./find-locked-request";

/**
 * Gives a request up before it takes effect: nothing it asks for happens. The version of the key it carried stays, as a
 * draft like another.
 *
 * @param day - On which the DSO was told; of a draft, which it never had, any day.
 * @throws {DomainError} UNKNOWN_REQUEST; DAY_IN_FUTURE; otherwise as `moveRequest`.
 */
export async function withdrawRequest(
  operationId: AuthorizedOperationId,
  actor: Actor,
  requestId: string,
  day: CivilDate,
  today: CivilDate,
): Promise<void> {
  assertPast(day, today, "day");
  await writeRequests(operationId, actor, async (writing) => {
    const request = await findLockedRequest(writing, requestId);
    await writing.move(requestId, moveRequest(request, { move: "withdraw", day }));
  });
}
