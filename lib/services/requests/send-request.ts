import "server-only";
import { type LockedRequest, type RequestWriting, writeRequests } from "@/lib/data/convention-request-writing";
import type { MeteringPointRecord, StaySheet } from "@/lib/data/metering-points";
import type { Actor } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { moveRequest } from "@/lib/domain/requests/move-request";
import type { RequestLine } from "@/lib/domain/requests/request-line";
import { assertPast } from "@/lib/domain/time/assert-past";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { findLockedRequest } from "./find-locked-request";
import { listLinePoints } from "./list-line-points";
import type { RequestOperation } from "./request-operation";

export type RequestSending = {
  /** Day on which it left. */
  readonly day: CivilDate;
  /** The DSO accepted a day that its notice does not reach. */
  readonly isShortNoticeAccepted: boolean;
};

/**
 * Records that a request left for the DSO, with the files prepared for it: the counts start on that day.
 *
 * What the registry had planned for its metering points is taken out of it: from now on the request says when they
 * enter and leave, and nobody does before the DSO accepts.
 *
 * @throws {DomainError} UNKNOWN_REQUEST; DAY_IN_FUTURE; REQUEST_NOT_PREPARED; otherwise as `moveRequest`.
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.1, 4.2, 4.3, 8.5.1 and 8.6.1.
 */
export async function sendRequest(
  { id, sheet }: RequestOperation,
  actor: Actor,
  requestId: string,
  sending: RequestSending,
  today: CivilDate,
): Promise<void> {
  assertPast(sending.day, today, "day");
  await writeRequests(id, actor, async (writing) => {
    const request = await findLockedRequest(writing, requestId);
    const after = moveRequest(request, { move: "send", ...sending }, sheet.holidayRegion);
    if (!request.hasFiles) throw new DomainError("REQUEST_NOT_PREPARED", "nothing was prepared to be sent");
    for (const { point, lines } of await listLinePoints(id, request.lines)) {
      await releasePlans(writing, request, point, lines, today);
    }
    await writing.move(requestId, after);
  });
}

async function releasePlans(
  { registry }: RequestWriting,
  { wantedDay }: LockedRequest,
  point: MeteringPointRecord,
  lines: readonly RequestLine[],
  today: CivilDate,
): Promise<void> {
  for (const { role, move } of lines) {
    const plans = point.stays.filter((stay) => stay.role === role && isPlan(stay, move, today));
    for (const stay of plans) {
      if (move === "entry") await registry.deleteStay(stay.id);
      else await registry.updateStay({ ...stay, toExclusive: null, requestedTo: null, exitCause: null });
    }
    await registry.recordEvent({
      action: move === "entry" ? "request.entry" : "request.exit",
      meteringPointId: point.id,
      after: { roles: [role], day: wantedDay },
    });
  }
}

// An exit of the DSO's own making (art. 3.2.2) is no plan of ours.
function isPlan({ from, toExclusive, exitCause }: StaySheet, move: RequestLine["move"], today: CivilDate): boolean {
  if (move === "entry") return from > today;
  const isOurs = exitCause === null || exitCause === "organiser";
  return from <= today && toExclusive !== null && toExclusive > today && isOurs;
}
