import "server-only";
import { listWatchedRequests, type WatchedRequest } from "@/lib/data/watched-requests";
import type { DeadlineEvent } from "@/lib/domain/deadlines/deadline";
import type { RequestKind } from "@/lib/domain/requests/request-kind";
import { REQUEST_KIND_TEXTS } from "@/lib/format/request-words";
import type { DeadlineCollector } from "./deadline-collector";

type Rules = {
  /** To send it, counted back from the wanted day. */
  readonly send: DeadlineEvent["rule"] | null;
  /** For the DSO to answer, counted from the sending. */
  readonly answer: DeadlineEvent["rule"] | null;
};

const RULES: Readonly<Record<RequestKind, Rules>> = {
  perimeter: { send: "perimeter-request", answer: "perimeter-answer" },
  coefficient_kind: { send: "kind-change", answer: "kind-change-answer" },
  static_values: { send: "static-change", answer: "static-change-answer" },
  suspension: { send: null, answer: null },
  termination: { send: "termination-notice", answer: null },
};

/**
 * What requests to the DSO call for: to be sent in time, sent again after an anomaly, and answered (art. 3.2.1, 4.2, 4.3
 * and 8.5.1).
 */
export const collectRequestEvents: DeadlineCollector = async (operations, { since }) => {
  const requests = await listWatchedRequests(
    operations.map(({ id }) => id),
    since,
  );
  return requests.flatMap(listEvents);
};

function listEvents(request: WatchedRequest): readonly DeadlineEvent[] {
  const { operationId, id, number, kind, state, wantedDay, sentDay, answeredDay } = request;
  const { send, answer } = RULES[kind];
  const text = `demande n°\u00a0${number}, ${REQUEST_KIND_TEXTS[kind].name.toLowerCase()}`;
  const base = { operationId, path: `/echeances/demandes/${id}` } as const;
  const isWritten = state === "draft" || state === "anomaly";
  const subject = { id, text, namesPerson: false };
  return [
    ...(send === null
      ? []
      : [{ ...base, rule: send, subject, anchorDay: wantedDay, doneOn: isWritten ? null : sentDay }]),
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
