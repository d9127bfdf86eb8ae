import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

export type AskedPeriod = { readonly operationId: AuthorizedOperationId; readonly period: Period };

/** What was received of a period: days of curves, one for each metering point and role. */
export type ReceivedDays = {
  readonly operationId: string;
  readonly from: CivilDate;
  readonly expected: number;
  readonly received: number;
  /** Metering points that lack a day at least. */
  readonly lackingPoints: number;
  readonly producers: number;
  readonly consumers: number;
  /** Day of the import that brought the last of them, in Paris; null before any. */
  readonly lastReceivedOn: CivilDate | null;
};

/** How many days of curves were received for some periods of many operations; one without anybody in it is left out. */
export async function countReceivedDays(periods: readonly AskedPeriod[]): Promise<readonly ReceivedDays[]> {
  if (periods.length === 0) return [];
  const { rows } = await pool.query<ReceivedDays>(
    `SELECT s.operation_id::text AS "operationId", s.period_from::text AS "from", sum(s.expected)::int AS expected,
            sum(s.received)::int AS received,
            count(DISTINCT s.metering_point_id) FILTER (WHERE s.received < s.expected)::int AS "lackingPoints",
            count(*) FILTER (WHERE s.role = 'producer')::int AS producers,
            count(*) FILTER (WHERE s.role = 'consumer')::int AS consumers,
            (max(s.received_at) AT TIME ZONE 'Europe/Paris')::date::text AS "lastReceivedOn"
       FROM (SELECT p.operation_id, p.period_from, a.metering_point_id, a.role,
                    (least(a.to_day, p.period_to) - greatest(a.from_day, p.period_from)) AS expected,
                    d.received, d.received_at
               FROM unnest($1::uuid[], $2::date[], $3::date[]) AS p (operation_id, period_from, period_to)
               JOIN attachment a ON a.operation_id = p.operation_id AND a.from_day < p.period_to
                                AND coalesce(a.to_day, 'infinity') > greatest(a.from_day, p.period_from)
              CROSS JOIN LATERAL (
                SELECT count(*) AS received, max(i.finished_at) AS received_at
                  FROM load_curve_day d
                  LEFT JOIN measure_import i ON i.operation_id = d.operation_id AND i.id = d.import_id
                 WHERE d.operation_id = a.operation_id AND d.metering_point_id = a.metering_point_id
                   AND d.quantity = (CASE a.role WHEN 'producer' THEN 'injection' ELSE 'withdrawal' END)::"EnergyQuantity"
                   AND d.day >= greatest(a.from_day, p.period_from) AND d.day < least(a.to_day, p.period_to)
                   AND d.superseded_at IS NULL) d) s
      GROUP BY s.operation_id, s.period_from`,
    [
      periods.map(({ operationId }) => operationId),
      periods.map(({ period }) => period.from),
      periods.map(({ period }) => period.toExclusive),
    ],
  );
  return rows;
}
