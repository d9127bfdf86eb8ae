import "server-only";
import type { PoolClient } from "pg";
import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { EnergyQuantity } from "@/lib/generated/prisma/enums";
import { copyRows } from "./binary-copy";
import { decodeFloat64, encodeFloat64 } from "./codecs";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** One Paris day of one curve. */
export type CurveDay = {
  readonly meteringPointId: string;
  readonly quantity: EnergyQuantity;
  readonly day: CivilDate;
  readonly stepMinutes: number;
  /** [Wh per step], NaN = missing. */
  readonly energyWh: Float64Array;
};

/** What is known of the current version of a day, without its values. */
export type CurveDayVersion = {
  readonly meteringPointId: string;
  readonly version: number;
  readonly stepMinutes: number;
  readonly missingCount: number;
  /** MD5 of the stored bytes, in hexadecimal: tells an unchanged day from a corrected one. */
  readonly digest: string;
};

export const curveDayKey = (meteringPointId: string, quantity: EnergyQuantity, day: CivilDate): string =>
  `${meteringPointId}|${quantity}|${day}`;

/** The current curves of an operation, or of some of its points, over a period; days without data are absent. */
export async function listCurveDays(
  operationId: AuthorizedOperationId,
  quantities: readonly EnergyQuantity[],
  { from, toExclusive }: Period,
  { only, client = pool }: { only?: ReadonlySet<string> | undefined; client?: Pick<PoolClient, "query"> } = {},
): Promise<readonly CurveDay[]> {
  const { rows } = await client.query<[string, EnergyQuantity, string, number, Buffer]>({
    text: `SELECT metering_point_id::text, quantity::text, day::text, step_minutes::int, energy_wh
             FROM load_curve_day
            WHERE operation_id = $1 AND quantity = ANY($2::"EnergyQuantity"[])
              AND day >= $3::date AND day < $4::date AND superseded_at IS NULL
              AND ($5::uuid[] IS NULL OR metering_point_id = ANY($5::uuid[]))
            ORDER BY metering_point_id, quantity, day`,
    values: [operationId, quantities, from, toExclusive, only ? [...only] : null],
    rowMode: "array",
  });
  return rows.map(toCurveDay);
}

/** One day of one curve, by name. */
export type CurveDayName = Pick<CurveDay, "meteringPointId" | "quantity" | "day">;

/** Some days of some curves, those that are there. */
export async function listNamedCurveDays(
  operationId: AuthorizedOperationId,
  names: readonly CurveDayName[],
): Promise<readonly CurveDay[]> {
  const { rows } = await pool.query<[string, EnergyQuantity, string, number, Buffer]>({
    text: `SELECT d.metering_point_id::text, d.quantity::text, d.day::text, d.step_minutes::int, d.energy_wh
             FROM unnest($2::uuid[], $3::"EnergyQuantity"[], $4::date[]) AS named (metering_point_id, quantity, day)
             JOIN load_curve_day d USING (metering_point_id, quantity, day)
            WHERE d.operation_id = $1 AND d.superseded_at IS NULL`,
    values: [
      operationId,
      names.map(({ meteringPointId }) => meteringPointId),
      names.map(({ quantity }) => quantity),
      names.map(({ day }) => day),
    ],
    rowMode: "array",
  });
  return rows.map(toCurveDay);
}

function toCurveDay([meteringPointId, quantity, day, stepMinutes, energyWh]: [
  string,
  EnergyQuantity,
  string,
  number,
  Buffer,
]): CurveDay {
  return { meteringPointId, quantity, day: day as CivilDate, stepMinutes, energyWh: decodeFloat64(energyWh) };
}

/** Which days of a curve hold all of their values. */
export type CompleteDays = {
  readonly meteringPointId: string;
  readonly quantity: EnergyQuantity;
  /** Counted from the first day of the period. */
  readonly dayIndexes: ReadonlySet<number>;
};

/** The days without a missing value, curve by curve: a year of three hundred curves is three hundred rows. */
export async function listCompleteDays(
  operationId: AuthorizedOperationId,
  quantities: readonly EnergyQuantity[],
  { from, toExclusive }: Period,
): Promise<readonly CompleteDays[]> {
  const { rows } = await pool.query<[string, EnergyQuantity, string]>({
    text: `SELECT metering_point_id::text, quantity::text, string_agg((day - $3::date)::text, ',')
             FROM load_curve_day
            WHERE operation_id = $1 AND quantity = ANY($2::"EnergyQuantity"[])
              AND day >= $3::date AND day < $4::date AND superseded_at IS NULL AND missing_count = 0
            GROUP BY metering_point_id, quantity`,
    values: [operationId, quantities, from, toExclusive],
    rowMode: "array",
  });
  return rows.map(([meteringPointId, quantity, indexes]) => ({
    meteringPointId,
    quantity,
    dayIndexes: new Set(indexes.split(",").map(Number)),
  }));
}

/** Changes whenever a value of the curve over the period does, and only then; days are versioned, so no value is read. */
export async function findCurveTag(
  operationId: AuthorizedOperationId,
  meteringPointId: string,
  quantity: EnergyQuantity,
  { from, toExclusive }: Period,
): Promise<string> {
  const { rows } = await pool.query<{ tag: string }>(
    `SELECT md5(coalesce(string_agg(day || ':' || version, ',' ORDER BY day), '')) AS tag FROM load_curve_day
      WHERE operation_id = $1 AND metering_point_id = $2 AND quantity = $3
        AND day >= $4::date AND day < $5::date AND superseded_at IS NULL`,
    [operationId, meteringPointId, quantity, from, toExclusive],
  );
  return rows[0]?.tag ?? "";
}

export type CurveDayStatus = {
  readonly meteringPointId: string;
  readonly quantity: EnergyQuantity;
  readonly day: CivilDate;
  readonly totalWh: number;
  readonly missingCount: number;
};

/** What is there for each day, without the curves themselves. */
export async function listCurveDayStatuses(
  operationId: AuthorizedOperationId,
  quantities: readonly EnergyQuantity[],
  { from, toExclusive }: Period,
): Promise<readonly CurveDayStatus[]> {
  const { rows } = await pool.query<[string, EnergyQuantity, string, number, number]>({
    text: `SELECT metering_point_id::text, quantity::text, day::text, total_wh, missing_count::int
             FROM load_curve_day
            WHERE operation_id = $1 AND quantity = ANY($2::"EnergyQuantity"[])
              AND day >= $3::date AND day < $4::date AND superseded_at IS NULL`,
    values: [operationId, quantities, from, toExclusive],
    rowMode: "array",
  });
  return rows.map(([meteringPointId, quantity, day, totalWh, missingCount]) => ({
    meteringPointId,
    quantity,
    day: day as CivilDate,
    totalWh,
    missingCount,
  }));
}

/** First and last day that hold a value, or null before the first import. */
export async function findMeasuredPeriod(
  operationId: AuthorizedOperationId,
): Promise<{ readonly firstDay: CivilDate; readonly lastDay: CivilDate } | null> {
  const { rows } = await pool.query<{ first: string | null; last: string | null }>(
    `SELECT min(day)::text AS first, max(day)::text AS last
       FROM load_curve_day WHERE operation_id = $1 AND superseded_at IS NULL`,
    [operationId],
  );
  const [row] = rows;
  return row?.first && row.last ? { firstDay: civilDate(row.first), lastDay: civilDate(row.last) } : null;
}

/** The current versions of the days an import may replace, by curve-day key. */
export async function findCurveDayVersions(
  client: Pick<PoolClient, "query">,
  operationId: AuthorizedOperationId,
  meteringPointIds: readonly string[],
  { from, toExclusive }: Period,
): Promise<ReadonlyMap<string, CurveDayVersion>> {
  const { rows } = await client.query<[string, EnergyQuantity, string, number, number, number, string]>({
    text: `SELECT metering_point_id::text, quantity::text, day::text,
                  version::int, step_minutes::int, missing_count::int, md5(energy_wh)
             FROM load_curve_day
            WHERE operation_id = $1 AND metering_point_id = ANY($2::uuid[])
              AND day >= $3::date AND day < $4::date AND superseded_at IS NULL`,
    values: [operationId, meteringPointIds, from, toExclusive],
    rowMode: "array",
  });
  return new Map(
    rows.map(([meteringPointId, quantity, day, version, stepMinutes, missingCount, digest]) => [
      curveDayKey(meteringPointId, quantity, day as CivilDate),
      { meteringPointId, version, stepMinutes, missingCount, digest },
    ]),
  );
}

export type NewCurveDay = CurveDay & {
  readonly version: number;
  readonly totalWh: number;
  readonly missingCount: number;
};

const TARGET = `load_curve_day (operation_id, metering_point_id, quantity, day, version,
  step_minutes, energy_wh, total_wh, missing_count, import_id)`;

/** Writes new versions and dates the end of the ones they replace. */
export async function copyCurveDays(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  importId: string,
  days: Iterable<NewCurveDay>,
): Promise<void> {
  const replaced: CurveDayId[] = [];
  await copyRows(client, TARGET, days, (row, curve) => {
    row.startRow(10);
    row.uuid(operationId);
    row.uuid(curve.meteringPointId);
    row.text(curve.quantity);
    row.date(curve.day);
    row.int2(curve.version);
    row.int2(curve.stepMinutes);
    row.bytes(encodeFloat64(curve.energyWh));
    row.float8(curve.totalWh);
    row.int2(curve.missingCount);
    row.uuid(importId);
    const { meteringPointId, quantity, day, version } = curve;
    if (version > 1) replaced.push({ meteringPointId, quantity, day, version: version - 1 });
  });
  if (replaced.length > 0) await updateSuperseded(client, operationId, replaced);
}

type CurveDayId = Pick<NewCurveDay, "meteringPointId" | "quantity" | "day" | "version">;

// The rows are named one by one: asked to find them among the rows just written, of which it has no statistics yet, the
// server compares each row with all others.
async function updateSuperseded(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  days: readonly CurveDayId[],
): Promise<void> {
  await client.query(
    `UPDATE load_curve_day old SET superseded_at = now()
       FROM unnest($2::uuid[], $3::"EnergyQuantity"[], $4::date[], $5::smallint[])
              AS replaced (metering_point_id, quantity, day, version)
      WHERE old.operation_id = $1 AND old.metering_point_id = replaced.metering_point_id
        AND old.quantity = replaced.quantity AND old.day = replaced.day AND old.version = replaced.version`,
    [
      operationId,
      days.map(({ meteringPointId }) => meteringPointId),
      days.map(({ quantity }) => quantity),
      days.map(({ day }) => day),
      days.map(({ version }) => version),
    ],
  );
}
