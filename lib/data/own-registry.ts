import "server-only";
import type { OwnKey, OwnStay } from "@/lib/domain/participant-space/own-registry";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { pool } from "./pg";
import type { OwnParticipant } from "./scope";

/** Every stay of a participant, oldest first. What a site is called today is told to who holds it today. */
export async function listOwnStays({ operationId, participantId }: OwnParticipant): Promise<readonly OwnStay[]> {
  const { rows } = await pool.query<OwnStay>(
    `SELECT a.metering_point_id::text AS "meteringPointId", p.prm, a.role::text AS role,
            CASE WHEN p.participant_id = $2 THEN p.name END AS site,
            a.from_day::text AS "from", a.to_day::text AS "toExclusive"
       FROM attachment a
       JOIN metering_point p ON p.operation_id = a.operation_id AND p.id = a.metering_point_id
      WHERE a.operation_id = $1 AND a.participant_id = $2
      ORDER BY a.from_day, p.prm, a.role`,
    [operationId, participantId],
  );
  return rows;
}

/** The keys that hold on a day or will, sent or announced, with the shares of a participant's own points; oldest first. */
export async function listOwnKeys(
  { operationId, participantId }: OwnParticipant,
  day: CivilDate,
): Promise<readonly OwnKey[]> {
  const { rows } = await pool.query<OwnKey>(
    `SELECT k.kind::text AS kind, k.state::text AS state, k.from_day::text AS "from", k.to_day::text AS "toExclusive",
            coalesce((SELECT json_agg(json_build_object('meteringPointId', s.metering_point_id, 'ppm', s.ppm))
                        FROM static_coefficient s
                       WHERE s.operation_id = $1 AND s.key_id = k.id
                         AND EXISTS (SELECT FROM attachment a
                                      WHERE a.operation_id = $1 AND a.participant_id = $2 AND a.role = 'consumer'
                                        AND a.metering_point_id = s.metering_point_id
                                        AND daterange(a.from_day, a.to_day)
                                            && daterange(greatest(k.from_day, $3::date), k.to_day))), '[]') AS shares
       FROM coefficient_key k
      WHERE k.operation_id = $1 AND k.superseded_at IS NULL AND k.state IN ('announced', 'sent')
        AND (k.to_day IS NULL OR k.to_day > $3::date) AND greatest(k.from_day, $3::date) <> coalesce(k.to_day, 'infinity')
      ORDER BY k.from_day, k.version`,
    [operationId, participantId, day],
  );
  return rows;
}
