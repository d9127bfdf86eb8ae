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
  /** Days that neither a measure nor the convention's correction gives, nor a person decided about. */
  readonly lackingDays: number;
  /** Metering points that lack a day at least. */
  readonly lackingPoints: number;
  readonly producers: number;
  readonly consumers: number;
  /** Day of the last import that changed a day of it, in Paris; null before any. */
  readonly lastReceivedOn: CivilDate | null;
};

// Told from what stands about each day, without its values, by art. 5.2.3: an hour is interpolated, more is copied from
// the day a week before, if that one was measured. Where a gap and one of a week before only meet in part, the period
// says more, and settling it the truth.
const IS_LACKING = `
  NOT EXISTS (SELECT FROM load_curve_day d
               WHERE d.operation_id = a.operation_id AND d.metering_point_id = a.metering_point_id
                 AND d.quantity = a.quantity AND d.superseded_at IS NULL
                 AND (d.day = n.day::date AND d.missing_count * d.step_minutes <= 60
                      OR d.day = n.day::date - 7 AND d.missing_count = 0))
  AND NOT EXISTS (SELECT FROM measure_decision m
                   WHERE m.operation_id = a.operation_id AND m.metering_point_id = a.metering_point_id
                     AND m.quantity = a.quantity AND m.released_at IS NULL AND m.kind = 'value'
                     AND m.from_at < (n.day::date + 1)::timestamp AT TIME ZONE 'Europe/Paris'
                     AND m.to_at > n.day::date::timestamp AT TIME ZONE 'Europe/Paris')`;

/** What was received of some periods of many operations; one without anybody in it is left out. */
export async function countReceivedDays(periods: readonly AskedPeriod[]): Promise<readonly ReceivedDays[]> {
  if (periods.length === 0) return [];
  const { rows } = await pool.query<ReceivedDays>(
    `SELECT s.operation_id::text AS "operationId", s.period_from::text AS "from",
            sum(s.lacking)::int AS "lackingDays",
            count(DISTINCT s.metering_point_id) FILTER (WHERE s.lacking > 0)::int AS "lackingPoints",
            count(*) FILTER (WHERE s.role = 'producer')::int AS producers,
            count(*) FILTER (WHERE s.role = 'consumer')::int AS consumers,
            (SELECT (max(i.finished_at) AT TIME ZONE 'Europe/Paris')::date::text FROM measure_import i
              WHERE i.operation_id = s.operation_id AND i.status = 'done'
                AND i.changed_from < s.period_to AND i.changed_to >= s.period_from) AS "lastReceivedOn"
       FROM (SELECT a.operation_id, a.period_from, a.period_to, a.metering_point_id, a.role,
                    CASE WHEN d.complete = a.end_day - a.start_day THEN 0
                         WHEN d.received = 0 THEN a.end_day - a.start_day
                         ELSE (SELECT count(*) FROM generate_series(a.start_day, a.end_day - 1, interval '1 day') n (day)
                                WHERE ${IS_LACKING}) END AS lacking
               FROM (SELECT p.operation_id, p.period_from, p.period_to, t.metering_point_id, t.role,
                            (CASE t.role WHEN 'producer' THEN 'injection' ELSE 'withdrawal' END)::"EnergyQuantity"
                              AS quantity,
                            greatest(t.from_day, p.period_from) AS start_day, least(t.to_day, p.period_to) AS end_day
                       FROM unnest($1::uuid[], $2::date[], $3::date[]) AS p (operation_id, period_from, period_to)
                       JOIN attachment t ON t.operation_id = p.operation_id AND t.from_day < p.period_to
                                        AND coalesce(t.to_day, 'infinity') > greatest(t.from_day, p.period_from)) a
              CROSS JOIN LATERAL (
                SELECT count(*) AS received, count(*) FILTER (WHERE c.missing_count = 0) AS complete
                  FROM load_curve_day c
                 WHERE c.operation_id = a.operation_id AND c.metering_point_id = a.metering_point_id
                   AND c.quantity = a.quantity AND c.day >= a.start_day AND c.day < a.end_day
                   AND c.superseded_at IS NULL) d) s
      GROUP BY s.operation_id, s.period_from, s.period_to`,
    [
      periods.map(({ operationId }) => operationId),
      periods.map(({ period }) => period.from),
      periods.map(({ period }) => period.toExclusive),
    ],
  );
  return rows;
}
