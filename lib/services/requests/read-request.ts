import "server-only";
import { findKeyVersion, type RecordedKey } from "@/lib/data/coefficient-versions";
import { findRequest, type RecordedRequest } from "@/lib/data/convention-requests";
import { listMeteringPoints } from "@/lib/data/metering-points";
import { answerDueDay } from "@/lib/domain/requests/answer-due-day";
import { earliestWantedDay } from "@/lib/domain/requests/earliest-wanted-day";
import { lastRequestDay } from "@/lib/domain/requests/last-request-day";
import type { RequestFinding } from "@/lib/domain/requests/request-finding";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { checkRequest } from "./check-request";
import type { RequestOperation } from "./request-operation";

export type RequestSite = { readonly name: string; readonly prm: string };

export type RequestSheet = {
  readonly request: RecordedRequest;
  readonly key: RecordedKey | null;
  /** By metering point id: everybody the request, its key or an anomaly names. */
  readonly sites: ReadonlyMap<string, RequestSite>;
  /** What the DSO would refuse, and what is to be known; none once it is with the DSO. */
  readonly findings: readonly RequestFinding[];
  /** First day that a sending today can ask for. */
  readonly earliest: CivilDate;
  /** Last day to send it for the wanted day. */
  readonly lastSendingDay: CivilDate;
  /** Last day for the DSO to answer; null until it is sent, and where the convention sets none. */
  readonly answerDue: CivilDate | null;
  readonly isAnswerLate: boolean;
  /** Accepted, and its day has come: it could not be made to hold. */
  readonly isOverdue: boolean;
};

/** A request with all that its page shows; null when the operation has no such one. */
export async function readRequest(
  operation: RequestOperation,
  requestId: string,
  today: CivilDate,
): Promise<RequestSheet | null> {
  const { id, sheet } = operation;
  const request = await findRequest(id, requestId);
  if (!request) return null;
  const { kind, state, wantedDay, sentDay, effectDay, keyId } = request;
  const isWritten = state === "draft" || state === "anomaly";
  const [key, points, findings] = await Promise.all([
    keyId === null ? null : findKeyVersion(id, keyId),
    listMeteringPoints(id),
    isWritten ? checkRequest(operation, request, today) : [],
  ]);
  const answerDue = sentDay === null ? null : answerDueDay(kind, sentDay, sheet.holidayRegion);
  const isDue = effectDay !== null && effectDay <= today;
  return {
    request,
    key,
    sites: new Map(points.map((point) => [point.id, { name: point.name, prm: point.prm }])),
    findings,
    earliest: earliestWantedDay(kind, today, sheet.holidayRegion),
    lastSendingDay: lastRequestDay(kind, wantedDay, sheet.holidayRegion),
    answerDue,
    isAnswerLate: state === "sent" && answerDue !== null && answerDue < today,
    isOverdue: isDue && (state === "accepted" || (kind === "termination" && state === "sent")),
  };
}
