import "server-only";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { CoefficientKeyState } from "@/lib/generated/prisma/enums";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** A version of the key that was not given up, as its deadlines need it. */
export type WatchedKey = {
  readonly operationId: string;
  readonly id: string;
  readonly version: number;
  readonly kind: CoefficientKind;
  readonly state: CoefficientKeyState;
  readonly from: CivilDate;
  readonly toExclusive: CivilDate | null;
  readonly sentDay: CivilDate | null;
  /** When the announcement was started; null where it was not. */
  readonly announcedOn: CivilDate | null;
  /** Participants whose message did not go. */
  readonly untold: number;
  /** A request to the DSO asks for it: its deadline is the request's. */
  readonly isRequested: boolean;
};

/** The keys of many operations that hold, will hold or are being made, oldest first. */
export async function listWatchedKeys(operationIds: readonly AuthorizedOperationId[]): Promise<readonly WatchedKey[]> {
  const { rows } = await pool.query<WatchedKey>(
    `SELECT k.operation_id::text AS "operationId", k.id::text, k.version::int, k.kind::text, k.state::text,
            k.from_day::text AS "from", k.to_day::text AS "toExclusive", k.sent_day::text AS "sentDay",
            (k.announced_at AT TIME ZONE 'Europe/Paris')::date::text AS "announcedOn",
            (SELECT count(*)::int FROM coefficient_announcement a
              WHERE a.operation_id = k.operation_id AND a.key_id = k.id AND a.state <> 'sent'
                AND a.created_at >= k.announced_at) AS untold,
            EXISTS (SELECT FROM convention_request q
                     WHERE q.operation_id = k.operation_id AND q.key_id = k.id AND q.state <> 'withdrawn') AS "isRequested"
       FROM coefficient_key k
      WHERE k.operation_id = ANY($1::uuid[]) AND k.superseded_at IS NULL
      ORDER BY k.operation_id, k.from_day, k.version`,
    [operationIds],
  );
  return rows;
}

/** What the organiser notified for a period, the latest that was not given up, and when it first did. */
export type WatchedDelivery = {
  readonly operationId: string;
  readonly periodFrom: CivilDate;
  readonly state: "draft" | "sent" | "accepted" | "refused";
  /** Of the first one that was sent; null where none was. */
  readonly firstSentDay: CivilDate | null;
};

/** The keys of the month of many operations, for the periods that ended on a day or later. */
export async function listWatchedDeliveries(
  operationIds: readonly AuthorizedOperationId[],
  endedFrom: CivilDate,
): Promise<readonly WatchedDelivery[]> {
  const { rows } = await pool.query<WatchedDelivery>(
    `SELECT DISTINCT ON (operation_id, period_from) operation_id::text AS "operationId",
            period_from::text AS "periodFrom", state::text,
            (min(sent_day) OVER (PARTITION BY operation_id, period_from))::text AS "firstSentDay"
       FROM coefficient_delivery
      WHERE operation_id = ANY($1::uuid[]) AND source = 'organiser' AND period_to >= $2::date AND superseded_at IS NULL
      ORDER BY operation_id, period_from, version DESC`,
    [operationIds, endedFrom],
  );
  return rows;
}
