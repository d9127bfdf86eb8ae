import "server-only";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { Stay } from "@/lib/domain/perimeter/changed-days";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { decodeFloat64 } from "./codecs";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

export type SettledShare = {
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  readonly from: CivilDate;
  readonly toExclusive: CivilDate;
  readonly energyWh: number;
  readonly sharedWh: number;
};

/** The days of a metering point that are one person's; null: every day is. */
export type OwnDays = { readonly id: string; readonly days: readonly Stay[] | null };

/** Those days as a table `o` of a query whose $2 to $4 are `ownDaysValues`; null bounds are open. */
export const OWN_DAYS = `unnest($2::uuid[], $3::date[], $4::date[]) AS o(id, from_day, to_day)`;

/** The three arrays that `OWN_DAYS` reads. */
export function ownDaysValues(points: readonly OwnDays[]) {
  const spans = points.flatMap(({ id, days }) => {
    const open: readonly { readonly from: CivilDate | null; readonly toExclusive: CivilDate | null }[] = days ?? [
      { from: null, toExclusive: null },
    ];
    return open.map(({ from, toExclusive }) => ({ id, from, toExclusive }));
  });
  return [spans.map(({ id }) => id), spans.map(({ from }) => from), spans.map(({ toExclusive }) => toExclusive)];
}

/**
 * What the latest run of each period gave a person, oldest period first; of a period in which a metering point changed
 * hands, what his own days had.
 */
export async function listSettledShares(
  operationId: AuthorizedOperationId,
  points: readonly OwnDays[],
): Promise<readonly SettledShare[]> {
  const { rows } = await pool.query<SettledShare & { readonly runId: string; readonly isWhole: boolean }>(
    `SELECT p.metering_point_id::text AS "meteringPointId", p.role::text AS role, p.run_id::text AS "runId",
            greatest(r.period_from, o.from_day)::text AS "from", least(r.period_to, o.to_day)::text AS "toExclusive",
            p.energy_wh AS "energyWh", p.shared_wh AS "sharedWh",
            daterange(o.from_day, o.to_day) @> daterange(r.period_from, r.period_to) AS "isWhole"
       FROM settlement_run_point p
       JOIN (SELECT DISTINCT ON (period_from) id, period_from, period_to FROM settlement_run
              WHERE operation_id = $1 ORDER BY period_from, version DESC) r ON r.id = p.run_id
       JOIN ${OWN_DAYS} ON o.id = p.metering_point_id
                       AND daterange(o.from_day, o.to_day) && daterange(r.period_from, r.period_to)
      WHERE p.operation_id = $1
      ORDER BY r.period_from, p.metering_point_id, p.role, o.from_day`,
    [operationId, ...ownDaysValues(points)],
  );
  const shares: SettledShare[] = [];
  for (const { runId, isWhole, ...share } of rows) {
    shares.push(isWhole ? share : { ...share, ...(await sumOwnDays(operationId, runId, share)) });
  }
  return shares;
}

async function sumOwnDays(
  operationId: AuthorizedOperationId,
  runId: string,
  { meteringPointId, role, from, toExclusive }: SettledShare,
): Promise<Pick<SettledShare, "energyWh" | "sharedWh">> {
  const { rows } = await pool.query<{ energy: Buffer; shared: Buffer }>(
    `SELECT energy_wh AS energy, shared_wh AS shared FROM settlement_run_point_day
      WHERE operation_id = $1 AND run_id = $2 AND metering_point_id = $3 AND role = $4::"AttachmentRole"
        AND day >= $5::date AND day < $6::date ORDER BY day`,
    [operationId, runId, meteringPointId, role, from, toExclusive],
  );
  const total = (curves: readonly Buffer[]) =>
    curves.reduce((sum, bytes) => decodeFloat64(bytes).reduce((wh, each) => wh + each, sum), 0);
  return { energyWh: total(rows.map(({ energy }) => energy)), sharedWh: total(rows.map(({ shared }) => shared)) };
}

export type MeasuredMonth = {
  readonly meteringPointId: string;
  readonly quantity: EnergyQuantity;
  /** `YYYY-MM` */
  readonly month: string;
  readonly knownWh: number;
  readonly missingCount: number;
};

/** Monthly totals of the current measures of a person's own days. */
export async function listMeasuredMonths(
  operationId: AuthorizedOperationId,
  points: readonly OwnDays[],
): Promise<readonly MeasuredMonth[]> {
  const { rows } = await pool.query<MeasuredMonth>(
    `SELECT metering_point_id::text AS "meteringPointId", quantity::text AS quantity, to_char(day, 'YYYY-MM') AS month,
            sum(total_wh) AS "knownWh", sum(missing_count)::int AS "missingCount"
       FROM load_curve_day
       JOIN ${OWN_DAYS} ON o.id = metering_point_id AND day <@ daterange(o.from_day, o.to_day)
      WHERE operation_id = $1 AND superseded_at IS NULL
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [operationId, ...ownDaysValues(points)],
  );
  return rows;
}

/** The events of the trail about any of these ids, oldest first. */
export async function listEventsAbout(
  operationId: AuthorizedOperationId,
  ids: readonly string[],
): Promise<readonly { readonly at: Date; readonly action: string }[]> {
  const { rows } = await pool.query<{ at: Date; action: string }>(
    `SELECT e.at, e.action FROM audit_event e
      WHERE e.operation_id = $1
        AND (e.object_id = ANY($2::text[])
          OR EXISTS (SELECT FROM unnest($2::text[]) AS i(id)
                      WHERE strpos(coalesce(e.before::text, '') || coalesce(e.after::text, ''), i.id) > 0))
      ORDER BY e.at, e.id`,
    [operationId, ids],
  );
  return rows;
}
