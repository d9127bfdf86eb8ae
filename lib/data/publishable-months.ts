import "server-only";
import type { PoolClient } from "pg";
import type { SharedDay } from "@/lib/domain/dashboard/typical-day";
import type { FiguresGroup } from "@/lib/domain/publishing/figures-group";
import { groupHoldings, type SettledHolding } from "@/lib/domain/publishing/group-holdings";
import type { SeenMonth } from "@/lib/domain/publishing/judge-months";
import type { ShownSides } from "@/lib/domain/publishing/show-month";
import type { SettledTotals } from "@/lib/domain/settlement/settlement-rates";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { decodeFloat64 } from "./codecs";
import { pool } from "./pg";
import { SAVED_CENTS } from "./saved-cents";
import type { AuthorizedOperationId } from "./scope";

/** A closed period: what could be published of it, and whose energy it is. */
export type PublishableMonth = SettledTotals & {
  readonly runId: string;
  readonly period: Period;
  readonly version: number;
  readonly settledAt: Date;
  /** What consumers pay less; null while a price lacks. [cents] */
  readonly savedCents: number | null;
  readonly group: FiguresGroup;
  /** Whose energy, or whose share, is another than in a version of the period that was public: a group for each. */
  readonly corrections: readonly FiguresGroup[];
  /** As it was judged last; null when it never was. */
  readonly judged: (ShownSides & { readonly group: FiguresGroup }) | null;
};

type Row = SettledTotals & {
  readonly runId: string;
  readonly from: CivilDate;
  readonly toExclusive: CivilDate;
  readonly version: number;
  readonly settledAt: Date;
  readonly savedCents: number | null;
  readonly settled: readonly SettledHolding[] | null;
  readonly corrected: readonly CorrectedPoint[] | null;
  readonly showsProduction: boolean | null;
  readonly showsWithdrawal: boolean | null;
  readonly showsShared: boolean | null;
  readonly judgedGroup: FiguresGroup | null;
};

type CorrectedPoint = {
  /** The version that was public, and what of the metering point is another now. */
  readonly comparedRunId: string;
  readonly figure: keyof typeof CORRECTED_SUMS;
  readonly meteringPointId: string;
  readonly role: "producer" | "consumer";
};

const CORRECTED_SUMS = {
  energy: { producer: "producers", consumer: "consumers" },
  share: { producer: "selfProducers", consumer: "selfConsumers" },
  rest: { producer: "surplusProducers", consumer: "complementConsumers" },
} as const;

/** Less is the dust of another order of sums. [Wh] */
const SAME_WH = 0.5;

const CORRECTED = `(
  SELECT jsonb_agg(jsonb_build_object('comparedRunId', o.run_id, 'figure', f.figure,
                                      'meteringPointId', o.metering_point_id, 'role', o.role))
    FROM settlement_run s
    JOIN settlement_run_point o ON o.operation_id = s.operation_id AND o.run_id = s.id
    JOIN settlement_run_point n ON n.operation_id = r.operation_id AND n.run_id = r.id
      AND n.metering_point_id = o.metering_point_id AND n.role = o.role
    CROSS JOIN LATERAL (VALUES ('energy', abs(n.energy_wh - o.energy_wh)), ('share', abs(n.shared_wh - o.shared_wh)),
                               ('rest', abs((n.energy_wh - n.shared_wh) - (o.energy_wh - o.shared_wh))))
      AS f (figure, difference_wh)
   WHERE s.operation_id = r.operation_id AND s.period_from = r.period_from AND s.id <> r.id
     AND f.difference_wh > ${SAME_WH}
     AND EXISTS (SELECT FROM published_month m WHERE m.operation_id = s.operation_id AND m.run_id = s.id
                   AND (m.shows_production OR m.shows_withdrawal)))`;

// Each of its metering points with whoever held it within the period; its holder now, should nobody have.
const SETTLED = `(
  SELECT jsonb_agg(DISTINCT jsonb_build_object(
           'participantId', COALESCE(a.participant_id, mp.participant_id), 'meteringPointId', mp.id, 'role', rp.role,
           'energyWh', rp.energy_wh, 'sharedWh', rp.shared_wh))
    FROM settlement_run_point rp
    JOIN metering_point mp ON mp.operation_id = rp.operation_id AND mp.id = rp.metering_point_id
    LEFT JOIN attachment a ON a.operation_id = rp.operation_id AND a.metering_point_id = rp.metering_point_id
      AND a.role = rp.role AND a.from_day < r.period_to AND (a.to_day IS NULL OR a.to_day > r.period_from)
   WHERE rp.operation_id = r.operation_id AND rp.run_id = r.id)`;

/** The closed periods of an operation, oldest first. */
export async function listPublishableMonths(
  operationId: AuthorizedOperationId,
  client: Pick<PoolClient, "query"> = pool,
): Promise<readonly PublishableMonth[]> {
  const { rows } = await client.query<Row>(
    `SELECT r.id::text AS "runId", r.period_from::text AS "from", r.period_to::text AS "toExclusive", r.version::int,
            r.created_at AS "settledAt", r.production_wh AS "productionWh", r.withdrawal_wh AS "withdrawalWh",
            r.self_consumed_wh AS "selfConsumedWh", ${SAVED_CENTS} AS "savedCents", ${SETTLED} AS settled,
            ${CORRECTED} AS corrected, m.shows_production AS "showsProduction",
            m.shows_withdrawal AS "showsWithdrawal", m.shows_shared AS "showsShared",
            m.holdings AS "judgedGroup"
       FROM period_closing c
       JOIN settlement_run r ON r.operation_id = c.operation_id AND r.id = c.run_id
       LEFT JOIN LATERAL (SELECT shows_production, shows_withdrawal, shows_shared, holdings FROM published_month
                           WHERE operation_id = r.operation_id AND run_id = r.id
                           ORDER BY created_at DESC, id DESC LIMIT 1) m ON true
      WHERE c.operation_id = $1 AND c.reopened_at IS NULL
      ORDER BY r.period_from`,
    [operationId],
  );
  return rows.map(
    ({
      from,
      toExclusive,
      settled,
      corrected,
      showsProduction,
      showsWithdrawal,
      showsShared,
      judgedGroup,
      ...row
    }) => ({
      ...row,
      period: { from, toExclusive },
      group: groupHoldings(settled ?? []),
      corrections: groupCorrections(settled ?? [], corrected ?? []),
      judged:
        showsProduction === null || showsWithdrawal === null || showsShared === null || !judgedGroup
          ? null
          : { showsProduction, showsWithdrawal, showsShared, group: judgedGroup },
    }),
  );
}

const NOBODY = groupHoldings([]);

// Each difference from a version that was public is a sum of its own, by what differs and for each role.
function groupCorrections(
  settled: readonly SettledHolding[],
  corrected: readonly CorrectedPoint[],
): readonly FiguresGroup[] {
  const compared = [...new Set(corrected.map(({ comparedRunId }) => comparedRunId))];
  return compared.flatMap((runId) =>
    Object.entries(CORRECTED_SUMS).flatMap(([figure, sums]) =>
      (["producer", "consumer"] as const).map((role) => {
        const points = corrected.filter(
          (point) => point.comparedRunId === runId && point.figure === figure && point.role === role,
        );
        const ids = new Set(points.map(({ meteringPointId }) => meteringPointId));
        const held = settled.filter((holding) => holding.role === role && ids.has(holding.meteringPointId));
        return { ...NOBODY, [sums[role]]: held };
      }),
    ),
  );
}

/** The curves of some runs by their id, day by day. [Wh per step] */
export async function listDaysOfRuns(
  operationId: AuthorizedOperationId,
  runIds: readonly string[],
  client: Pick<PoolClient, "query"> = pool,
): Promise<ReadonlyMap<string, readonly SharedDay[]>> {
  const { rows } = await client.query<DayRow>(
    `SELECT d.run_id::text AS "runId", d.day::text AS day, r.step_minutes::int AS "stepMinutes",
            d.production_wh AS "productionWh", d.withdrawal_wh AS "withdrawalWh", d.self_consumed_wh AS "selfConsumedWh"
       FROM settlement_run_day d
       JOIN settlement_run r ON r.operation_id = d.operation_id AND r.id = d.run_id
      WHERE d.operation_id = $1 AND d.run_id = ANY($2::uuid[])`,
    [operationId, runIds],
  );
  const days = new Map<string, SharedDay[]>(runIds.map((id) => [id, []]));
  for (const { runId, day, stepMinutes, ...curves } of rows) {
    days.get(runId)?.push({
      day,
      stepMinutes,
      productionWh: decodeFloat64(curves.productionWh),
      withdrawalWh: decodeFloat64(curves.withdrawalWh),
      selfConsumedWh: decodeFloat64(curves.selfConsumedWh),
    });
  }
  return days;
}

type DayRow = {
  readonly runId: string;
  readonly day: CivilDate;
  readonly stepMinutes: number;
  readonly productionWh: Buffer;
  readonly withdrawalWh: Buffer;
  readonly selfConsumedWh: Buffer;
};

type SeenRow = Omit<SeenMonth, "period"> & { readonly from: CivilDate; readonly toExclusive: CivilDate };

/** Everything that has been public of an operation, whatever became of it since. */
export async function listSeenMonths(
  operationId: AuthorizedOperationId,
  client: Pick<PoolClient, "query"> = pool,
): Promise<readonly SeenMonth[]> {
  const { rows } = await client.query<SeenRow>(
    `SELECT m.run_id::text AS "runId", r.period_from::text AS "from", r.period_to::text AS "toExclusive",
            m.holdings AS "group", m.shows_production AS "showsProduction", m.shows_withdrawal AS "showsWithdrawal",
            m.shows_shared AS "showsShared"
       FROM published_month m JOIN settlement_run r ON r.operation_id = m.operation_id AND r.id = m.run_id
      WHERE m.operation_id = $1 AND (m.shows_production OR m.shows_withdrawal)
      ORDER BY m.created_at`,
    [operationId],
  );
  return rows.map(({ from, toExclusive, ...month }) => ({ ...month, period: { from, toExclusive } }));
}
