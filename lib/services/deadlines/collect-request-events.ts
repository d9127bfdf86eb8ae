import "server-only";
import { listWatchedRequests, type WatchedRequest } from "@/lib/data/watched-requests";
import type { DeadlineEvent } from "@/lib/domain/deadlines/deadline";
import type { RequestKind } from "@/lib/domain/requests/request-kind";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { REQUEST_KIND_TEXTS } from "@/lib/format/request-words";
import type { DeadlineCollector } from "./deadline-collector";

type Rules = {
  /** To send it, counted back from the wanted day where a text says how long before. */
  readonly send: DeadlineEvent["rule"];
  /** For the DSO to answer, counted from the sending. */
  readonly answer: DeadlineEvent["rule"] | null;
};

const RULES: Readonly<Record<RequestKind, Rules>> = {
  perimeter: { send: "perimeter-request", answer: "perimeter-answer" },
  coefficient_kind: { send: "kind-change", answer: "kind-change-answer" },
  static_values: { send: "static-change", answer: "static-change-answer" },
  suspension: { send: "suspension-request", answer: null },
  termination: { send: "termination-notice", answer: null },
};

/**
 * What requests to the DSO call for: to be sent in time, sent again after an anomaly, and answered (art. 3.2.1, 4.2, 4.3,
 * 8.5.1 and 8.6.1); and a look at one whose day has come without its taking effect.
 */
export const collectRequestEvents: DeadlineCollector = async (operations, { today, since }) => {
  const requests = await listWatchedRequests(
    operations.map(({ id }) => id),
    since,
  );
  return requests.flatMap((request) => listEvents(request, today));
};

function listEvents(request: WatchedRequest, today: CivilDate): readonly DeadlineEvent[] {
  const { operationId, id, number, kind, state, wantedDay, sentDay, answeredDay, effectDay } = request;
  const { send, answer } = RULES[kind];
  const text = `demande n°\u00a0${number}, ${REQUEST_KIND_TEXTS[kind].name.toLowerCase()}`;
  const base = { operationId, path: `/echeances/demandes/${id}` } as const;
  const isWritten = state === "draft" || state === "anomaly";
  // A termination needs no answer (art. 8.5.1).
  const isWaiting = state === "accepted" || (kind === "termination" && state === "sent");
  const subject = { id, text, namesPerson: false };
  return [
    { ...base, rule: send, subject, anchorDay: wantedDay, doneOn: isWritten ? null : sentDay },
    ...(isWaiting && effectDay !== null && effectDay <= today
      ? [{ ...base, rule: "request-effect", subject, anchorDay: effectDay, doneOn: null } as const]
      : []),
    // Each sending has its own answer, and a calendar has to know them apart.
    ...(answer === null || sentDay === null
      ? []
      : [
          {
            ...base,
            rule: answer,
            subject: { ...subject, id: `${id}-${sentDay}` },
            anchorDay: sentDay,
            doneOn: answeredDay,
          },
        ]),
  ];
}
