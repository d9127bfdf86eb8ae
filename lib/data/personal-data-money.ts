import "server-only";
import type { PoolClient } from "pg";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { PriceKind, PriceValues } from "@/lib/domain/tariffs/price-entry";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { OWN_DAYS, type OwnDays, ownDaysValues } from "./personal-data-energy";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

export type PersonPrice = {
  /** The metering point of his it is about; null: himself. */
  readonly meteringPointId: string | null;
  readonly kind: PriceKind;
  readonly from: CivilDate;
  readonly values: PriceValues;
  readonly source: string;
  readonly createdAt: Date;
  /** Null while it stands. */
  readonly supersededAt: Date | null;
};

/** The prices, contracts and choices entered for a person or for his metering points on his days, taken back or not. */
export async function listPersonPrices(
  operationId: AuthorizedOperationId,
  participantId: string,
  points: readonly OwnDays[],
): Promise<readonly PersonPrice[]> {
  const { rows } = await pool.query<PersonPrice>(
    `SELECT o.id::text AS "meteringPointId", p.kind::text AS kind, p.from_day::text AS "from", p.values, p.source,
            p.created_at AS "createdAt", p.superseded_at AS "supersededAt"
       FROM price_entry p
       LEFT JOIN LATERAL (SELECT o.id FROM ${OWN_DAYS}
                           WHERE o.id IN (p.metering_point_id, p.producer_id)
                             AND p.from_day <@ daterange(o.from_day, o.to_day) LIMIT 1) o ON true
      WHERE p.operation_id = $1 AND (o.id IS NOT NULL OR p.participant_id = $5)
      ORDER BY p.from_day, p.created_at, p.id`,
    [operationId, ...ownDaysValues(points), participantId],
  );
  return rows;
}

export type PersonMoney = {
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  readonly from: CivilDate;
  readonly toExclusive: CivilDate;
  readonly withoutCents: number | null;
  readonly savedCents: number | null;
  readonly internalCents: number | null;
  readonly resaleCents: number | null;
};

/**
 * What the latest run of each period makes in money for a person, oldest period first. Of a period in which a metering
 * point changed hands there is one amount for both: it is given to neither.
 */
export async function listPersonMoney(
  operationId: AuthorizedOperationId,
  points: readonly OwnDays[],
): Promise<readonly PersonMoney[]> {
  const { rows } = await pool.query<PersonMoney>(
    `SELECT m.metering_point_id::text AS "meteringPointId", m.role::text AS role, r.period_from::text AS "from",
            r.period_to::text AS "toExclusive", m.without_cents AS "withoutCents", m.saved_cents AS "savedCents",
            m.internal_cents AS "internalCents", m.resale_cents AS "resaleCents"
       FROM run_money m
       JOIN (SELECT DISTINCT ON (period_from) id, period_from, period_to FROM settlement_run
              WHERE operation_id = $1 ORDER BY period_from, version DESC) r ON r.id = m.run_id
       JOIN ${OWN_DAYS} ON o.id = m.metering_point_id
                       AND daterange(o.from_day, o.to_day) @> daterange(r.period_from, r.period_to)
      WHERE m.operation_id = $1
      ORDER BY r.period_from, m.metering_point_id, m.role`,
    [operationId, ...ownDaysValues(points)],
  );
  return rows;
}

/**
 * Takes the source out of the prices entered for a person or for his metering points on his days, and out of every other
 * that names him. The figures stay, by id: what runs cost was computed with them.
 *
 * @param texts - By which he is named.
 */
export async function erasePriceSources(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  {
    participantId,
    points,
    texts,
    erasedSource,
  }: {
    readonly participantId: string;
    readonly points: readonly { readonly id: string }[];
    readonly texts: readonly string[];
    readonly erasedSource: string;
  },
): Promise<void> {
  await client.query(
    `UPDATE price_entry p SET source = $5
      WHERE operation_id = $1
        AND (participant_id = $2 OR metering_point_id = ANY($3::uuid[]) OR producer_id = ANY($3::uuid[])
             OR EXISTS (SELECT FROM unnest($4::text[]) AS t(text) WHERE strpos(p.source, t.text) > 0)
             OR EXISTS (SELECT FROM attachment a
                         WHERE a.operation_id = $1 AND a.participant_id = $2
                           AND a.metering_point_id IN (p.metering_point_id, p.producer_id)
                           AND p.from_day <@ daterange(a.from_day, a.to_day)))`,
    [operationId, participantId, points.map(({ id }) => id), texts, erasedSource],
  );
}
