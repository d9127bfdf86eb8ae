import "server-only";
import type { OwnRun, OwnRunDay, OwnRunPoint, OwnSource } from "@/lib/domain/participant-space/own-months";
import { isPublicBody } from "@/lib/domain/publishing/is-public-body";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { decodeFloat64 } from "./codecs";
import { pool } from "./pg";
import type { OwnParticipant } from "./scope";
import { IS_STALE } from "./stale-runs";

/** His own stay `a` in a run `r`, for a query whose $1 is the operation and $2 the participant. */
const OWN_STAY = `a.operation_id = $1 AND a.participant_id = $2
  AND daterange(a.from_day, a.to_day) && daterange(r.period_from, r.period_to)`;

/** Nobody else held the metering point `p` on a day of the run `r`. */
const IS_WHOLE = `NOT EXISTS (
  SELECT FROM attachment o WHERE o.operation_id = $1 AND o.metering_point_id = p.metering_point_id
     AND o.participant_id <> $2 AND daterange(o.from_day, o.to_day) && daterange(r.period_from, r.period_to))`;

/** The latest run of each of the last periods in which a participant counted, oldest first. */
export async function listOwnRuns(
  { operationId, participantId }: OwnParticipant,
  limit: number,
): Promise<readonly OwnRun[]> {
  const { rows } = await pool.query<Omit<OwnRun, "period"> & { from: CivilDate; toExclusive: CivilDate }>(
    `SELECT r.id::text, r.period_from::text AS "from", r.period_to::text AS "toExclusive", r.version::int,
            r.created_at AS "createdAt", (${IS_STALE}) AS "isStale",
            EXISTS (SELECT FROM period_closing c WHERE c.operation_id = r.operation_id
                       AND c.period_from = r.period_from AND c.reopened_at IS NULL) AS "isClosed"
       FROM (SELECT * FROM (SELECT DISTINCT ON (period_from) * FROM settlement_run WHERE operation_id = $1
                             ORDER BY period_from, version DESC) r
              WHERE EXISTS (SELECT FROM attachment a
                              JOIN settlement_run_point p ON p.operation_id = $1 AND p.run_id = r.id
                                   AND p.metering_point_id = a.metering_point_id AND p.role = a.role
                             WHERE ${OWN_STAY})
              ORDER BY period_from DESC LIMIT $3) r
      ORDER BY r.period_from`,
    [operationId, participantId, limit],
  );
  return rows.map(({ from, toExclusive, ...run }) => ({ ...run, period: { from, toExclusive } }));
}

/** His metering points in some runs: figures and money of the period only where it is all his. */
export async function listOwnRunPoints(
  { operationId, participantId }: OwnParticipant,
  runIds: readonly string[],
): Promise<readonly OwnRunPoint[]> {
  type Row = Omit<OwnRunPoint, "whole"> & { isWhole: boolean; energyWh: number; sharedWh: number };
  const { rows } = await pool.query<Row>(
    `SELECT p.run_id::text AS "runId", p.metering_point_id::text AS "meteringPointId", p.role::text AS role,
            w."isWhole", CASE WHEN w."isWhole" THEN p.energy_wh END AS "energyWh",
            CASE WHEN w."isWhole" THEN p.shared_wh END AS "sharedWh",
            CASE WHEN w."isWhole" THEN m.saved_cents END AS "savedCents",
            CASE WHEN w."isWhole" THEN m.internal_cents + m.resale_cents END AS "soldCents"
       FROM settlement_run r
       JOIN settlement_run_point p ON p.operation_id = r.operation_id AND p.run_id = r.id
       CROSS JOIN LATERAL (SELECT ${IS_WHOLE} AS "isWhole") w
       LEFT JOIN run_money m ON m.operation_id = p.operation_id AND m.run_id = p.run_id
                            AND m.metering_point_id = p.metering_point_id AND m.role = p.role
      WHERE r.operation_id = $1 AND r.id = ANY($3::uuid[])
        AND EXISTS (SELECT FROM attachment a WHERE ${OWN_STAY}
                       AND a.metering_point_id = p.metering_point_id AND a.role = p.role)
      ORDER BY r.period_from, p.metering_point_id, p.role`,
    [operationId, participantId, runIds],
  );
  return rows.map(({ isWhole, energyWh, sharedWh, ...row }) => ({
    ...row,
    whole: isWhole ? { energyWh, sharedWh } : null,
  }));
}

/** The days of some runs that are his own, point by point; of some of his points only when asked. */
export async function listOwnRunDays(
  { operationId, participantId }: OwnParticipant,
  runIds: readonly string[],
  meteringPointIds: readonly string[] | null = null,
): Promise<readonly OwnRunDay[]> {
  type Row = Omit<OwnRunDay, "energyWh" | "sharedWh" | "correctedSteps"> & {
    energy: Buffer;
    shared: Buffer;
    origins: Buffer | null;
  };
  const { rows } = await pool.query<Row>(
    `SELECT p.run_id::text AS "runId", p.metering_point_id::text AS "meteringPointId", p.role::text AS role,
            p.day::text AS day, p.energy_wh AS energy, p.shared_wh AS shared, p.origins
       FROM settlement_run_point_day p
       JOIN attachment a ON a.operation_id = p.operation_id AND a.metering_point_id = p.metering_point_id
                        AND a.role = p.role AND p.day <@ daterange(a.from_day, a.to_day)
      WHERE p.operation_id = $1 AND a.participant_id = $2 AND p.run_id = ANY($3::uuid[])
        AND ($4::uuid[] IS NULL OR p.metering_point_id = ANY($4::uuid[]))
      ORDER BY p.day, p.metering_point_id, p.role`,
    [operationId, participantId, runIds, meteringPointIds],
  );
  return rows.map(({ energy, shared, origins, ...row }) => ({
    ...row,
    energyWh: sumOf(decodeFloat64(energy)),
    sharedWh: sumOf(decodeFloat64(shared)),
    correctedSteps: origins === null ? 0 : origins.filter((origin) => origin !== 0).length,
  }));
}

/**
 * What each roof gave his consuming points in some runs; of a point that changed hands in the period, nothing: what came
 * from whom is known for the whole of it only.
 */
export async function listOwnSources(
  { operationId, participantId }: OwnParticipant,
  runIds: readonly string[],
): Promise<readonly OwnSource[]> {
  type Holder = { id: string; kind: "natural" | "legal"; legalId: string | null; isOrganiser: boolean };
  const { rows } = await pool.query<Omit<OwnSource, "name"> & { site: string; holders: readonly Holder[] }>(
    `SELECT s.run_id::text AS "runId", s.producer_id::text AS "producerId", s.energy_wh AS "energyWh", t.name AS site,
            (SELECT json_agg(json_build_object('id', h.id, 'kind', h.kind, 'legalId', h.legal_id, 'isOrganiser',
                      EXISTS (SELECT FROM operation_party y WHERE y.operation_id = $1 AND y.role = 'organiser'
                                 AND y.siret = h.legal_id)))
               FROM participant h
              WHERE h.operation_id = $1
                AND (h.id = t.participant_id
                     OR h.id IN (SELECT b.participant_id FROM attachment b
                                  WHERE b.operation_id = $1 AND b.metering_point_id = t.id))) AS holders
       FROM (SELECT x.run_id, x.producer_id, sum(x.energy_wh) AS energy_wh
               FROM settlement_run r
               JOIN settlement_run_pair x ON x.operation_id = r.operation_id AND x.run_id = r.id
               JOIN LATERAL (SELECT x.consumer_id AS metering_point_id) p ON ${IS_WHOLE}
              WHERE r.operation_id = $1 AND r.id = ANY($3::uuid[])
                AND EXISTS (SELECT FROM attachment a WHERE ${OWN_STAY}
                               AND a.metering_point_id = x.consumer_id AND a.role = 'consumer')
              GROUP BY x.run_id, x.producer_id) s
       JOIN metering_point t ON t.operation_id = $1 AND t.id = s.producer_id`,
    [operationId, participantId, runIds],
  );
  // A site may bear the name of whoever holds it, or did: everyone who ever held it has to be one whose site is named.
  const isNamed = (holder: Holder) => holder.id === participantId || holder.isOrganiser || isPublicBody(holder);
  return rows.map(({ site, holders, ...row }) => ({ ...row, name: holders.every(isNamed) ? site : null }));
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
