import "server-only";
import { type DeliverySummary, listDeliveries } from "@/lib/data/coefficient-deliveries";
import { listRequests, type RecordedRequest } from "@/lib/data/convention-requests";
import type { ListPage } from "@/lib/data/list-page";
import { dynamicKeyDeadline } from "@/lib/domain/coefficients/dynamic-key-deadline";
import { answerDueDay } from "@/lib/domain/requests/answer-due-day";
import { lastRequestDay } from "@/lib/domain/requests/last-request-day";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { cutPage } from "@/lib/services/cut-page";
import type { RequestOperation } from "./request-operation";

export type RequestRow = {
  readonly request: RecordedRequest;
  /** Who has to act, and by when; null when nothing is awaited. */
  readonly due: { readonly who: "organiser" | "dso"; readonly day: CivilDate; readonly isLate: boolean } | null;
};

/** A month's key, which is notified by its own screens: shown, not held, among the requests (art. 4.4). */
export type NotifiedKey = { readonly delivery: DeliverySummary; readonly deadline: CivilDate };

export type RequestList = {
  /** Latest first. */
  readonly requests: readonly RequestRow[];
  /** Where the older ones start; null on the last page. */
  readonly next: string | null;
  /** Of a dynamic key, latest period first. */
  readonly notified: readonly NotifiedKey[];
};

/** A page of the requests of an operation, and the keys of its months that were notified. */
export async function listRequestRows(
  { id, sheet }: RequestOperation,
  today: CivilDate,
  { before, limit }: ListPage,
): Promise<RequestList> {
  const [found, deliveries] = await Promise.all([listRequests(id, { before, limit: limit + 1 }), listDeliveries(id)]);
  const { rows, next } = cutPage(found, limit);
  const { holidayRegion } = sheet;
  return {
    next,
    requests: rows.map((request): RequestRow => {
      const { kind, state, wantedDay, sentDay } = request;
      const act = (who: "organiser" | "dso", day: CivilDate | null) => day && { who, day, isLate: day < today };
      if (state === "draft" || state === "anomaly") {
        return { request, due: act("organiser", lastRequestDay(kind, wantedDay, holidayRegion)) };
      }
      const isAwaited = state === "sent" && sentDay !== null;
      return { request, due: isAwaited ? act("dso", answerDueDay(kind, sentDay, holidayRegion)) : null };
    }),
    notified: deliveries
      .filter(({ source, isSuperseded, state }) => source === "organiser" && !isSuperseded && state !== "draft")
      .map((delivery) => ({ delivery, deadline: dynamicKeyDeadline(delivery.period, holidayRegion) })),
  };
}
