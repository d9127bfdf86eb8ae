import "server-only";
import type { PoolClient } from "pg";
import type { CarbonFactor } from "@/lib/domain/carbon/carbon-factor";
import type { ClockHours } from "@/lib/domain/publishing/clock-hours";
import type { PublishedParty } from "@/lib/domain/publishing/count-participants";
import type { FiguresGroup } from "@/lib/domain/publishing/figures-group";
import type { ShownSides } from "@/lib/domain/publishing/show-month";
import type { SettledTotals } from "@/lib/domain/settlement/settlement-rates";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { pool } from "./pg";
import { SAVED_CENTS } from "./saved-cents";
import type { PublishedOperationId } from "./scope";

/** An operation whose public page is on. */
export type PublishedOperation = {
  readonly id: PublishedOperationId;
  readonly slug: string;
  readonly name: string;
  readonly collectivityName: string;
  readonly place: string | null;
  readonly isDemonstration: boolean;
  readonly startDay: CivilDate;
  readonly sentence: string | null;
  readonly isIndexed: boolean;
};

/** The operation of a slug while its public page is on; null for one that is unknown or not published. */
export async function findPublishedOperation(slug: string): Promise<PublishedOperation | null> {
  const { rows } = await pool.query<PublishedOperation>(
    `SELECT o.id::text, o.slug, o.name, c.name AS "collectivityName", o.place, o.is_demonstration AS "isDemonstration",
            o.start_day::text AS "startDay", p.sentence, p.is_indexed AS "isIndexed"
       FROM operation o
       JOIN collectivity c ON c.id = o.collectivity_id
       JOIN LATERAL (SELECT is_on, sentence, is_indexed FROM publication WHERE operation_id = o.id
                      ORDER BY created_at DESC, id DESC LIMIT 1) p ON p.is_on
      WHERE o.slug = $1`,
    [slug],
  );
  return rows[0] ?? null;
}

/** A closed period that was judged: what of it is public. */
export type PublishedMonthRow = SettledTotals &
  ShownSides & {
    readonly period: Period;
    readonly version: number;
    readonly settledAt: Date;
    readonly publishedAt: Date;
    /** What consumers pay less; null while a price lacks. [cents] */
    readonly savedCents: number | null;
    readonly group: FiguresGroup;
    readonly clockHours: ClockHours;
  };

type Row = Omit<PublishedMonthRow, "period"> & { readonly from: CivilDate; readonly toExclusive: CivilDate };

/**
 * The closed periods of an operation that were judged, latest first. One that was reopened is not among them, nor one
 * that was closed again with another run until that run is judged.
 */
export async function listPublishedMonths(operationId: PublishedOperationId): Promise<readonly PublishedMonthRow[]> {
  const { rows } = await pool.query<Row>(
    `SELECT r.period_from::text AS "from", r.period_to::text AS "toExclusive", r.version::int,
            r.created_at AS "settledAt", r.production_wh AS "productionWh", r.withdrawal_wh AS "withdrawalWh",
            r.self_consumed_wh AS "selfConsumedWh", m.shows_production AS "showsProduction",
            m.shows_withdrawal AS "showsWithdrawal", m.shows_shared AS "showsShared", m.holdings AS "group",
            m.clock_hours AS "clockHours", ${SAVED_CENTS} AS "savedCents", m.created_at AS "publishedAt"
       FROM period_closing c
       JOIN settlement_run r ON r.operation_id = c.operation_id AND r.id = c.run_id
       JOIN LATERAL (SELECT * FROM published_month WHERE operation_id = r.operation_id AND run_id = r.id
                      ORDER BY created_at DESC, id DESC LIMIT 1) m ON true
      WHERE c.operation_id = $1 AND c.reopened_at IS NULL
      ORDER BY r.period_from DESC`,
    [operationId],
  );
  return rows.map(({ from, toExclusive, clockHours, ...row }) => ({
    ...row,
    period: { from, toExclusive },
    clockHours: restoreMissing(clockHours),
  }));
}

/** What kind of body or person each participant of an operation is, and nothing that names him. */
export async function listPublishedParties(
  operationId: PublishedOperationId,
  client: Pick<PoolClient, "query"> = pool,
): Promise<readonly PublishedParty[]> {
  const { rows } = await client.query<PublishedParty>(
    `SELECT id::text, kind, legal_id AS "legalId" FROM participant WHERE operation_id = $1`,
    [operationId],
  );
  return rows;
}

/** The factors that stand in the collectivity of an operation, by first day. */
export async function listPublishedFactors(operationId: PublishedOperationId): Promise<readonly CarbonFactor[]> {
  const { rows } = await pool.query<CarbonFactor>(
    `SELECT f.from_day::text AS "from", f.grid_grams_per_kwh AS "gridGramsPerKwh",
            f.own_grams_per_kwh AS "ownGramsPerKwh", f.source, f.year::int
       FROM operation o JOIN carbon_factor f ON f.collectivity_id = o.collectivity_id AND f.superseded_at IS NULL
      WHERE o.id = $1 ORDER BY f.from_day`,
    [operationId],
  );
  return rows;
}

// JSON has no NaN: it was written as null.
function restoreMissing({ productionWh, withdrawalWh, selfConsumedWh, hours }: ClockHours): ClockHours {
  const restore = (values: readonly (number | null)[]) => values.map((value) => value ?? Number.NaN);
  return {
    productionWh: restore(productionWh),
    withdrawalWh: restore(withdrawalWh),
    selfConsumedWh: restore(selfConsumedWh),
    hours,
  };
}
