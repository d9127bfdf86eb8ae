import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { assertRequestMove } from "./assert-request-move";
import { earliestWantedDay } from "./earliest-wanted-day";
import { expectedEffectDay } from "./expected-effect-day";
import type { RequestMove, RequestProgress } from "./request-progress";

/**
 * What a request becomes by what happens to it on a day.
 *
 * Sent again after an anomaly, its counts start anew: notice and answer are counted from the new day.
 *
 * @throws {DomainError} REQUEST_MOVE_REFUSED when it cannot happen where the request stands; REQUEST_DAY_REFUSED when
 *   the day comes before what happened last, or an effect before it was asked for; REQUEST_NOTICE_TOO_SHORT when the
 *   wanted day comes before the end of the notice, `earliest` says the first possible one; ANOMALY_WITHOUT_REASON.
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.1, 4.2, 4.3, 8.5.1 and 8.6.1.
 */
export function moveRequest(
  request: RequestProgress,
  move: RequestMove,
  region: HolidayRegion = "metropolitan",
): RequestProgress {
  assertRequestMove(move.move, request.state, request.kind);
  if (request.lastDay !== null && move.day < request.lastDay) refuseDay("day", request.lastDay);
  switch (move.move) {
    case "send":
      return send(request, move, region);
    case "accept":
      if (request.sentDay !== null && move.effectDay <= request.sentDay) refuseDay("effectDay", request.sentDay);
      return { ...request, state: "accepted", lastDay: move.day, effectDay: move.effectDay };
    case "report_anomaly":
      if (move.problems.length === 0) {
        throw new DomainError("ANOMALY_WITHOUT_REASON", "an anomaly names what to mend", {
          details: { field: "problems" },
        });
      }
      return { ...request, state: "anomaly", lastDay: move.day, effectDay: null };
    case "take_effect":
      if (request.effectDay === null || move.day < request.effectDay) refuseDay("day", request.effectDay);
      return { ...request, state: "in_effect", lastDay: move.day };
    case "withdraw":
      return { ...request, state: "withdrawn", lastDay: move.day, effectDay: null };
  }
}

function send(
  request: RequestProgress,
  { day, isShortNoticeAccepted }: Extract<RequestMove, { move: "send" }>,
  region: HolidayRegion,
): RequestProgress {
  const { kind, wantedDay } = request;
  const earliest = earliestWantedDay(kind, day, region);
  if (wantedDay <= day) refuseDay("wantedDay", day);
  if (wantedDay < earliest && !isShortNoticeAccepted) {
    throw new DomainError("REQUEST_NOTICE_TOO_SHORT", "the notice does not reach the wanted day", {
      details: { wantedDay, earliest, field: "shortNotice" },
    });
  }
  // Nobody has to agree to a termination: its letter says from when on it holds.
  const effectDay = kind === "termination" ? expectedEffectDay(kind, day, wantedDay) : null;
  return { ...request, state: "sent", sentDay: day, lastDay: day, effectDay };
}

function refuseDay(field: string, after: CivilDate | null): never {
  throw new DomainError("REQUEST_DAY_REFUSED", "the day comes too early", {
    details: { field, ...(after === null ? {} : { after }) },
  });
}
