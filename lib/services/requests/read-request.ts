import "server-only";
import { findKeyVersion, type RecordedKey } from "@/lib/data/coefficient-versions";
import { findRequest, type RecordedRequest } from "@/lib/data/convention-requests";
import { answerDueDay } from "@/lib/domain/requests/answer-due-day";
import { earliestWantedDay } from "@/lib/domain/requests/earliest-wanted-day";
import { lastRequestDay } from "@/lib/domain/requests/last-request-day";
import type { RequestFinding } from "@/lib/domain/requests/request-finding";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { checkRequest } from "./check-request";
import { listRequestSites, type RequestSite } from "./list-request-sites";
import type { RequestOperation } from "./request-operation";

export type RequestSheet = {
  readonly key: RecordedKey | null;
  /** Without its reason and what the DSO wrote, for who may not read words. */
  readonly request: RecordedRequest;
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
  operation: RequestOperation & { readonly mayReadWords: boolean },
  requestId: string,
  today: CivilDate,
): Promise<RequestSheet | null> {
  const { id, sheet } = operation;
  const request = await findRequest(id, requestId);
  if (!request) return null;
  const { kind, state, wantedDay, sentDay, effectDay, keyId } = request;
  const isWritten = state === "draft" || state === "anomaly";
  const [key, sites, findings] = await Promise.all([
    keyId === null ? null : findKeyVersion(id, keyId),
    listRequestSites(id, operation),
    isWritten ? checkRequest(operation, request, today) : [],
  ]);
  const answerDue = sentDay === null ? null : answerDueDay(kind, sentDay, sheet.holidayRegion);
  const isDue = effectDay !== null && effectDay <= today;
  return {
    request: operation.mayReadWords ? request : hideWords(request),
    key,
    sites,
    findings,
    earliest: earliestWantedDay(kind, today, sheet.holidayRegion),
    lastSendingDay: lastRequestDay(kind, wantedDay, sheet.holidayRegion),
    answerDue,
    isAnswerLate: state === "sent" && answerDue !== null && answerDue < today,
    isOverdue: isDue && (state === "accepted" || (kind === "termination" && state === "sent")),
  };
}

const hideWords = (request: RecordedRequest): RecordedRequest => ({
  ...request,
  reason: null,
  events: request.events.map((event) => ({
    ...event,
    problems: event.problems.map((problem) => ({ ...problem, text: "" })),
  })),
});
