import "server-only";
import type { PoolClient } from "pg";
import type { PublishedFigure } from "@/lib/domain/measures/published-figure";
import { publishedFigureKey } from "@/lib/domain/measures/published-figure-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { EnergyQuantity, PublishedEnergySource } from "@/lib/generated/prisma/enums";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

export type CurrentFigure = { readonly id: string; readonly energyWh: number };

/** A figure to be written, and the one whose place it takes. */
export type NewFigure = { readonly figure: PublishedFigure; readonly supersededId: string | null };

type Client = Pick<PoolClient, "query">;

/** The figures that stand for periods beginning on these days, by their key. */
export async function findCurrentFigures(
  client: Client,
  operationId: AuthorizedOperationId,
  firstDays: readonly CivilDate[],
): Promise<ReadonlyMap<string, CurrentFigure>> {
  if (firstDays.length === 0) return new Map();
  const energies = await client.query<EnergyRow>(
    `SELECT id, metering_point_id, quantity, period_from::text AS "from", period_to::text AS "to",
            tariff_period, source, energy_wh
       FROM published_energy
      WHERE operation_id = $1 AND period_from = ANY($2::date[]) AND superseded_at IS NULL`,
    [operationId, firstDays],
  );
  const shares = await client.query<ShareRow>(
    `SELECT id, producer_id, consumer_id, period_from::text AS "from", period_to::text AS "to", energy_wh
       FROM published_share
      WHERE operation_id = $1 AND period_from = ANY($2::date[]) AND superseded_at IS NULL`,
    [operationId, firstDays],
  );
  const figures = [...energies.rows.map(toEnergy), ...shares.rows.map(toShare)];
  return new Map(figures.map(({ id, figure }) => [publishedFigureKey(figure), { id, energyWh: figure.energyWh }]));
}

/** The figures that stand for days within a period. */
export async function listPublishedFigures(
  operationId: AuthorizedOperationId,
  { from, toExclusive }: Period,
): Promise<readonly PublishedFigure[]> {
  const values = [operationId, from, toExclusive];
  const [energies, shares] = await Promise.all([
    pool.query<EnergyRow>(
      `SELECT id, metering_point_id, quantity, period_from::text AS "from", period_to::text AS "to",
              tariff_period, source, energy_wh
         FROM published_energy
        WHERE operation_id = $1 AND period_from >= $2::date AND period_to <= $3::date AND superseded_at IS NULL
        ORDER BY metering_point_id NULLS FIRST, source, quantity, period_from`,
      values,
    ),
    pool.query<ShareRow>(
      `SELECT id, producer_id, consumer_id, period_from::text AS "from", period_to::text AS "to", energy_wh
         FROM published_share
        WHERE operation_id = $1 AND period_from >= $2::date AND period_to <= $3::date AND superseded_at IS NULL
        ORDER BY producer_id, consumer_id`,
      values,
    ),
  ]);
  return [...energies.rows.map(toEnergy), ...shares.rows.map(toShare)].map(({ figure }) => figure);
}

/** Writes figures and dates the end of those whose place they take. */
export async function insertPublishedFigures(
  client: Client,
  operationId: AuthorizedOperationId,
  importId: string,
  figures: readonly NewFigure[],
): Promise<void> {
  if (figures.length === 0) return;
  const superseded = figures.flatMap(({ supersededId }) => supersededId ?? []);
  for (const table of ["published_energy", "published_share"]) {
    await client.query(
      `UPDATE ${table} SET superseded_at = clock_timestamp() WHERE operation_id = $1 AND id = ANY($2::uuid[])`,
      [operationId, superseded],
    );
  }
  const given = figures.map(({ figure }) => figure);
  const energies = given.filter((figure) => figure.kind === "energy");
  await client.query(
    `INSERT INTO published_energy (operation_id, id, import_id, metering_point_id, quantity, period_from, period_to,
                                   tariff_period, source, energy_wh)
     SELECT $1, gen_random_uuid(), $2, f.*
       FROM unnest($3::uuid[], $4::"EnergyQuantity"[], $5::date[], $6::date[], $7::text[],
                   $8::"PublishedEnergySource"[], $9::float8[]) AS f`,
    [
      operationId,
      importId,
      energies.map(({ meteringPointId }) => meteringPointId),
      energies.map(({ quantity }) => quantity),
      energies.map(({ period }) => period.from),
      energies.map(({ period }) => period.toExclusive),
      energies.map(({ tariffPeriod }) => tariffPeriod),
      energies.map(({ source }) => source),
      energies.map(({ energyWh }) => energyWh),
    ],
  );
  const shares = given.filter((figure) => figure.kind === "share");
  await client.query(
    `INSERT INTO published_share (operation_id, id, import_id, producer_id, consumer_id, period_from, period_to, energy_wh)
     SELECT $1, gen_random_uuid(), $2, f.*
       FROM unnest($3::uuid[], $4::uuid[], $5::date[], $6::date[], $7::float8[]) AS f`,
    [
      operationId,
      importId,
      shares.map(({ producerId }) => producerId),
      shares.map(({ consumerId }) => consumerId),
      shares.map(({ period }) => period.from),
      shares.map(({ period }) => period.toExclusive),
      shares.map(({ energyWh }) => energyWh),
    ],
  );
}

type EnergyRow = {
  id: string;
  metering_point_id: string | null;
  quantity: EnergyQuantity;
  from: CivilDate;
  to: CivilDate;
  tariff_period: string | null;
  source: PublishedEnergySource;
  energy_wh: number;
};

type ShareRow = {
  id: string;
  producer_id: string;
  consumer_id: string;
  from: CivilDate;
  to: CivilDate;
  energy_wh: number;
};

function toEnergy(row: EnergyRow): { id: string; figure: PublishedFigure } {
  const figure = {
    kind: "energy",
    meteringPointId: row.metering_point_id,
    quantity: row.quantity,
    period: { from: row.from, toExclusive: row.to },
    tariffPeriod: row.tariff_period,
    source: row.source,
    energyWh: row.energy_wh,
  } as const;
  return { id: row.id, figure };
}

function toShare(row: ShareRow): { id: string; figure: PublishedFigure } {
  const period = { from: row.from, toExclusive: row.to };
  const figure = { kind: "share", producerId: row.producer_id, consumerId: row.consumer_id, period } as const;
  return { id: row.id, figure: { ...figure, energyWh: row.energy_wh } };
}
